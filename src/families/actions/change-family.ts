import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { FamilyRow } from '../data/family.entity.js';
import { TakeTurn } from '../data/take-turn.js';
import { readEntry } from '../rules/register-entry.js';
import type { Residency } from '../rules/residency.js';
import { familyColumns, refTaken } from './create-family.js';
import { TodayIn } from './today-in.js';

@Injectable()
export class ChangeFamily {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly todayIn: TodayIn,
    private readonly takeTurn: TakeTurn,
  ) {}

  /** What is absent stays. Throws NOT_FOUND, INVALID_REQUEST, FAMILY_REF_TAKEN. */
  async run(
    collectiviteId: number,
    familyId: number,
    typed: { readonly externalRef?: string | null | undefined; readonly residency?: Residency | null | undefined },
    accountId: number | null,
  ): Promise<void> {
    const { values, errors } = readEntry('family', typed, await this.todayIn.run(collectiviteId));
    if (errors.length > 0) throw invalidRequest(errors);
    const { externalRef, residency } = typed;
    const columns = {
      ...familyColumns(values),
      ...(externalRef === undefined ? {} : { externalRef }),
      ...(residency === undefined ? {} : { residency }),
    };
    try {
      await this.database.unit(async () => {
        await this.takeTurn.run(collectiviteId);
        const families = this.database.repository(FamilyRow);
        if (!(await families.existsBy({ collectiviteId, id: familyId }))) {
          throw httpProblems.NOT_FOUND('Cette famille n’existe pas dans votre collectivité.');
        }
        if (Object.keys(columns).length > 0) await families.update({ collectiviteId, id: familyId }, columns);
        await this.audit.record({
          collectiviteId,
          accountId,
          action: 'family.changed',
          subject: `family:${familyId}`,
          detail: { fields: Object.keys(columns) },
        });
      });
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? refTaken() : error;
    }
  }
}
