import type { FastifyInstance } from 'fastify';

/**
 * While the server closes, each answer ends its connection: a client that keeps connections open would otherwise
 * hold the process for the whole keep-alive time. Those of answers that had begun before are ended once they are over.
 */
export function endConnectionsOnClose(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });
  server.addHook('onResponse', (_request, _reply, done) => {
    if (closing) server.server.closeIdleConnections();
    done();
  });
}
