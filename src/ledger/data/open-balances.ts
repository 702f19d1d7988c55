import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { chunksOf, groupedBy } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import type { DebtKind } from '../rules/account.js';
import type { OpenItemAt } from '../rules/open-item.js';
import type { OpenItem } from '../rules/posting.js';

export interface OpenBalance {
  readonly prestationId: number;
  /** What remains due; never zero. */
  readonly cents: Cents;
}

/** An issued invoice that is not settled. */
export interface OpenItemBalance extends OpenItem {
  /** The day it was posted. */
  readonly issuedOn: Temporal.PlainDate;
  /** By prestation, in the order of their ids. */
  readonly open: readonly OpenBalance[];
}

/** SQL: whether the comptable has still to be paid something of an invoice. */
function atTreasury(invoiceId: string): string {
  return `(SELECT COALESCE(SUM(held.amount_cents), 0)
    FROM ledger_lines held JOIN ledger_accounts holder ON holder.id = held.account_id AND holder.kind = 'CLAIM'
    WHERE held.invoice_id = ${invoiceId}) > 0`;
}

/**
 * What remains due: sums of the families' accounts, kept nowhere. Unless told, what is due at the régie (`FAMILY`); what
 * the comptable public took over is on another account (`CLAIM`). An invoice is collected in one channel at a time: while
 * something of it is due to the comptable, what is due again at the régie (a cheque that bounced) waits.
 */
@Injectable()
export class OpenBalances {
  constructor(private readonly database: Database) {}

  /** By invoice; an invoice that is settled, or that has nothing in the ledger, has an empty list. */
  async ofInvoices(
    collectiviteId: number,
    invoiceIds: readonly number[],
    debt: DebtKind = 'FAMILY',
  ): Promise<Map<number, OpenBalance[]>> {
    const balances = new Map<number, OpenBalance[]>(invoiceIds.map((id) => [id, []]));
    await this.database.read(async () => {
      for (const some of chunksOf(balances.keys())) {
        const rows = await this.database.rows<{ invoice_id: number; prestation_id: number; cents: number | string }>(
          `SELECT l.invoice_id, l.prestation_id, SUM(l.amount_cents) AS cents
           FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
           WHERE l.collectivite_id = ? AND l.invoice_id IN (${some.map(() => '?').join(',')}) AND a.kind = ?
           GROUP BY l.invoice_id, l.prestation_id
           HAVING SUM(l.amount_cents) <> 0
           ORDER BY l.invoice_id, l.prestation_id`,
          [collectiviteId, ...some, debt],
        );
        for (const row of rows) {
          balances.get(row.invoice_id)!.push({ prestationId: row.prestation_id, cents: Number(row.cents) });
        }
      }
    });
    return balances;
  }

  /** What a family has still to pay there, the oldest due first; what waits for the comptable is not in it. */
  ofFamily(collectiviteId: number, familyId: number, debt: DebtKind = 'FAMILY'): Promise<OpenItemBalance[]> {
    return this.ofAccount(
      collectiviteId,
      familyId,
      debt,
      debt === 'FAMILY' ? `AND NOT ${atTreasury('l.invoice_id')}` : '',
    );
  }

  /** What is due at the régie and waits: nothing collects it before the comptable is paid or gives the rest back. */
  waitingOf(collectiviteId: number, familyId: number): Promise<OpenItemBalance[]> {
    return this.ofAccount(collectiviteId, familyId, 'FAMILY', `AND ${atTreasury('l.invoice_id')}`);
  }

  /** Those of these invoices of which something is due to the comptable. */
  async atTreasury(collectiviteId: number, invoiceIds: readonly number[]): Promise<Set<number>> {
    const open = await this.ofInvoices(collectiviteId, invoiceIds, 'CLAIM');
    return new Set([...open].filter(([, parts]) => parts.length > 0).map(([id]) => id));
  }

  /** Those of these invoices that the comptable has taken over and has not given back, whether or not he was paid. */
  async takenOver(collectiviteId: number, invoiceIds: readonly number[]): Promise<Set<number>> {
    const held = new Set<number>();
    for (const some of chunksOf(new Set(invoiceIds))) {
      const rows = await this.database.read(() =>
        this.database.rows<{ invoice_id: number }>(
          `SELECT l.invoice_id FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
           WHERE l.collectivite_id = ? AND l.invoice_id IN (${some.map(() => '?').join(',')})
           GROUP BY l.invoice_id
           HAVING COUNT(DISTINCT CASE WHEN e.source_kind = 'claim' THEN e.id END) >
             COUNT(DISTINCT CASE WHEN e.source_kind = 'claim-return' THEN e.id END)`,
          [collectiviteId, ...some],
        ),
      );
      for (const { invoice_id } of rows) held.add(invoice_id);
    }
    return held;
  }

