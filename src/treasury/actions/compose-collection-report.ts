import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { Receipts, SealChain } from '../../ledger/index.js';
import { FindTreasurySettings, productCodeOn, ProductCodes } from '../../claims/index.js';
import { Deductions, FindPayments, MEANS_OF_PAYMENT, RefundMovements, toldByList } from '../../payments/index.js';
import { Database } from '../../platform/database/database.js';
import { collectionOf } from '../rules/collection.js';
import { refuseUnlisted } from '../rules/deductions.js';
import type { ReportContent } from '../rules/report-content.js';
import { PrestationLabels } from './prestation-labels.js';

@Injectable()
export class ComposeCollectionReport {
  constructor(
    private readonly database: Database,
    private readonly findCollectivite: FindCollectivite,
    private readonly labels: PrestationLabels,
    private readonly findPayments: FindPayments,
    private readonly receipts: Receipts,
    private readonly chain: SealChain,
    private readonly deductions: Deductions,
    private readonly refunds: RefundMovements,
    private readonly findSettings: FindTreasurySettings,
    private readonly productCodes: ProductCodes,
  ) {}

  /**
   * What was received from `from` to `to`, both included; nothing is written. Everything is read on one picture of
   * the ledger: never call it inside a unit, where each statement would see later commits than the one before.
   */
  run(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<ReportContent> {
    return this.database.read(async () => {
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const totals = await this.receipts.between(collectiviteId, from, to);
      const collection = collectionOf(
        totals,
        await this.labels.of(collectiviteId),
        await this.codes(collectiviteId, to),
      );
      const range = await this.findPayments.receiptRange(collectiviteId, from, to);
      if (range.count !== collection.operations) {
        throw new RangeError(`${range.count} receipts and ${collection.operations} entries in the ledger`);
      }
      const deductions = await this.deducted(collectiviteId, from, to);
      const refunds = toldByList(await this.refunds.between(collectiviteId, from, to));
      refuseUnlisted(collection, deductions, refunds);
      const { addressLine1, addressLine2, postalCode, city } = collectivite;
      return {
        collectivite: {
          name: collectivite.name,
          siret: collectivite.siret,
          addressLines: [addressLine1, addressLine2, `${postalCode} ${city}`].filter((line) => line !== null),
          phone: collectivite.phone,
          email: collectivite.email,
        },
        regie: collectivite.regieLabel,
        regisseur: collectivite.regisseurName,
        from: from.toString(),
        to: to.toString(),
        chainRank: await this.chain.lastRank(collectiviteId),
        firstReceipt: range.first,
        lastReceipt: range.last,
        ...collection,
        deductions,
        refunds,
        ...(await this.treasury(collectiviteId)),
      };
    });
  }

  private async deducted(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate) {
    const deductions = await this.deductions.between(collectiviteId, from, to);
    return deductions.map(({ means, ...deduction }) => ({
      ...deduction,
      meansLabel: MEANS_OF_PAYMENT.find(({ code }) => code === means)!.label,
    }));
  }

  private async treasury(collectiviteId: number): Promise<Pick<ReportContent, 'treasury'>> {
    const settings = await this.findSettings.run(collectiviteId);
    if (!settings) return {};
    const { codique, collectiviteCode, budgetCode, regieNumber } = settings;
    return { treasury: { codique, collectiviteCode, budgetCode, regieNumber } };
  }

  private async codes(collectiviteId: number, on: Temporal.PlainDate) {
    const all = await this.productCodes.all(collectiviteId);
    const inForce = [...new Set(all.map(({ prestationId }) => prestationId))].flatMap((prestationId) => {
      const found = productCodeOn(all, prestationId, on);
      return found ? [[prestationId, { chapter: found.chapter, productCode: found.code }] as const] : [];
    });
    return new Map(inForce);
  }
}
