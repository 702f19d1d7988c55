import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Secrets } from '../secrets/secrets.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';
import { httpProblems } from './problems.js';
import { invalidRequest } from './validation.js';

/**
 * An operation that creates money or places: a request repeated with the same Idempotency-Key gets the first
 * answer again and has no second effect. The record is written in the very unit of the action.
 */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Une valeur à vous (un UUID, par exemple), la même quand vous essayez de nouveau : la seconde requête répond ce qu’a fait la première et ne change rien.',
      schema: { type: 'string', minLength: 8, maxLength: 200 },
    }),
  );
}

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: { accountId?: number } }>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || key.length < 8 || key.length > 200) {
      throw invalidRequest([{ field: 'Idempotency-Key', message: 'entre 8 et 200 caractères sont attendus.' }]);
    }
    const scope = this.secrets.digest(`${request.user?.accountId ?? request.ip} ${key}`);
    const digest = this.secrets.digest(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`);
    return from(this.once(scope, digest, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(scope: string, request: string, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    try {
      return await this.database.unit(async () => {
        const earlier = await this.database.repository(IdempotencyRecord).findOneBy({ scope });
        if (earlier) return this.replay(earlier, request, reply);
        const id = await this.database.insert(IdempotencyRecord, {
          scope,
          request,
          status: 0,
          body: null,
          createdAt: this.clock.now(),
        });
        const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
        await this.database.change('UPDATE idempotency_records SET status = ?, body = ? WHERE id = ?', [
          reply.statusCode,
          body === undefined ? null : JSON.stringify(body),
          id,
        ]);
        return body;
      });
    } catch (error) {
      // The twin that ran at the same time won the key: its record is committed now.
      if (!this.database.isDuplicateKey(error)) throw error;
      const earlier = await this.database.read(() => this.database.repository(IdempotencyRecord).findOneBy({ scope }));
      if (!earlier) throw error;
      return this.replay(earlier, request, reply);
    }
  }

  private replay(earlier: IdempotencyRecord, request: string, reply: FastifyReply): unknown {
    if (earlier.request !== request) {
      throw httpProblems.IDEMPOTENCY_KEY_REUSED(
        'Cette clé d’idempotence a déjà servi pour une autre demande : prenez-en une nouvelle.',
      );
    }
    void reply.status(earlier.status).header('idempotency-replayed', 'true');
    return earlier.body === null ? undefined : (JSON.parse(earlier.body) as unknown);
  }
}
