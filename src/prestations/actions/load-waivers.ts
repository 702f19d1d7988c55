import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { type DateSpan, spanHolds, type Temporal } from '../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { FamilyWaiverRow } from '../data/family-waiver.entity.js';

/** Which waivers of the policies some families have, day by day. */
export class WaiverBook {
  private readonly byFamily: ReadonlyMap<number, readonly FamilyWaiverRow[]>;

  constructor(rows: readonly FamilyWaiverRow[]) {
    this.byFamily = groupedBy(rows, ({ familyId }) => familyId);
  }

  /** The kinds of waiver that a family has on a day of service. */
  kindsOf(familyId: number, date: Temporal.PlainDate): ReadonlySet<string> {
    const rows = this.byFamily.get(familyId) ?? [];
    return new Set(rows.filter((row) => spanHolds(spanOf(row), date)).map(({ kind }) => kind));
  }
}

@Injectable()
export class LoadWaivers {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, familyIds: Iterable<number>): Promise<WaiverBook> {
    return this.database.read(async () => {
      const rows: FamilyWaiverRow[] = [];
      for (const ids of chunksOf(familyIds))
        rows.push(
          ...(await this.database
            .repository(FamilyWaiverRow)
            .findBy({ collectiviteId, familyId: In(ids), endedAt: IsNull() })),
        );
      return new WaiverBook(rows);
    });
  }
}

function spanOf({ fromDate, toDate }: FamilyWaiverRow): DateSpan {
  return { from: fromDate, to: toDate };
}
