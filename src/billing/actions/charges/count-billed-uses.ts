import { Injectable } from '@nestjs/common';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import type { BillingPeriod } from '../../rules/billing-period.js';
import type { Counted, CountedUse, Tally } from '../../rules/tally.js';

/** A use and something that its price counts. */
export interface ToCount {
  readonly use: CountedUse;
  readonly counted: Counted;
}

/** Who counts, and the days that it bills whole. */
export interface CountingRun {
  readonly collectiviteId: number;
  readonly days: BillingPeriod | null;
}

interface Row {
  readonly family_id: number;
  readonly child_id: number;
  readonly uses: number;
}

/**
 * Starts the counts of a run from what was billed of other days than its own, one query for each prestation and period:
 * its own days it counts itself, whoever billed them before. What was taken back whole is no use.
 */
@Injectable()
export class CountBilledUses {
  constructor(private readonly database: Database) {}

  async run(run: CountingRun, wanted: readonly ToCount[], tally: Tally): Promise<void> {
    const fresh = wanted.filter(({ counted }) => !tally.knows(counted.key));
    const alike = groupedBy(fresh, ({ use, counted }) => JSON.stringify([use.prestationId, counted.billed]));
    for (const group of alike.values()) {
      const rows = await this.billed(run, group);
      for (const { use, counted } of group)
        tally.start(
          counted.key,
          rows
            .filter(({ family_id }) => Number(family_id) === use.familyId)
            .filter(({ child_id }) => counted.billed.per === 'FAMILY' || Number(child_id) === use.childId)
            .reduce((sum, { uses }) => sum + Number(uses), 0),
        );
    }
  }

  private async billed(run: CountingRun, group: readonly ToCount[]): Promise<Row[]> {
    const { use, counted } = group[0]!;
    const { span, events } = counted.billed;
    const rows: Row[] = [];
    for (const ids of chunksOf(new Set(group.map((one) => one.use.familyId))))
      rows.push(
        ...(await this.database.rows<Row>(
          `SELECT family_id, child_id, COUNT(DISTINCT session_id) AS uses FROM charges
           WHERE collectivite_id = ? AND prestation_id = ? AND date BETWEEN ? AND ?
             ${run.days ? 'AND date NOT BETWEEN ? AND ?' : ''}
             AND (amount_cents = 0 OR credited_cents < amount_cents)
             AND event IN (${events.map(() => '?').join(', ')}) AND family_id IN (${ids.map(() => '?').join(', ')})
           GROUP BY family_id, child_id`,
          [
            ...[run.collectiviteId, use.prestationId, span.from, span.to],
            ...(run.days ? [run.days.from.toString(), run.days.to.toString()] : []),
            ...events,
            ...ids,
          ],
        )),
      );
    return rows;
  }
}
