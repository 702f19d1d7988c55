import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type Access, type CallerRequest, rolesIn } from '../../identity/index.js';
import { Database } from '../../platform/database/database.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';

/** On which family the caller acts, and as whom. */
export interface FamilyAccess {
  readonly familyId: number;
  readonly collectiviteId: number;
  /** True for a guardian of the family, false for the mairie acting for it. */
  readonly asParent: boolean;
}

/** An unknown family and a stranger's look the same: 404. */
@Injectable()
export class FamilyGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallerRequest & { family?: FamilyAccess }>();
    const familyId = new IdPipe().transform(String((request.params as { familyId?: string }).familyId));
    const caller = request.user!;
    const [family] = await this.database.read(() =>
      this.database.rows<{ collectivite_id: number; guardian_id: number | null }>(
        `SELECT f.collectivite_id, g.id AS guardian_id
         FROM families f LEFT JOIN guardians g ON g.family_id = f.id AND g.account_id = ?
         WHERE f.id = ?`,
        [caller.accountId, familyId],
      ),
    );
    const declared = this.reflector.get<Access>(ACCESS, context.getHandler());
    const staffRoles = declared.kind === 'family' ? declared.roles : [];
    const collectiviteId = Number(family?.collectivite_id);
    const asParent = family !== undefined && family.guardian_id !== null;
    const asStaff = family !== undefined && rolesIn(caller, collectiviteId).some((role) => staffRoles.includes(role));
    if (!asParent && !asStaff) {
      throw httpProblems.NOT_FOUND('Cette adresse n’existe pas, ou vous n’y avez pas accès.');
    }
    request.family = { familyId, collectiviteId, asParent };
    return true;
  }
}
