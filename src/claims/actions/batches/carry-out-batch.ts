import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { batchAsked } from '../../events.js';
import { isPublic } from '../../rules/batch.js';
import { FindBatches } from './find-batches.js';
import { FindDueInvoices } from '../debts/find-due-invoices.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';
import { NumberBatch } from './number-batch.js';
import { ProductCodes } from '../settings/product-codes.js';
import { TakeDebts } from '../debts/take-debts.js';
import { TakeReductions } from '../debts/take-reductions.js';
import { WriteBatch } from './write-batch.js';

/**
 * Composes a bordereau that was asked for, numbers it and writes its file: a family in each unit, so that payments pass
 * in between. Killed anywhere, it goes on where it was; two processes at once take each debt once.
 */
@Injectable()
export class CarryOutBatch implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly findBatches: FindBatches,
    private readonly findSettings: FindTreasurySettings,
    private readonly findDue: FindDueInvoices,
    private readonly codes: ProductCodes,
    private readonly takeDebts: TakeDebts,
    private readonly takeReductions: TakeReductions,
    private readonly numberBatch: NumberBatch,
    private readonly writeBatch: WriteBatch,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(batchAsked, ({ collectiviteId, batchId }) => this.run(collectiviteId, batchId));
  }

  async run(collectiviteId: number, batchId: number): Promise<void> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    if (batch.state === 'COMPOSING') {
      if (batch.kind === 'REDUCTION') await this.takeReductions.run(batch);
      else if (!isPublic(batch.kind)) await this.compose(collectiviteId, batchId);
      await this.numberBatch.run(batchId);
    }
    await this.writeBatch.run(collectiviteId, batchId);
  }

  private async compose(collectiviteId: number, batchId: number): Promise<void> {
    const batch = await this.findBatches.one(collectiviteId, batchId);
    const settings = await this.findSettings.usable(collectiviteId);
    const codes = await this.codes.all(collectiviteId);
    for (const [familyId, invoiceIds] of await this.findDue.selected(collectiviteId, batch.selection)) {
      if (!(await this.takeDebts.run(batch, familyId, invoiceIds, { settings, codes }))) return;
    }
  }
}
