import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { GuardianRow } from '../data/guardian.entity.js';
import { TakeTurn } from '../data/take-turn.js';
import { readEntry } from '../rules/register-entry.js';
import { TodayIn } from './today-in.js';

interface GuardianOf {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly guardianId: number;
}

@Injectable()
export class ChangeGuardian {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly todayIn: TodayIn,
    private readonly takeTurn: TakeTurn,
  ) {}

  /** What is absent stays. Throws NOT_FOUND, INVALID_REQUEST. */
  async run({ collectiviteId, familyId, guardianId }: GuardianOf, typed: object, accountId: number | null) {
    const { values, errors } = readEntry('guardian', typed, await this.todayIn.run(collectiviteId));
    if (errors.length > 0) throw invalidRequest(errors);
    await this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      const guardians = this.database.repository(GuardianRow);
      const criteria = { collectiviteId, familyId, id: guardianId };
      if (!(await guardians.existsBy(criteria))) throw guardianNotFound();
      if (Object.keys(values).length > 0) await guardians.update(criteria, values);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'guardian.changed',
        subject: `guardian:${guardianId}`,
        detail: { fields: Object.keys(values) },
      });
    });
  }

  /** The adult keeps the account but sees this foyer no more. Throws NOT_FOUND. */
  async removeAccess({ collectiviteId, familyId, guardianId }: GuardianOf, accountId: number | null): Promise<void> {
    await this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      const guardians = this.database.repository(GuardianRow);
      const criteria = { collectiviteId, familyId, id: guardianId };
      const guardian = await guardians.findOneBy(criteria);
      if (!guardian) throw guardianNotFound();
      if (guardian.accountId === null) return;
      await guardians.update(criteria, { accountId: null });
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'guardian.access-removed',
        subject: `guardian:${guardianId}`,
        detail: { account: guardian.accountId },
      });
    });
  }
}

function guardianNotFound() {
  return httpProblems.NOT_FOUND('Ce responsable n’existe pas dans cette famille.');
}
