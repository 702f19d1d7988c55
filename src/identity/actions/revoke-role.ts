import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { identityProblems } from '../problems.js';
import type { Role } from '../rules/role.js';

interface Revocation {
  readonly collectiviteId: number;
  readonly accountId: number;
  readonly role: Role;
  readonly revokedBy: number;
}

/** Takes a role back from an account of the mairie; its open sessions lose it at their next request. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Throws NOT_FOUND when the account does not have the role, LAST_ADMINISTRATOR when nobody else could administer. */
  async run({ collectiviteId, accountId, role, revokedBy }: Revocation): Promise<void> {
    await this.database.unit(async () => {
      if (role === 'administrateur') await this.assertAnotherAdministrator(collectiviteId, accountId);
      const removed = await this.database.change(
        'DELETE FROM memberships WHERE collectivite_id = ? AND account_id = ? AND role = ?',
        [collectiviteId, accountId, role],
      );
      if (removed === 0) throw httpProblems.NOT_FOUND('Cette personne n’a pas ce rôle dans votre collectivité.');
      await this.audit.record({
        collectiviteId,
        accountId: revokedBy,
        action: 'member.role-revoked',
        subject: `account:${accountId}`,
        detail: { role },
      });
    });
  }

  /** Locks the administrateurs: two who take each other's role away at once wait for each other here. */
  private async assertAnotherAdministrator(collectiviteId: number, accountId: number): Promise<void> {
    const administrators = await this.database.rows<{ account_id: number; disabled_at: number | null }>(
      `SELECT m.account_id, a.disabled_at FROM memberships m JOIN accounts a ON a.id = m.account_id
       WHERE m.collectivite_id = ? AND m.role = 'administrateur' ORDER BY m.id${this.database.dialect.forUpdate}`,
      [collectiviteId],
    );
    const isOne = administrators.some((one) => Number(one.account_id) === accountId);
    const others = administrators.filter((one) => Number(one.account_id) !== accountId && one.disabled_at === null);
    if (isOne && others.length === 0) {
      throw identityProblems.LAST_ADMINISTRATOR(
        'C’est le dernier administrateur de votre collectivité. Nommez-en un autre avant de lui retirer ce rôle.',
      );
    }
  }
}
