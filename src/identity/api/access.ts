import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OPEN_TO_ALL } from '../../platform/http/open-to-all.js';
import type { Caller, Role } from '../rules/role.js';

/**
 * Who may call an operation. Each operation declares exactly one of these; one that declares none is denied to
 * all, and a test refuses it.
 */
export type Access =
  | { readonly kind: 'signed-in' }
  /** One of these roles in the collectivité named by `:collectiviteId`. */
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  /** A guardian of the family named by `:familyId`, or one of these roles in that family's collectivité. */
  | { readonly kind: 'family'; readonly roles: readonly Role[] };

export const ACCESS = 'espace-famille:access';

export type CallerRequest = FastifyRequest & { user?: Caller };

/** Anyone, signed in or not. */
export function OpenToAll(): MethodDecorator {
  return applyDecorators(SetMetadata(OPEN_TO_ALL, true), ApiExtension('x-access', { kind: 'open' }));
}

/** Any account that is signed in; the action itself limits what it sees to what belongs to the caller. */
export function SignedIn(): MethodDecorator {
  return access({ kind: 'signed-in' });
}

/** The roles that may call, in the collectivité of the address. */
export function Allowed(...roles: Role[]): MethodDecorator {
  return access({ kind: 'roles', roles });
}

export function access(declared: Access): MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, declared), ApiBearerAuth(), ApiExtension('x-access', declared));
}

/** The caller, in a handler's arguments. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = context.switchToHttp().getRequest<CallerRequest>().user;
  if (!caller) throw new Error('no caller: the operation is open to all');
  return caller;
});
