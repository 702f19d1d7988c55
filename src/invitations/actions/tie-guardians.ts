import { Injectable } from '@nestjs/common';
import { GuardianRow } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { invitationsProblems } from '../problems.js';
import { isSameAdult } from '../rules/same-adult.js';
import { LockGuardians } from './lock-guardians.js';
import { usedInvitation } from './usable-invitation.js';

/** Ties an adult's account to their rows in the foyers of one collectivité. Call inside a unit. */
@Injectable()
export class TieGuardians {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lockGuardians: LockGuardians,
  ) {}

  /** The guardian, and the rows of the same adult in other foyers that have no account: at most one for each foyer. */
  async lock(guardian: GuardianRow): Promise<GuardianRow[]> {
    const { collectiviteId, email } = guardian;
    const alike = email === null ? [] : await this.database.repository(GuardianRow).findBy({ collectiviteId, email });
    const ids = alike
      .filter((other) => other.familyId !== guardian.familyId && isSameAdult(guardian, other))
      .map(({ id }) => id);
    const locked = await this.lockGuardians.run(collectiviteId, [guardian.id, ...ids]);
    return locked.filter(
      ({ id, accountId, familyId }, index) =>
        accountId === null && (id === guardian.id || locked.findIndex((one) => one.familyId === familyId) === index),
    );
  }

  /** Throws INVITATION_USED when the guardian got an account meanwhile, EMAIL_OF_OTHER_GUARDIAN. */
  async run(guardian: GuardianRow, guardians: readonly GuardianRow[], accountId: number): Promise<void> {
    if (!guardians.some(({ id }) => id === guardian.id)) throw usedInvitation();
    for (const { id, familyId, collectiviteId } of guardians) {
      const isOther = await this.isTiedTo(familyId, accountId);
      if (isOther && id === guardian.id) throw otherGuardian();
      if (isOther) continue;
      await this.tie(collectiviteId, id, accountId);
      await this.database.change(
        'UPDATE invitations SET replaced_at = ? WHERE collectivite_id = ? AND guardian_id = ? AND used_at IS NULL AND replaced_at IS NULL',
        [this.clock.now().epochMilliseconds, collectiviteId, id],
      );
    }
  }

  private async tie(collectiviteId: number, guardianId: number, accountId: number): Promise<void> {
    try {
      await this.database.change(
        'UPDATE guardians SET account_id = ? WHERE collectivite_id = ? AND id = ? AND account_id IS NULL',
        [accountId, collectiviteId, guardianId],
      );
    } catch (error) {
      // The other guardian of the foyer took this account at the same moment.
      throw this.database.isDuplicateKey(error) ? otherGuardian() : error;
    }
  }

  private async isTiedTo(familyId: number, accountId: number): Promise<boolean> {
    const rows = await this.database.rows('SELECT id FROM guardians WHERE family_id = ? AND account_id = ?', [
      familyId,
      accountId,
    ]);
    return rows.length > 0;
  }
}

function otherGuardian() {
  return invitationsProblems.EMAIL_OF_OTHER_GUARDIAN(
    'Le compte de cette adresse est déjà celui de l’autre responsable du foyer. Demandez à la mairie d’enregistrer votre propre adresse : elle vous enverra une invitation.',
  );
}
