import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import type { SessionRow } from '../../prestations/index.js';
import { concerns } from '../rules/absence.js';
import { FindAbsences } from './find-absences.js';

/** Which of the children expected in a session are announced absent. */
@Injectable()
export class FindAnnounced {
  constructor(
    private readonly database: Database,
    private readonly findAbsences: FindAbsences,
  ) {}

  /** `expected`: the children who have a place, each with the foyer that booked it. */
  run(
    { collectiviteId, prestationId, date }: SessionRow,
    expected: readonly { readonly childId: number; readonly familyId: number }[],
  ): Promise<Set<number>> {
    return this.database.read(async () => {
      const childIds = expected.map(({ childId }) => childId);
      const absences = groupedBy(
        await this.findAbsences.standing(collectiviteId, { from: date, to: date }, childIds),
        ({ childId }) => childId,
      );
      const absent = expected.filter(({ childId, familyId }) =>
        absences.get(childId)?.some((absence) => concerns(absence, { childId, familyId, prestationId, date })),
      );
      return new Set(absent.map(({ childId }) => childId));
    });
  }
}
