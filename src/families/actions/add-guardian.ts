import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { FamilyRow } from '../data/family.entity.js';
import { GuardianRow } from '../data/guardian.entity.js';
import { TakeTurn } from '../data/take-turn.js';
import { readEntry } from '../rules/register-entry.js';
import { tooManyGuardians } from './create-family.js';
import { TodayIn } from './today-in.js';

@Injectable()
export class AddGuardian {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly todayIn: TodayIn,
    private readonly takeTurn: TakeTurn,
  ) {}

  /** Answers the id. Throws NOT_FOUND, INVALID_REQUEST, TOO_MANY_GUARDIANS. */
  async run(collectiviteId: number, familyId: number, typed: object, accountId: number | null): Promise<number> {
    const today = await this.todayIn.run(collectiviteId);
    const { values, errors } = readEntry('guardian', typed, today, { whole: true });
    if (errors.length > 0) throw invalidRequest(errors);
    return this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      if (!(await this.database.repository(FamilyRow).existsBy({ collectiviteId, id: familyId }))) {
        throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans votre collectivité.');
      }
      const others = await this.database.repository(GuardianRow).findBy({ collectiviteId, familyId });
      const position = [1, 2].find((place) => others.every((other) => other.position !== place));
      if (position === undefined) throw tooManyGuardians();
      const id = await this.database.insert(GuardianRow, { ...values, collectiviteId, familyId, position });
      await this.audit.record({ collectiviteId, accountId, action: 'guardian.added', subject: `guardian:${id}` });
      return id;
    });
  }
}
