import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem-filter.js';
import { httpProblems } from './problems.js';

/**
 * The API does not answer HEAD: the server would run the whole of GET and throw the answer away, so that a copy of one's
 * data would be made, traced and counted for a caller who gets nothing. Pages, documents and the probes do answer it.
 */
export function refuseHeadOfApi(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    // By the route that was found, and not by the address, of which there are many spellings.
    if (request.method !== 'HEAD' || !request.routeOptions.url?.startsWith('/api/')) return done();
    void reply.header('allow', 'GET');
    sendProblem(reply, request, httpProblems.METHOD_NOT_ALLOWED('Demandez cette adresse avec la méthode GET.'));
  });
}
