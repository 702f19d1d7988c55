import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { type AccountKind, type Imputation, readAccount } from '../rules/account.js';
import type { SourceKind } from '../rules/posting.js';
import type {
  CreditAccount,
  HeldReceipts,
  MeansAccount,
  MeansReceipts,
  PrestationReceipts,
  ReceiptTotals,
} from '../rules/receipts.js';

/** Entries by which money comes in, or goes back because it did not hold; what is handed over or refunded is none. */
const RECEIVED = "('payment', 'payment-reversal')";

/** What was received, summed by the database however many payments there are. An entry has one means at most. */
@Injectable()
export class Receipts {
  constructor(private readonly database: Database) {}

  /** Entries dated from `from` to `to`, both included. */
  async between(
    collectiviteId: number,
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
    { upToRank, opening }: ReadAgain = {},
  ): Promise<ReceiptTotals> {
    const period = [collectiviteId, from.toString(), to.toString()];
    const sealed =
      upToRank === undefined
        ? ''
        : `AND (SELECT s.chain_rank FROM ledger_seals s WHERE s.entry_id = e.id) <= ${Math.trunc(upToRank)}`;
    return this.database.read(async () => ({
      byPrestation: await this.byPrestation(period, sealed),
      byMeans: await this.byMeans(period, sealed),
      held: await this.held(period, sealed),
      accounts: await this.accounts(period, sealed, opening),
      credits: await this.credits(period, sealed, opening),
    }));
  }

  private async byPrestation(period: readonly unknown[], sealed: string): Promise<PrestationReceipts[]> {
    const rows = await this.database.rows<TotalRow & { prestation_id: number; product: string }>(
      `SELECT t.prestation_id, product.code AS product, means.code AS means,
         SUM(t.cents) AS cents, COUNT(DISTINCT t.payment_id) AS operations
       FROM (
         SELECT CASE WHEN e.source_kind = 'payment' THEN e.id END AS payment_id, l.prestation_id, -l.amount_cents AS cents, received.account_id AS means_id,
           (SELECT MIN(p.account_id) FROM ledger_lines p JOIN ledger_accounts pa ON pa.id = p.account_id
            WHERE p.invoice_id = l.invoice_id AND p.prestation_id = l.prestation_id AND pa.kind = 'PRODUCT'
           ) AS product_id
         FROM ledger_entries e
         JOIN ledger_lines l ON l.entry_id = e.id
         JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'FAMILY'
         JOIN (
           SELECT DISTINCT m.entry_id, m.account_id
           FROM ledger_entries me
           JOIN ledger_lines m ON m.entry_id = me.id
           JOIN ledger_accounts ma ON ma.id = m.account_id AND ma.kind = 'MEANS'
           WHERE me.collectivite_id = ? AND me.date BETWEEN ? AND ? AND me.source_kind IN ${RECEIVED}
         ) received ON received.entry_id = e.id
         WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ? ${sealed}
       ) t
       JOIN ledger_accounts product ON product.id = t.product_id
       JOIN ledger_accounts means ON means.id = t.means_id
       GROUP BY t.prestation_id, product.code, means.code
       ORDER BY t.prestation_id, product.code, means.code`,
      [...period, ...period],
    );
    return rows.map((row) => ({
      ...totals(row),
      prestationId: row.prestation_id,
      imputation: imputationOf(row.product),
    }));
  }

  private async byMeans(period: readonly unknown[], sealed: string): Promise<MeansReceipts[]> {
    const rows = await this.database.rows<TotalRow>(
      `SELECT a.code AS means, SUM(l.amount_cents) AS cents,
         COUNT(DISTINCT CASE WHEN e.source_kind = 'payment' THEN e.id END) AS operations
       FROM ledger_entries e
       JOIN ledger_lines l ON l.entry_id = e.id
       JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'MEANS'
       WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ? AND e.source_kind IN ${RECEIVED} ${sealed}
       GROUP BY a.code
       ORDER BY a.code`,
      period,
    );
    return rows.map(totals);
  }

  private async held(period: readonly unknown[], sealed: string): Promise<HeldReceipts[]> {
    const rows = await this.database.rows<Pick<TotalRow, 'means' | 'cents'>>(
      `SELECT received.code AS means, -SUM(l.amount_cents) AS cents
       FROM ledger_entries e
       JOIN ledger_lines l ON l.entry_id = e.id
       JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'CREDIT'
       JOIN (
         SELECT DISTINCT m.entry_id, ma.code
         FROM ledger_entries me
         JOIN ledger_lines m ON m.entry_id = me.id
         JOIN ledger_accounts ma ON ma.id = m.account_id AND ma.kind = 'MEANS'
         WHERE me.collectivite_id = ? AND me.date BETWEEN ? AND ? AND me.source_kind IN ${RECEIVED}
       ) received ON received.entry_id = e.id
       WHERE e.collectivite_id = ? AND e.date BETWEEN ? AND ? ${sealed}
       GROUP BY received.code ORDER BY received.code`,
      [...period, ...period],
    );
    return rows.map(({ means, cents }) => ({ means: meansOf(means), cents: Number(cents) }));
  }

