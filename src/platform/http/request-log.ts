import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/**
 * One line per request. The address is logged as its route (`/families/:familyId/basket`), never with its ids or
 * its query; no body, no network address, no name.
 */
export function logRequests(server: FastifyInstance): void {
  const log = new Logger('HTTP');
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (!route.startsWith('/health')) {
      log.log({
        message: `${request.method} ${route} ${reply.statusCode}`,
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      });
    }
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-request-id', request.id);
    done(null, payload);
  });
}
