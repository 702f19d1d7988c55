import { Injectable } from '@nestjs/common';
import { nameKey } from '../../collectivites/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { invalidRequest } from '../../platform/http/validation.js';
import { FamilyRow } from '../data/family.entity.js';
import { GuardianRow } from '../data/guardian.entity.js';
import { TakeTurn } from '../data/take-turn.js';
import { familiesProblems } from '../problems.js';
import { readEntry } from '../rules/register-entry.js';
import type { Residency } from '../rules/residency.js';
import { TodayIn } from './today-in.js';

export interface NewFamily {
  readonly externalRef?: string | null | undefined;
  readonly residency?: Residency | null | undefined;
  /** The fields of a household, as typed. */
  readonly name: string;
  /** One or two adults, their fields as typed. */
  readonly guardians: readonly object[];
}

@Injectable()
export class CreateFamily {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly todayIn: TodayIn,
    private readonly takeTurn: TakeTurn,
  ) {}

  /** Answers the id. Throws INVALID_REQUEST, FAMILY_REF_TAKEN, TOO_MANY_GUARDIANS. */
  async run(collectiviteId: number, family: NewFamily, accountId: number | null): Promise<number> {
    const today = await this.todayIn.run(collectiviteId);
    const entry = readEntry('family', family, today, { whole: true });
    const adults = family.guardians.map((guardian, index) =>
      readEntry('guardian', guardian, today, { whole: true, prefix: `guardians[${index}].` }),
    );
    const errors = [...entry.errors, ...adults.flatMap((adult) => adult.errors)];
    if (errors.length > 0) throw invalidRequest(errors);
    if (adults.length > 2) throw tooManyGuardians();
    try {
      return await this.database.unit(async () => {
        await this.takeTurn.run(collectiviteId);
        const id = await this.database.insert(FamilyRow, {
          ...familyColumns(entry.values),
          collectiviteId,
          externalRef: family.externalRef ?? null,
          residency: family.residency ?? null,
          createdAt: this.clock.now(),
        });
        for (const [index, { values }] of adults.entries()) {
          await this.database.insert(GuardianRow, { ...values, collectiviteId, familyId: id, position: index + 1 });
        }
        await this.audit.record({ collectiviteId, accountId, action: 'family.created', subject: `family:${id}` });
        return id;
      });
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? refTaken() : error;
    }
  }
}

/** A row's values with the key that searches compare. */
export function familyColumns(values: Readonly<Record<string, string | null>>): Partial<FamilyRow> {
  const { name } = values;
  return { ...values, ...(name ? { nameKey: nameKey(name, 160) } : {}) };
}

export function refTaken() {
  return familiesProblems.FAMILY_REF_TAKEN('Une autre famille porte déjà ce numéro : vérifiez-le.', {
    errors: [{ field: 'externalRef', message: 'ce numéro est déjà pris.' }],
  });
}

export function tooManyGuardians() {
  return familiesProblems.TOO_MANY_GUARDIANS(
    'Un foyer a deux responsables au plus : modifiez l’un des deux, ou créez un autre foyer.',
  );
}
