import type { FastifyRequest } from 'fastify';

/**
 * A form, just before it is read. Throws where its sender is gone already: the reader would wait for ever for the end of
 * what was cut before it looked, and the service would not stop.
 */
export function stillComing(request: FastifyRequest): FastifyRequest {
  if (request.raw.destroyed) throw new request.server.multipartErrors.PrematureCloseError();
  return request;
}
