import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { endConnectionsOnClose } from './graceful-close.js';

describe('a server that closes', () => {
  it('ends a kept-open connection whose file was on its way, once the file is over', async () => {
    const server = fastify({ forceCloseConnections: 'idle', keepAliveTimeout: 600_000 });
    endConnectionsOnClose(server);
    const file = new PassThrough();
    server.get('/', (_request, reply) => reply.header('content-length', 5).send(file));
    const agent = new Agent({ keepAlive: true });
    try {
      file.write('be');
      const [answer] = (await once(get(await server.listen(), { agent }), 'response')) as [IncomingMessage];
      const closed = server.close();
      file.write('gun');
      expect(await text(answer)).toBe('begun');
      file.end();
      await closed;
    } finally {
      agent.destroy();
    }
  });
});
