import { Injectable } from '@nestjs/common';
import { Collected, Receipts } from '../../ledger/index.js';
import { REFUND_MEANS } from '../../payments/index.js';
import { Database } from '../../platform/database/database.js';
import { ReceiptRegister } from '../data/receipt-register.js';
import type { CollectionFilter } from '../rules/collection-filter.js';
import { collectionOf } from '../rules/collection.js';
import { meansTotals } from '../rules/journal-totals.js';
import { meansName } from '../rules/means-order.js';
import { registerNumbers } from '../rules/receipt-register.js';
import type { ReportContent } from '../rules/report-content.js';
import { asksDebts, asksSome, someReceipts } from '../rules/some-receipts.js';
import { ComposeCollectionReport } from './compose-collection-report.js';

/** What the état d'encaissement of a period would say, or what it would say of some of the receipts. */
@Injectable()
export class PreviewCollection {
  constructor(
    private readonly database: Database,
    private readonly compose: ComposeCollectionReport,
    private readonly receipts: Receipts,
    private readonly collected: Collected,
    private readonly register: ReceiptRegister,
  ) {}

  /** Nothing is written; read on one picture of the ledger: never inside a unit. */
  run(collectiviteId: number, filter: CollectionFilter): Promise<ReportContent> {
    return this.database.read(async () => {
      const whole = await this.compose.run(collectiviteId, filter.from, filter.to);
      return asksSome(filter) ? this.some(collectiviteId, whole, filter) : whole;
    });
  }

  private async some(
    collectiviteId: number,
    { credits: _credits, accounts: _accounts, ...whole }: ReportContent,
    filter: CollectionFilter,
  ): Promise<ReportContent> {
    const totals = await this.receipts.between(collectiviteId, filter.from, filter.to);
    const sources = ['payment', 'payment-reversal'] as const;
    const byMeans = meansTotals(await this.collected.days(collectiviteId, { ...filter, sources }));
    const labels = new Map(whole.byPrestation.map(({ prestationId, label }) => [prestationId, label]));
    const codes = new Map(
      whole.byPrestation.flatMap(({ prestationId, chapter, productCode }) =>
        chapter === undefined || productCode === undefined ? [] : [[prestationId, { chapter, productCode }] as const],
      ),
    );
    const { credits: _none, ...collection } = collectionOf(someReceipts(totals, filter, byMeans), labels, codes);
    const years = (await this.register.numbers(collectiviteId, filter)).map(registerNumbers);
    const { deductions = [], refunds = [] } = whole;
    const ofMeans = filter.means === undefined ? null : meansName(filter.means);
    return {
      ...whole,
      ...collection,
      firstReceipt: years[0]?.first ?? null,
      lastReceipt: years.at(-1)?.last ?? null,
      deductions: asksDebts(filter) ? [] : deductions.filter(({ meansLabel }) => meansLabel === ofMeans),
      refunds: asksDebts(filter) || filter.means !== REFUND_MEANS ? [] : refunds,
    };
  }
}
