import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { invitationsProblems } from '../problems.js';

/** The value of the Registration-Token header; an absent one is as unknown as a wrong one. */
export const RegistrationToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers['registration-token'];
  return typeof value === 'string' ? value.slice(0, 200) : '';
});

/** An operation on the registration that the Registration-Token header names. */
export function OnRegistration(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Registration-Token',
      required: true,
      description: 'Le `registrationToken` de la réponse à POST /registrations.',
      schema: { type: 'string' },
    }),
    ApiProblems(invitationsProblems.REGISTRATION_NOT_FOUND),
  );
}
