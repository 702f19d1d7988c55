import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
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

  const HASTE = { look: 5, client: 100, all: 60_000 };

  it.each([
    ['nothing', ''],
    ['the half of a head', 'GET / HTTP/1.1\r\nHost: famille'],
    ['a photo that stopped on its way', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nbe'],
  ])('waits but a moment for who sent %s', async (_, sent) => {
    const server = fastify({ forceCloseConnections: 'idle' });
    endConnectionsOnClose(server, HASTE);
    server.addContentTypeParser('*', (_request, body, done) => body.on('end', done).resume());
    server.post('/', () => 'received');
    await server.listen();
    const connected = once(server.server, 'connection') as Promise<[Socket]>;
    const client = connect((server.server.address() as AddressInfo).port);
    const [arrived] = await connected;
    if (sent) {
      client.write(sent);
      await once(arrived, 'data');
    }
    const left = once(client, 'close');
    client.on('error', () => undefined).resume();
    await server.close();
    await left;
  });

  it('waits for what it works on itself, and for a photo that still comes, however slowly', async () => {
    const server = fastify({ forceCloseConnections: 'idle' });
    endConnectionsOnClose(server, HASTE);
    let work = (): void => undefined;
    const worked = new Promise<void>((resolve) => (work = resolve));
    server.addContentTypeParser('*', (_request, body, done) => body.on('end', done).resume());
    server.get('/', () => worked.then(() => 'done'));
    server.post('/', () => 'received');
    const origin = await server.listen();
    const asked = get(origin);
    const photo = request(origin, { method: 'POST', headers: { 'content-length': 20 } });
    const answers = Promise.all(
      [asked, photo].map(async (one) => text((await once(one, 'response'))[0] as IncomingMessage)),
    );
    await once(server.server, 'request');
    photo.write('.');
    await once(server.server, 'request');
    const closed = server.close();
    for (let sent = 1; sent < 20; sent += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      photo.write('.');
    }
    photo.end();
    work();
    expect(await answers).toEqual(['done', 'received']);
    await closed;
  });
});
