import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { chunksOf } from '../../../kernel/lists.js';
import { Database } from '../../../platform/database/database.js';
import { addedCare, careLeft, type CareParts } from '../../rules/care-left.js';

/** What was charged to a child on an invoice for one prestation, less what credit notes took back until then. */
export interface ChargedCare {
  readonly invoiceId: number;
  readonly prestationId: number;
  readonly childId: number;
  /** When the period began. */
  readonly before: CareParts;
  /** When it ended. */
  readonly after: CareParts;
}

interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The care in what was billed: summed by the database, but for the charges that credit notes took back from. */
@Injectable()
export class CareOfInvoices {
  constructor(private readonly database: Database) {}

  async run(collectiviteId: number, invoiceIds: Iterable<number>, period: Period): Promise<ChargedCare[]> {
    const found = new Map<string, ChargedCare>();
    const add = (charged: ChargedCare) => {
      const key = `${charged.invoiceId}/${charged.prestationId}/${charged.childId}`;
      const earlier = found.get(key);
      found.set(
        key,
        earlier
          ? {
              ...earlier,
              before: addedCare(earlier.before, charged.before),
              after: addedCare(earlier.after, charged.after),
            }
          : charged,
      );
    };
    await this.database.read(async () => {
      for (const ids of chunksOf(new Set(invoiceIds))) {
        (await this.whole(collectiviteId, ids)).forEach(add);
        (await this.takenBack(collectiviteId, ids, period)).forEach(add);
      }
    });
    return [...found.values()];
  }

  private async whole(collectiviteId: number, ids: readonly number[]): Promise<ChargedCare[]> {
    const rows = await this.database.rows<ChargeRow & { care: Sum; other: Sum; untold: Sum }>(
      `SELECT invoice_id, prestation_id, child_id, SUM(COALESCE(care_cents, 0)) AS care,
         SUM(CASE WHEN care_cents IS NULL THEN 0 ELSE amount_cents - care_cents END) AS other,
         SUM(CASE WHEN care_cents IS NULL THEN amount_cents ELSE 0 END) AS untold
       FROM charges
       WHERE collectivite_id = ? AND invoice_id IN (${ids.map(() => '?').join(', ')}) AND credited_cents = 0
       GROUP BY invoice_id, prestation_id, child_id`,
      [collectiviteId, ...ids],
    );
    return rows.map((row) => {
      const parts = { careCents: Number(row.care), otherCents: Number(row.other), unknownCents: Number(row.untold) };
      return { ...about(row), before: parts, after: parts };
    });
  }

  private async takenBack(
    collectiviteId: number,
    ids: readonly number[],
    { from, to }: Period,
  ): Promise<ChargedCare[]> {
    const rows = await this.database.rows<ChargeRow & { amount_cents: number; care_cents: number | null } & Credited>(
      `SELECT c.invoice_id, c.prestation_id, c.child_id, c.amount_cents, c.care_cents,
         SUM(CASE WHEN n.issued_on < ? THEN l.amount_cents ELSE 0 END) AS credited_before,
         SUM(CASE WHEN n.issued_on <= ? THEN l.amount_cents ELSE 0 END) AS credited_after
       FROM charges c
       LEFT JOIN credit_note_lines l ON l.charge_id = c.id
       LEFT JOIN credit_notes n ON n.id = l.credit_note_id AND n.state = 'ISSUED'
       WHERE c.collectivite_id = ? AND c.invoice_id IN (${ids.map(() => '?').join(', ')}) AND c.credited_cents > 0
       GROUP BY c.id, c.invoice_id, c.prestation_id, c.child_id, c.amount_cents, c.care_cents`,
      [from.toString(), to.toString(), collectiviteId, ...ids],
    );
    return rows.map((row) => {
      const charge = { cents: row.amount_cents, careCents: row.care_cents };
      return {
        ...about(row),
        before: careLeft(charge, Number(row.credited_before)),
        after: careLeft(charge, Number(row.credited_after)),
      };
    });
  }
}

type Sum = number | string;

interface ChargeRow {
  readonly invoice_id: number;
  readonly prestation_id: number;
  readonly child_id: number;
}

interface Credited {
  readonly credited_before: Sum;
  readonly credited_after: Sum;
}

function about(row: ChargeRow): Pick<ChargedCare, 'invoiceId' | 'prestationId' | 'childId'> {
  return {
    invoiceId: Number(row.invoice_id),
    prestationId: Number(row.prestation_id),
    childId: Number(row.child_id),
  };
}