  private async accounts(
    period: readonly unknown[],
    sealed: string,
    opening: Opening | undefined,
  ): Promise<MeansAccount[]> {
    const rows = await this.moved('MEANS', 'a.code', period, sealed, opening);
    const moves = groupedBy(rows, ({ account }) => meansOf(account));
    const all = new Set([...(opening?.means.keys() ?? []), ...moves.keys()]);
    return [...all].sort().map((means) => {
      const summed = summedUp(moves.get(means) ?? [], opening?.means.get(means) ?? 0);
      return {
        means,
        openingCents: summed.opening,
        receivedCents: summed.of('payment'),
        reversedCents: summed.of('payment-reversal'),
        refundedCents: summed.of('refund', 'refund-reversal'),
        handedOverCents: summed.of('remittance', 'remittance-reversal'),
        closingCents: summed.closing,
      };
    });
  }

  private async credits(
    period: readonly unknown[],
    sealed: string,
    opening: Opening | undefined,
  ): Promise<CreditAccount> {
    const rows = await this.moved('CREDIT', "''", period, sealed, opening);
    const summed = summedUp(rows, 0 - (opening?.creditsCents ?? 0));
    return {
      openingCents: 0 - summed.opening,
      receivedCents: 0 - summed.of('payment', 'payment-reversal'),
      creditNotesCents: 0 - summed.of('credit-note'),
      usedCents: 0 - summed.of('credit-use', 'credit-use-reversal'),
      refundedCents: 0 - summed.of('refund', 'refund-reversal'),
      closingCents: 0 - summed.closing,
    };
  }

  /** What moved the accounts of a kind, before the period (unless that is known) and in it, by kind of source. */
  private moved(
    kind: AccountKind,
    account: string,
    [collectiviteId, from, to]: readonly unknown[],
    sealed: string,
    opening: Opening | undefined,
  ) {
    return this.database.rows<MovedRow>(
      `SELECT ${account} AS account, e.source_kind, SUM(l.amount_cents) AS total,
         SUM(CASE WHEN e.date < ? THEN l.amount_cents ELSE 0 END) AS earlier
       FROM ledger_entries e
       JOIN ledger_lines l ON l.entry_id = e.id
       JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = ?
       WHERE e.collectivite_id = ? AND e.date <= ? ${opening ? 'AND e.date >= ?' : ''} ${sealed}
       GROUP BY ${account === "''" ? '' : `${account}, `}e.source_kind
       ORDER BY account, e.source_kind`,
      [from, kind, collectiviteId, to, ...(opening ? [from] : [])],
    );
  }
}

/** How a period is read again. */
export interface ReadAgain {
  /** Only what was sealed up to that rank. */
  readonly upToRank?: number;
  /** What is known of the day before, so that the years before are not read again. */
  readonly opening?: Opening;
}

/** What the régie had of each means that it ever had, and what was held for families. */
export interface Opening {
  readonly means: ReadonlyMap<string, Cents>;
  readonly creditsCents: Cents;
}

interface MovedRow {
  readonly account: string;
  readonly source_kind: SourceKind;
  readonly total: number | string;
  readonly earlier: number | string;
}

function summedUp(moves: readonly MovedRow[], known: Cents) {
  const inPeriod = new Map(moves.map((move) => [move.source_kind, Number(move.total) - Number(move.earlier)]));
  return {
    opening: sumCents([known, ...moves.map(({ earlier }) => Number(earlier))]),
    closing: sumCents([known, ...moves.map(({ total }) => Number(total))]),
    of: (...kinds: readonly SourceKind[]) => sumCents(kinds.map((kind) => inPeriod.get(kind) ?? 0)),
  };
}

interface TotalRow {
  readonly means: string;
  readonly cents: number | string;
  readonly operations: number | string;
}

function totals({ means, cents, operations }: TotalRow): MeansReceipts {
  return { means: meansOf(means), cents: Number(cents), operations: Number(operations) };
}

function meansOf(code: string): string {
  const account = readAccount(code);
  if (account.kind !== 'MEANS') throw new RangeError(`${code} is not the account of a means of payment`);
  return account.means;
}

function imputationOf(code: string): Imputation {
  const account = readAccount(code);
  if (account.kind !== 'PRODUCT') throw new RangeError(`${code} is not the account of a product`);
  return account.imputation;
}
