import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { readAccount } from '../rules/account.js';

/** What was paid of an invoice for one prestation when a period began, and when it ended. */
export interface PaidAmount {
  readonly familyId: number;
  readonly invoiceId: number;
  readonly prestationId: number;
  readonly before: Cents;
  readonly after: Cents;
}

/** Money of a family that came in, or went back, on a day. */
export interface FamilyReceipt {
  readonly on: Temporal.PlainDate;
  /** Code of the means; null for what was paid at the Trésorerie. */
  readonly means: string | null;
  /** What the ledger says of it: no name of a person. */
  readonly label: string;
  /** Negative where a payment did not hold. */
  readonly cents: Cents;
}

const PAYS =
  "('payment', 'payment-reversal', 'credit-use', 'credit-use-reversal', 'claim-payment', 'claim-payment-reversal')";
const COMES_IN = "('payment', 'payment-reversal', 'claim-payment', 'claim-payment-reversal')";

/**
 * What families paid, read from their debts: at the régie or at the Trésorerie, by money or by a credit, less what did
 * not hold and what a credit note gave back after it was paid. A debt that is moved or given up is not paid.
 */
@Injectable()
export class PaidAmounts {
  constructor(private readonly database: Database) {}

  /** The families of which anything was paid from `from` to `to`, some at a time in the order of ids. */
  async families(
    collectiviteId: number,
    { from, to }: Period,
    { after, take }: { readonly after: number; readonly take: number },
  ): Promise<number[]> {
    const rows = await this.database.read(() =>
      this.database.rows<{ family_id: number }>(
        `SELECT DISTINCT l.family_id FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
         WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ? AND l.family_id > ?
           AND (e.source_kind IN ${PAYS} OR e.source_kind = 'credit-note')
         ORDER BY l.family_id LIMIT ${take}`,
        [collectiviteId, from.toString(), to.toString(), after],
      ),
    );
    return rows.map(({ family_id }) => Number(family_id));
  }

  /** Of some families (a few hundred), what changed from `from` to `to`. */
  async between(collectiviteId: number, familyIds: readonly number[], { from, to }: Period): Promise<PaidAmount[]> {
    if (familyIds.length === 0) return [];
    const rows = await this.database.read(() =>
      this.database.rows<PaidRow>(
        `SELECT paid.family_id, paid.invoice_id, paid.prestation_id,
           SUM(CASE WHEN paid.date < ? THEN paid.cents ELSE 0 END) AS paid_before, SUM(paid.cents) AS paid_after
         FROM (
           SELECT l.family_id, l.invoice_id, l.prestation_id, e.date,
             CASE WHEN a.kind = 'CREDIT' THEN l.amount_cents ELSE -l.amount_cents END AS cents
           FROM ledger_lines l
           JOIN ledger_accounts a ON a.id = l.account_id
           JOIN ledger_entries e ON e.id = l.entry_id
           WHERE l.collectivite_id = ? AND l.family_id IN (${familyIds.map(() => '?').join(', ')}) AND e.date <= ?
             AND l.invoice_id IS NOT NULL
             AND ((a.kind IN ('FAMILY', 'CLAIM') AND e.source_kind IN ${PAYS})
               OR (a.kind = 'CREDIT' AND e.source_kind = 'credit-note'))
         ) paid
         GROUP BY paid.family_id, paid.invoice_id, paid.prestation_id
         HAVING SUM(CASE WHEN paid.date < ? THEN 0 ELSE paid.cents END) <> 0
         ORDER BY paid.family_id, paid.invoice_id, paid.prestation_id`,
        [from.toString(), collectiviteId, ...familyIds, to.toString(), from.toString()],
      ),
    );
    return rows.map((row) => ({
      familyId: Number(row.family_id),
      invoiceId: Number(row.invoice_id),
      prestationId: Number(row.prestation_id),
      before: Number(row.paid_before),
      after: Number(row.paid_after),
    }));
  }

  /** The money of one family from `from` to `to`, in the order of the days. */
  async receiptsOf(collectiviteId: number, familyId: number, { from, to }: Period): Promise<FamilyReceipt[]> {
    const rows = await this.database.read(() =>
      this.database.rows<{ date: string; label: string; code: string; cents: number | string }>(
        `SELECT e.date, e.label, a.code, SUM(l.amount_cents) AS cents
         FROM ledger_entries e
         JOIN ledger_lines l ON l.entry_id = e.id
         JOIN ledger_accounts a ON a.id = l.account_id
         WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ? AND e.source_kind IN ${COMES_IN}
           AND l.family_id = ? AND a.kind IN ('MEANS', 'TREASURY')
         GROUP BY e.id, e.date, e.label, a.code
         ORDER BY e.date, e.id`,
        [collectiviteId, from.toString(), to.toString(), familyId],
      ),
    );
    return rows.map(({ date, label, code, cents }) => {
      const account = readAccount(code);
      return {
        on: Temporal.PlainDate.from(date),
        means: account.kind === 'MEANS' ? account.means : null,
        label,
        cents: Number(cents),
      };
    });
  }
}

interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

interface PaidRow {
  readonly family_id: number;
  readonly invoice_id: number;
  readonly prestation_id: number;
  readonly paid_before: number | string;
  readonly paid_after: number | string;
}
