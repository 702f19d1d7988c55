import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ChartOfAccounts } from '../data/chart-of-accounts.js';
import { LedgerEntryRow } from '../data/ledger-entry.entity.js';
import { LedgerLineRow } from '../data/ledger-line.entity.js';
import { balanced, type EntryLine } from '../rules/entry.js';
import { type Posting, samePosting } from '../rules/posting.js';
import { ledgerProblems } from '../problems.js';

const LINES_AT_ONCE = 100;

/** The only way into the ledger. */
@Injectable()
export class PostEntry {
  constructor(
    private readonly database: Database,
    private readonly accounts: ChartOfAccounts,
    private readonly clock: Clock,
  ) {}

  /**
   * Posts an entry in the caller's unit and answers its id; null when it has no line (an invoice of nothing). A
   * source is posted once: posting the same again answers the first id. Throws LEDGER_SOURCE_ALREADY_POSTED when
   * that source was posted otherwise, RangeError when the entry does not balance.
   */
  async run(posting: Posting): Promise<number | null> {
    if (!balanced(posting.entry)) throw new RangeError('the entry does not balance');
    if (posting.entry.lines.length === 0) return null;
    return this.database.unit(async () => {
      const earlier = await this.find(posting);
      if (earlier) return this.same(earlier, posting);
      try {
        return await this.write(posting);
      } catch (error) {
        if (!this.database.isDuplicateKey(error)) throw error;
        const twin = await this.find(posting);
        if (!twin) throw error;
        return this.same(twin, posting);
      }
    });
  }

  private async write(posting: Posting): Promise<number> {
    const { collectiviteId, source, openItem } = posting;
    const entryId = await this.database.insert(LedgerEntryRow, {
      collectiviteId,
      sourceKind: source.kind,
      sourceId: source.id,
      date: posting.date,
      label: posting.label,
      postedAt: this.clock.now(),
      opensInvoiceId: openItem?.invoiceId ?? null,
      invoiceNumber: openItem?.number ?? null,
      dueOn: openItem?.dueOn ?? null,
    });
    const { lines } = posting.entry;
    const accountIds = await this.accounts.idsOf(collectiviteId, [...new Set(lines.map(({ account }) => account))]);
    const rows = lines.map((line) => ({
      collectiviteId,
      entryId,
      accountId: accountIds.get(line.account)!,
      amountCents: line.cents,
      familyId: line.familyId ?? null,
      invoiceId: line.invoiceId ?? null,
      prestationId: line.prestationId ?? null,
    }));
    for (const some of chunksOf(rows, LINES_AT_ONCE)) await this.database.repository(LedgerLineRow).insert(some);
    return entryId;
  }

  private find({ collectiviteId, source }: Posting): Promise<LedgerEntryRow | null> {
    return this.database
      .repository(LedgerEntryRow)
      .findOneBy({ collectiviteId, sourceKind: source.kind, sourceId: source.id });
  }

  private async same(earlier: LedgerEntryRow, posting: Posting): Promise<number> {
    const { opensInvoiceId, invoiceNumber, dueOn } = earlier;
    const openItem =
      opensInvoiceId === null ? undefined : { invoiceId: opensInvoiceId, number: invoiceNumber!, dueOn: dueOn! };
    const entry = { lines: await this.linesOf(earlier.id) };
    if (samePosting(posting, { date: earlier.date, entry, ...(openItem ? { openItem } : {}) })) return earlier.id;
    throw ledgerProblems.LEDGER_SOURCE_ALREADY_POSTED(
      'Cette opération figure déjà dans la comptabilité avec un autre contenu. Rien n’a été modifié.',
    );
  }

  private async linesOf(entryId: number): Promise<EntryLine[]> {
    const rows = await this.database.rows<{
      code: string;
      amount_cents: number;
      family_id: number | null;
      invoice_id: number | null;
      prestation_id: number | null;
    }>(
      `SELECT a.code, l.amount_cents, l.family_id, l.invoice_id, l.prestation_id
       FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id WHERE l.entry_id = ?`,
      [entryId],
    );
    return rows.map((row) => ({
      account: row.code,
      cents: Number(row.amount_cents),
      ...(row.family_id === null ? {} : { familyId: row.family_id }),
      ...(row.invoice_id === null ? {} : { invoiceId: row.invoice_id }),
      ...(row.prestation_id === null ? {} : { prestationId: row.prestation_id }),
    }));
  }
}
