import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { FindClick } from './actions/find-click.js';
import { FindDueInvoices } from './actions/find-due-invoices.js';
import { FindPayments } from './actions/find-payments.js';
import { PhotographReceipt } from './actions/photograph-receipt.js';
import { PrintReceipt } from './actions/print-receipt.js';
import { RecordPayment } from './actions/record-payment.js';
import { SendReceipt } from './actions/send-receipt.js';
import { StoreReceipt } from './actions/store-receipt.js';
import { CounterController } from './api/counter.controller.js';
import { FamilyPaymentsController } from './api/family-payments.controller.js';

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule, LedgerModule, PrestationsModule],
  controllers: [CounterController, FamilyPaymentsController],
  providers: [
    FindClick,
    FindDueInvoices,
    FindPayments,
    PhotographReceipt,
    PrintReceipt,
    RecordPayment,
    SendReceipt,
    StoreReceipt,
  ],
  exports: [FindPayments, PrintReceipt, RecordPayment],
})
export class PaymentsModule {}
