import type { FastifyInstance } from 'fastify';
import { LastConnections, type Patience } from './last-connections.js';

/** Ten seconds is what a telephone takes to change cells; five minutes, the longest that a request may take to arrive. */
const PATIENCE: Patience = { look: 1000, client: 10_000, all: 300_000 };

/**
 * While the server closes, each answer ends its connection: a client that keeps connections open would otherwise
 * hold the process for the whole keep-alive time. Those of answers that had begun before are ended once they are over,
 * and those of clients who do not move, soon.
 */
export function endConnectionsOnClose(server: FastifyInstance, patience = PATIENCE): void {
  const connections = new LastConnections(server.server);
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    connections.endThoseLeft(patience);
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });
}
