import { applyDecorators, createParamDecorator, type ExecutionContext, UseGuards } from '@nestjs/common';
import { access, type CallerRequest, type STAFF_ROLES } from '../../identity/index.js';
import { type FamilyAccess, FamilyGuard } from './family.guard.js';

/**
 * An operation on the family of the address (`:familyId`): open to its guardians, and to these staff roles of its
 * collectivité. To anyone else the family does not exist (404).
 */
export function ForFamily(...staffRoles: (typeof STAFF_ROLES)[number][]): MethodDecorator {
  return applyDecorators(access({ kind: 'family', roles: staffRoles }), UseGuards(FamilyGuard));
}

/** The family of the address and how the caller acts for it, in a handler's arguments. */
export const CurrentFamily = createParamDecorator((_: unknown, context: ExecutionContext): FamilyAccess => {
  const { family } = context.switchToHttp().getRequest<CallerRequest & { family?: FamilyAccess }>();
  if (!family) throw new Error('no family: the operation is not declared ForFamily');
  return family;
});
