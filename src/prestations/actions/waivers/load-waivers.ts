import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { type DateSpan, spanHolds, Temporal } from '../../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { FamilyWaiverRow } from '../../data/family-waiver.entity.js';

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

/** Which waivers the families of a collectivité had at any moment, those that were taken back since included. */
export class WaiverHistory {
  private readonly byFamily: ReadonlyMap<number, readonly FamilyWaiverRow[]>;

  constructor(rows: readonly FamilyWaiverRow[]) {
    this.byFamily = groupedBy(rows, ({ familyId }) => familyId);
  }

  /** Those that ever had one. */
  get familyIds(): readonly number[] {
    return [...this.byFamily.keys()];
  }

  has(familyId: number): boolean {
    return this.byFamily.has(familyId);
  }

  /** The kinds of waiver that a family had, at a moment, for a day of service. */
  kindsAt(familyId: number, date: Temporal.PlainDate, at: Temporal.Instant): ReadonlySet<string> {
    const rows = this.byFamily.get(familyId) ?? [];
    return new Set(rows.filter((row) => spanHolds(spanOf(row), date) && stoodAt(row, at)).map(({ kind }) => kind));
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

  history(collectiviteId: number): Promise<WaiverHistory> {
    return this.database.read(
      async () => new WaiverHistory(await this.database.repository(FamilyWaiverRow).findBy({ collectiviteId })),
    );
  }
}

function stoodAt({ grantedAt, endedAt }: FamilyWaiverRow, at: Temporal.Instant): boolean {
  if (Temporal.Instant.compare(at, grantedAt) < 0) return false;
  return endedAt === null || Temporal.Instant.compare(at, endedAt) < 0;
}

function spanOf({ fromDate, toDate }: FamilyWaiverRow): DateSpan {
  return { from: fromDate, to: toDate };
}
