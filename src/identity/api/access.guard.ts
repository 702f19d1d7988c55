import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { OPEN_TO_ALL } from '../../platform/http/open-to-all.js';
import { httpProblems } from '../../platform/http/problems.js';
import { identityProblems } from '../problems.js';
import { type Caller, type Role, rolesIn } from '../rules/role.js';
import { ACCESS, type Access, type CallerRequest } from './access.js';

/** Deny by default: runs before every handler and lets through only what its operation declared. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') implements CanActivate {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN_TO_ALL, targets)) return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const declared = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!declared) throw identityProblems.FORBIDDEN('Cette opération n’est ouverte à personne.');
    if (declared.kind === 'roles') {
      const { collectiviteId } = request.params as { collectiviteId?: string };
      requireRole(request.user!, Number(collectiviteId), declared.roles);
    }
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false | undefined): User {
    if (error) throw error as Error;
    if (!user)
      throw identityProblems.NOT_SIGNED_IN('Connectez-vous pour continuer : votre session est absente ou terminée.');
    return user;
  }
}

/** 404 where the caller has no tie to the collectivité (it may not know that it exists), 403 where its role is too small. */
export function requireRole(caller: Caller, collectiviteId: number, allowed: readonly Role[]): void {
  const roles = rolesIn(caller, collectiviteId);
  if (roles.length === 0) throw httpProblems.NOT_FOUND('Cette adresse n’existe pas, ou vous n’y avez pas accès.');
  if (!roles.some((role) => allowed.includes(role))) {
    throw identityProblems.FORBIDDEN(
      'Votre rôle ne permet pas cette opération. Demandez à un administrateur de la mairie.',
    );
  }
}
