import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../kernel/lists.js';
import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { longDate } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, RunAgain } from '../../platform/database/database.js';
import { ChartOfAccounts } from '../data/chart-of-accounts.js';
import { FindEntry } from '../data/find-entry.js';
import { LedgerEntryRow } from '../data/ledger-entry.entity.js';
import { LedgerLineRow } from '../data/ledger-line.entity.js';
import { LedgerPeriods } from '../data/ledger-periods.js';
import { SealChain } from '../data/seal-chain.js';
import { balanced } from '../rules/entry.js';
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
    private readonly chain: SealChain,
    private readonly entries: FindEntry,
    private readonly periods: LedgerPeriods,
  ) {}

  /**
   * Posts an entry in the caller's unit and answers its id; null when it has no line (an invoice of nothing). A
   * source is posted once: posting the same again answers the first id. Throws LEDGER_SOURCE_ALREADY_POSTED when
   * that source was posted otherwise, LEDGER_PERIOD_CLOSED when its day is closed, RangeError when the entry does not
   * balance. A day that is closed while the unit waits makes the unit run again.
   */
  async run(posting: Posting): Promise<number | null> {
    if (!balanced(posting.entry)) throw new RangeError('the entry does not balance');
    if (posting.entry.lines.length === 0) return null;
    return this.database.unit(async () => {
      const earlier = await this.entries.ofSource(posting.collectiviteId, posting.source);
      if (earlier) return this.same(earlier, posting);
      if (await this.isClosed(posting)) throw this.refused(posting);
      try {
        return await this.write(posting);
      } catch (error) {
        if (!this.database.isDuplicateKey(error)) throw error;
        const twin = await this.entries.ofSource(posting.collectiviteId, posting.source);
        if (!twin) throw error;
        return this.same(twin, posting);
      }
    });
  }

  /** The day may have been open when the caller chose it: it is asked once more, and knows better then. */
  private refused({ date }: Posting): Error {
    return this.database.isFirstTry ? new RunAgain('the day may have been closed meanwhile') : closed(date);
  }

  private async write(posting: Posting): Promise<number> {
    const { collectiviteId, source, openItem } = posting;
    const postedAt = this.clock.now();
    const entryId = await this.database.insert(LedgerEntryRow, {
      collectiviteId,
      sourceKind: source.kind,
      sourceId: source.id,
      date: posting.date,
      label: posting.label,
      postedAt,
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
    await this.chain.append(entryId, { ...posting, postedAt: postedAt.epochMilliseconds });
    // Whoever closes holds the chain too: what is read from here on stays true until the commit.
    if (await this.isClosed(posting)) throw new RunAgain('the day was closed meanwhile');
    return entryId;
  }

  private async isClosed({ collectiviteId, date }: Posting): Promise<boolean> {
    const open = await this.periods.firstOpenDay(collectiviteId);
    return open !== null && isBefore(date, open);
  }

  private async same(earlier: LedgerEntryRow, posting: Posting): Promise<number> {
    const { opensInvoiceId, invoiceNumber, dueOn } = earlier;
    const openItem =
      opensInvoiceId === null ? undefined : { invoiceId: opensInvoiceId, number: invoiceNumber!, dueOn: dueOn! };
    const entry = await this.entries.linesOf(earlier.id);
    if (samePosting(posting, { date: earlier.date, entry, ...(openItem ? { openItem } : {}) })) return earlier.id;
    throw ledgerProblems.LEDGER_SOURCE_ALREADY_POSTED(
      'Cette opération figure déjà dans la comptabilité avec un autre contenu. Rien n’a été modifié.',
    );
  }
}

function closed(date: Temporal.PlainDate) {
  return ledgerProblems.LEDGER_PERIOD_CLOSED(
    `Le ${longDate(date)} est clos en comptabilité : plus rien ne s’y écrit. Reprenez l’opération à une date ouverte : dès demain, si c’est aujourd’hui qui est clos.`,
  );
}
