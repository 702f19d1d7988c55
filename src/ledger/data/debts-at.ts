import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { type DebtKind, readAccount } from '../rules/account.js';
import type { DebtAt, DebtFilter, DebtsRead, ProductDebt } from '../rules/debt-at.js';
import { imputedTo, PRODUCT_OF_LINE } from './line-conditions.js';

/** The lines of debts, with the entry `o` that opened the invoice. */
const DEBT_LINES = `FROM ledger_entries e
  JOIN ledger_lines l ON l.entry_id = e.id
  JOIN ledger_accounts a ON a.id = l.account_id AND a.kind IN ('FAMILY', 'CLAIM')
  JOIN ledger_entries o ON o.opens_invoice_id = l.invoice_id`;

/** What asks for a debt in a channel, or moves it there and away; the rest settles it. */
const ASKS = "('invoice', 'claim', 'claim-return')";
const GIVES_UP = "('write-off', 'write-off-reversal', 'claim-write-off')";

/** What families owed at the end of a day, at the régie and to the comptable, whatever happened since. */
@Injectable()
export class DebtsAt {
  constructor(private readonly database: Database) {}

  read(collectiviteId: number, at: Temporal.PlainDate, filter: DebtFilter = {}): Promise<DebtsRead> {
    return this.database.read(async () => ({
      at,
      items: await this.items(collectiviteId, at, filter),
      byProduct: await this.byProduct(collectiviteId, at, filter),
      balanceCents: await this.balance(collectiviteId, at, filter),
    }));
  }

  /** The balance of the accounts of debts; by no invoice, so that it proves the two others. */
  async balance(collectiviteId: number, at: Temporal.PlainDate, filter: DebtFilter = {}): Promise<Cents> {
    const { sql, parameters } = asked(collectiviteId, at, filter);
    const opened = filter.year === undefined ? '' : 'JOIN ledger_entries o ON o.opens_invoice_id = l.invoice_id';
    const [row] = await this.database.read(() =>
      this.database.rows<{ cents: number | string | null }>(
        `SELECT SUM(l.amount_cents) AS cents
         FROM ledger_entries e
         JOIN ledger_lines l ON l.entry_id = e.id
         JOIN ledger_accounts a ON a.id = l.account_id AND a.kind IN ('FAMILY', 'CLAIM') ${opened}
         WHERE ${sql}`,
        parameters,
      ),
    );
    return Number(row?.cents ?? 0);
  }

  private async items(collectiviteId: number, at: Temporal.PlainDate, filter: DebtFilter): Promise<DebtAt[]> {
    const { sql, parameters } = asked(collectiviteId, at, filter);
    const rows = await this.database.rows<ItemRow>(
      `SELECT l.invoice_id, l.family_id, a.kind, o.invoice_number, o.due_on, o.date AS issued_on,
         SUM(CASE WHEN e.source_kind IN ${ASKS} THEN l.amount_cents ELSE 0 END) AS invoiced,
         SUM(CASE WHEN e.source_kind IN ${ASKS} THEN 0 ELSE -l.amount_cents END) AS settled,
         SUM(CASE WHEN e.source_kind IN ${GIVES_UP} THEN -l.amount_cents ELSE 0 END) AS written_off
       ${DEBT_LINES} WHERE ${sql}
       GROUP BY l.invoice_id, l.family_id, a.kind, o.invoice_number, o.due_on, o.date
       HAVING SUM(l.amount_cents) <> 0
       ORDER BY o.due_on, l.invoice_id, a.kind`,
      parameters,
    );
    return rows.map((row) => ({
      invoiceId: row.invoice_id,
      familyId: row.family_id,
      debt: row.kind,
      number: row.invoice_number,
      dueOn: Temporal.PlainDate.from(row.due_on),
      issuedOn: Temporal.PlainDate.from(row.issued_on),
      invoicedCents: Number(row.invoiced),
      settledCents: Number(row.settled),
      writtenOffCents: Number(row.written_off),
    }));
  }

  private async byProduct(collectiviteId: number, at: Temporal.PlainDate, filter: DebtFilter): Promise<ProductDebt[]> {
    const { sql, parameters } = asked(collectiviteId, at, filter);
    const rows = await this.database.rows<ProductRow>(
      `SELECT t.year, t.kind, t.prestation_id, t.product, COUNT(*) AS invoices, SUM(t.cents) AS cents
       FROM (
         SELECT l.year, l.kind, l.prestation_id, l.cents, ${PRODUCT_OF_LINE} AS product
         FROM (
           SELECT SUBSTR(o.date, 1, 4) AS year, a.kind, l.invoice_id, l.prestation_id, SUM(l.amount_cents) AS cents
           ${DEBT_LINES} WHERE ${sql}
           GROUP BY SUBSTR(o.date, 1, 4), a.kind, l.invoice_id, l.prestation_id
           HAVING SUM(l.amount_cents) <> 0
         ) l
       ) t
       GROUP BY t.year, t.kind, t.prestation_id, t.product
       ORDER BY t.year, t.kind DESC, t.product`,
      parameters,
    );
    return rows.map((row) => ({
      year: Number(row.year),
      debt: row.kind,
      prestationId: row.prestation_id,
      imputation: imputationOf(row.product),
      invoices: Number(row.invoices),
      cents: Number(row.cents),
    }));
  }
}

function asked(collectiviteId: number, at: Temporal.PlainDate, filter: DebtFilter) {
  const { debt, prestationId, familyId, year, nature, function: fonction } = filter;
  const all: readonly (readonly [sql: string, ...values: unknown[]])[] = [
    ['e.collectivite_id = ?', collectiviteId],
    ['e.date <= ?', at.toString()],
    ...(debt === undefined ? [] : [['a.kind = ?', debt] as const]),
    ...(prestationId === undefined ? [] : [['l.prestation_id = ?', prestationId] as const]),
    ...(familyId === undefined ? [] : [['l.family_id = ?', familyId] as const]),
    ...imputedTo({ nature, fonction }),
    ...(year === undefined ? [] : [['SUBSTR(o.date, 1, 4) = ?', String(year)] as const]),
  ];
  return { sql: all.map(([sql]) => sql).join(' AND '), parameters: all.flatMap(([, ...values]) => values) };
}

function imputationOf(code: string) {
  const account = readAccount(code);
  if (account.kind !== 'PRODUCT') throw new RangeError(`${code} is not the account of a product`);
  return account.imputation;
}

interface ItemRow {
  readonly invoice_id: number;
  readonly family_id: number;
  readonly kind: DebtKind;
  readonly invoice_number: string;
  readonly due_on: string;
  readonly issued_on: string;
  readonly invoiced: number | string;
  readonly settled: number | string;
  readonly written_off: number | string;
}

interface ProductRow {
  readonly year: string;
  readonly kind: DebtKind;
  readonly prestation_id: number;
  readonly product: string;
  readonly invoices: number | string;
  readonly cents: number | string;
}