  private async ofAccount(
    collectiviteId: number,
    familyId: number,
    debt: DebtKind,
    besides: string,
  ): Promise<OpenItemBalance[]> {
    const rows = await this.database.read(() =>
      this.database.rows<FamilyRow>(
        `SELECT l.invoice_id, l.prestation_id, SUM(l.amount_cents) AS cents,
           e.invoice_number, e.due_on, e.date AS issued_on
         FROM ledger_lines l
         JOIN ledger_accounts a ON a.id = l.account_id
         JOIN ledger_entries e ON e.opens_invoice_id = l.invoice_id
         WHERE l.collectivite_id = ? AND l.family_id = ? AND a.kind = ?
         GROUP BY l.invoice_id, l.prestation_id, e.invoice_number, e.due_on, e.date
         HAVING SUM(l.amount_cents) <> 0 ${besides}
         ORDER BY e.due_on, l.invoice_id, l.prestation_id`,
        [collectiviteId, familyId, debt],
      ),
    );
    return [...groupedBy(rows, (row) => row.invoice_id)].map(([invoiceId, parts]) => ({
      invoiceId,
      number: parts[0]!.invoice_number,
      dueOn: Temporal.PlainDate.from(parts[0]!.due_on),
      issuedOn: Temporal.PlainDate.from(parts[0]!.issued_on),
      open: parts.map((part) => ({ prestationId: part.prestation_id, cents: Number(part.cents) })),
    }));
  }

  /** The invoices that were not settled at the end of the day `at`, the oldest due first. */
  at(collectiviteId: number, at: Temporal.PlainDate): Promise<OpenItemAt[]> {
    return this.openAt(collectiviteId, at, '');
  }

  /** Those of `at` that the régie may collect: what waits for the comptable, as things are now, is not in them. */
  collectableAt(collectiviteId: number, at: Temporal.PlainDate): Promise<OpenItemAt[]> {
    return this.openAt(collectiviteId, at, `AND NOT ${atTreasury('l.invoice_id')}`);
  }

  private async openAt(collectiviteId: number, at: Temporal.PlainDate, besides: string): Promise<OpenItemAt[]> {
    const rows = await this.database.read(() =>
      this.database.rows<AtRow>(
        `SELECT l.invoice_id, l.family_id, o.invoice_number, o.due_on, o.date AS issued_on,
           SUM(CASE WHEN l.amount_cents > 0 THEN l.amount_cents ELSE 0 END) AS invoiced,
           SUM(CASE WHEN l.amount_cents < 0 THEN -l.amount_cents ELSE 0 END) AS settled
         FROM ledger_entries e
         JOIN ledger_lines l ON l.entry_id = e.id
         JOIN ledger_accounts a ON a.id = l.account_id
         JOIN ledger_entries o ON o.opens_invoice_id = l.invoice_id
         WHERE e.collectivite_id = ? AND e.date <= ? AND a.kind = 'FAMILY'
         GROUP BY l.invoice_id, l.family_id, o.invoice_number, o.due_on, o.date
         HAVING SUM(l.amount_cents) <> 0 ${besides}
         ORDER BY o.due_on, l.invoice_id`,
        [collectiviteId, at.toString()],
      ),
    );
    return rows.map((row) => ({
      invoiceId: row.invoice_id,
      familyId: row.family_id,
      number: row.invoice_number,
      dueOn: Temporal.PlainDate.from(row.due_on),
      issuedOn: Temporal.PlainDate.from(row.issued_on),
      invoicedCents: Number(row.invoiced),
      settledCents: Number(row.settled),
    }));
  }
}

/**
 * SQL that holds where something remains due of an invoice, for a statement of another room that lists invoices;
 * `invoiceId` is its column there.
 */
export function remainsDue(invoiceId: string): string {
  return `(SELECT COALESCE(SUM(due.amount_cents), 0)
    FROM ledger_lines due JOIN ledger_accounts account ON account.id = due.account_id
    WHERE due.invoice_id = ${invoiceId} AND account.kind = 'FAMILY') > 0`;
}

interface FamilyRow {
  readonly invoice_id: number;
  readonly prestation_id: number;
  readonly cents: number | string;
  readonly invoice_number: string;
  readonly due_on: string;
  readonly issued_on: string;
}

interface AtRow {
  readonly invoice_id: number;
  readonly family_id: number;
  readonly invoice_number: string;
  readonly due_on: string;
  readonly issued_on: string;
  readonly invoiced: number | string;
  readonly settled: number | string;
}
