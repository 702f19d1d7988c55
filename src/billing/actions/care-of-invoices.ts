import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';

/** What was charged to a child on an invoice for one prestation, with the care in it. */
export interface ChargedCare {
  readonly invoiceId: number;
  readonly prestationId: number;
  readonly childId: number;
  readonly careCents: Cents;
  /** The rest, where the tariff tells the care. */
  readonly otherCents: Cents;
  /** All of it, where the tariff does not. */
  readonly unknownCents: Cents;
}

/** The care in what was billed, summed by the database. */
@Injectable()
export class CareOfInvoices {
  constructor(private readonly database: Database) {}

  async run(collectiviteId: number, invoiceIds: Iterable<number>): Promise<ChargedCare[]> {
    const found: ChargedCare[] = [];
    for (const ids of chunksOf(new Set(invoiceIds))) {
      const rows = await this.database.read(() =>
        this.database.rows<CareRow>(
          `SELECT invoice_id, prestation_id, child_id, SUM(COALESCE(care_cents, 0)) AS care,
             SUM(CASE WHEN care_cents IS NULL THEN 0 ELSE amount_cents - care_cents END) AS other,
             SUM(CASE WHEN care_cents IS NULL THEN amount_cents ELSE 0 END) AS untold
           FROM charges WHERE collectivite_id = ? AND invoice_id IN (${ids.map(() => '?').join(', ')})
           GROUP BY invoice_id, prestation_id, child_id
           ORDER BY invoice_id, prestation_id, child_id`,
          [collectiviteId, ...ids],
        ),
      );
      for (const row of rows) {
        found.push({
          invoiceId: Number(row.invoice_id),
          prestationId: Number(row.prestation_id),
          childId: Number(row.child_id),
          careCents: Number(row.care),
          otherCents: Number(row.other),
          unknownCents: Number(row.untold),
        });
      }
    }
    return found;
  }
}

interface CareRow {
  readonly invoice_id: number;
  readonly prestation_id: number;
  readonly child_id: number;
  readonly care: number | string;
  readonly other: number | string;
  readonly untold: number | string;
}
