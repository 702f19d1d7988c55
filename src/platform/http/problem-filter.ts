import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.js';
import { httpProblems } from './problems.js';

/** Turns everything that is thrown into `application/problem+json` (RFC 9457). The only place that does. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = this.problemOf(error, request);
    sendProblem(http.getResponse<FastifyReply>(), request, problem);
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    const known = knownProblem(error);
    if (known) return known;
    // The message may hold values of rows: the stack goes to the log, never to the caller.
    this.log.error({
      message: 'unexpected error',
      requestId: request.id,
      error: error instanceof Error ? error.name : 'unknown',
      stack: stackOf(error),
    });
    return httpProblems.INTERNAL_ERROR(
      `Une erreur inattendue s’est produite et rien n’a été enregistré. Réessayez ; si elle revient, donnez ce numéro à la mairie : ${request.id}.`,
    );
  }
}

/** What the server refuses before any route is found (an address that cannot be decoded, say) is a problem too. */
export function refuseUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, request, error.statusCode === 414 ? notFound() : (knownProblem(error) ?? unreadable()));
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): void {
  const { errors, retryAfter, extensions } = problem.more;
  // Those of a file that was to be sent, and whose reading failed before any of it left.
  for (const header of ['content-encoding', 'content-disposition', 'content-length']) void reply.removeHeader(header);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply
    .status(problem.kind.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({
      type: `urn:espace-famille:problem:${problem.code}`,
      title: problem.kind.title,
      status: problem.kind.status,
      code: problem.code,
      detail: problem.detail,
      instance: `urn:request:${request.id}`,
      ...(errors ? { errors } : {}),
      ...extensions,
    });
}

/**
 * What the form reader says, without a status, of a multipart body that is cut or malformed (its boundary is the needle),
 * and Node of one whose sender is gone: a telephone that loses its line is no fault of the service.
 */
const MALFORMED_FORM =
  /unexpected end of (multipart data|form|file)|malformed part header|boundary not found|needle cannot|^aborted$/i;

function knownProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof Error && MALFORMED_FORM.test(error.message)) {
    return httpProblems.INVALID_REQUEST('Le formulaire est arrivé incomplet. Envoyez-le à nouveau.');
  }
  const status =
    error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: unknown } | null)?.statusCode);
  switch (status) {
    // What the server of files refuses to look at does not exist either.
    case 403:
    case 404:
      return notFound();
    case 405:
      return httpProblems.METHOD_NOT_ALLOWED('Cette méthode n’existe pas pour cette adresse.');
    case 413:
      return httpProblems.PAYLOAD_TOO_LARGE(
        'L’envoi est trop volumineux : 10 Mo au plus par fichier, 1 Mo pour le reste. Réduisez-le ou envoyez-le en plusieurs fois.',
      );
    case 415:
      return httpProblems.UNSUPPORTED_MEDIA_TYPE(
        'Ce format d’envoi n’est pas accepté ici. Voyez la documentation de cette opération.',
      );
    default:
      return status >= 400 && status < 500 ? unreadable() : null;
  }
}

function notFound(): Problem {
  return httpProblems.NOT_FOUND('Cette adresse n’existe pas, ou vous n’y avez pas accès.');
}

function unreadable(): Problem {
  return httpProblems.INVALID_REQUEST(
    'La demande n’est pas lisible. Vérifiez sa forme (adresse, en-têtes, JSON) dans la documentation.',
  );
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack?.split('\n').slice(1, 12).join('\n') : undefined;
}
