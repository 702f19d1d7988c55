import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isBefore, lastAlike, type Temporal } from '../../../kernel/civil-time.js';
import { Database } from '../../../platform/database/database.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { QuotientRow } from '../../data/quotient.entity.js';
import { type DatedQuotient, quotientOn } from '../../rules/quotient.js';

/** The quotient of each family on any date. */
export interface QuotientBook {
  /** In hundredths (642,50 is 64250); null when none is known for that date. */
  quotientOn(familyId: number, date: Temporal.PlainDate): number | null;
  /** The last day of the latest quotient that ended before that date; null when none did. */
  expiredOn(familyId: number, date: Temporal.PlainDate): Temporal.PlainDate | null;
  /** The last date, from that one on, on which both answers are the same; null when they stay. */
  sameUntil(familyId: number, date: Temporal.PlainDate): Temporal.PlainDate | null;
}

@Injectable()
export class LoadQuotients {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, familyIds: Iterable<number>): Promise<QuotientBook> {
    return this.database.read(async () => {
      const dated = new Map<number, DatedQuotient[]>();
      for (const ids of chunksOf([...new Set(familyIds)])) {
        const rows = await this.database.repository(QuotientRow).findBy({ collectiviteId, familyId: In([...ids]) });
        for (const [familyId, group] of groupedBy(rows, (row) => row.familyId)) dated.set(familyId, group.map(datedOf));
      }
      return {
        quotientOn: (familyId, date) => quotientOn(dated.get(familyId) ?? [], date)?.hundredths ?? null,
        expiredOn: (familyId, date) => latestEnd(dated.get(familyId) ?? [], date),
        sameUntil: (familyId, date) => lastAlike(dated.get(familyId) ?? [], date),
      };
    });
  }
}

export function datedOf({ valueHundredths, fromDate, toDate }: QuotientRow): DatedQuotient {
  return { hundredths: valueHundredths, from: fromDate, to: toDate };
}

function latestEnd(quotients: readonly DatedQuotient[], date: Temporal.PlainDate): Temporal.PlainDate | null {
  const ends = quotients.flatMap(({ to }) => (to !== null && isBefore(to, date) ? [to] : []));
  return ends.reduce<Temporal.PlainDate | null>((last, end) => (last && isBefore(end, last) ? last : end), null);
}
