import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { euros, typeset } from '../../kernel/french.js';
import { type Opening, type ReadAgain, Receipts, type ReceiptTotals } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import { CollectionReportRow } from '../data/collection-report.entity.js';
import { ReceiptRegister } from '../data/receipt-register.js';
import { registerNumbers } from '../rules/receipt-register.js';
import { reportDifferences, type ReportDifference } from '../rules/report-again.js';
import { formatReportNumber } from '../rules/report-content.js';

export interface ReportFault {
  readonly collectiviteId: number;
  readonly message: string;
}

const MOST_FAULTS = 20;

/**
 * Makes every état récapitulatif again from the ledger, one after the other, and tells where it differs. A month is closed,
 * so the ledger of today makes it; what its accounts open with is what the month before, just read, closed with, so
 * that the ledger is read once. A report of days that were open is read up to the rank that it was made at.
 */
@Injectable()
export class CheckReports {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
    private readonly register: ReceiptRegister,
  ) {}

  run(): Promise<ReportFault[]> {
    return this.database.read(async () => {
      const faults: ReportFault[] = [];
      let before: { readonly of: number; readonly to: Temporal.PlainDate; readonly totals: ReceiptTotals } | null =
        null;
      for (const { id } of await this.ids()) {
        const row = await this.database.repository(CollectionReportRow).findOneByOrFail({ id });
        const { collectiviteId, fromDate, toDate, month, content } = row;
        // Made before reports knew their rank, of days that were open: what it was made of cannot be told.
        if (month === null && content.chainRank === undefined) continue;
        const follows = before?.of === collectiviteId && before.to.add({ days: 1 }).equals(fromDate);
        const as: ReadAgain =
          month === null ? { upToRank: content.chainRank! } : follows ? { opening: closingOf(before!.totals) } : {};
        const totals = await this.receipts.between(collectiviteId, fromDate, toDate, as);
        if (month !== null) before = { of: collectiviteId, to: toDate, totals };
        const span = await this.span(row, as);
        for (const difference of reportDifferences(content, totals, span))
          faults.push({ collectiviteId, message: sentence(row, difference) });
        if (faults.length >= MOST_FAULTS) return faults.slice(0, MOST_FAULTS);
      }
      return faults;
    });
  }

  /** Months in their order, the others after them. */
  private ids(): Promise<{ id: number }[]> {
    return this.database.rows<{ id: number }>(
      `SELECT id FROM collection_reports
       ORDER BY collectivite_id, CASE WHEN month IS NULL THEN 1 ELSE 0 END, from_date, id`,
    );
  }

  private async span({ collectiviteId, fromDate, toDate }: CollectionReportRow, { upToRank }: ReadAgain) {
    const filter = { from: fromDate, to: toDate, ...(upToRank === undefined ? {} : { upToRank }) };
    const years = (await this.register.numbers(collectiviteId, filter)).map(registerNumbers);
    return { firstReceipt: years[0]?.first ?? null, lastReceipt: years.at(-1)?.last ?? null };
  }
}

function closingOf({ accounts, credits }: ReceiptTotals): Opening {
  return {
    means: new Map(accounts.map(({ means, closingCents }) => [means, closingCents])),
    creditsCents: credits.closingCents,
  };
}

function sentence({ collectiviteId, year, number }: CollectionReportRow, difference: ReportDifference): string {
  const { figure, told, found } = difference;
  const named = `l’état d’encaissement ${formatReportNumber(year, number)}`;
  return typeset(
    found === null && typeof told === 'number'
      ? `Collectivité n° ${collectiviteId} : ${named} ne peut plus être refait, la comptabilité ne s’accordant pas avec elle-même sur ces jours.`
      : `Collectivité n° ${collectiviteId} : ${named} dit ${amountOf(difference, told)} (${figure}), la comptabilité ${amountOf(difference, found)}.`,
  );
}

function amountOf({ figure }: ReportDifference, value: ReportDifference['told']): string {
  if (value === null) return 'aucune';
  if (typeof value === 'string') return value;
  return figure === 'nombre d’encaissements' ? String(value) : euros(value);
}
