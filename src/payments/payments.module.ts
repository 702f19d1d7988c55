import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PayfipModule } from '../payfip/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { AskPayfip } from './actions/ask-payfip.js';
import { ChangeOnlinePayment } from './actions/change-online-payment.js';
import { FindClick } from './actions/find-click.js';
import { FindDueInvoices } from './actions/find-due-invoices.js';
import { FindPayments } from './actions/find-payments.js';
import { PhotographReceipt } from './actions/photograph-receipt.js';
import { PrintReceipt } from './actions/print-receipt.js';
import { RecordPayment } from './actions/record-payment.js';
import { SendReceipt } from './actions/send-receipt.js';
import { StartOnlinePayment } from './actions/start-online-payment.js';
import { StoreReceipt } from './actions/store-receipt.js';
import { TellOnlinePayment } from './actions/tell-online-payment.js';
import { CounterController } from './api/counter.controller.js';
import { FamilyPaymentsController } from './api/family-payments.controller.js';
import { FindPayfipSettings } from './data/find-payfip-settings.js';
import { OnlineAttempts } from './data/online-attempts.js';

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule, LedgerModule, PayfipModule, PrestationsModule],
  controllers: [CounterController, FamilyPaymentsController],
  providers: [
    AskPayfip,
    ChangeOnlinePayment,
    FindClick,
    FindDueInvoices,
    FindPayments,
    PhotographReceipt,
    PrintReceipt,
    RecordPayment,
    SendReceipt,
    StartOnlinePayment,
    StoreReceipt,
    TellOnlinePayment,
    FindPayfipSettings,
    OnlineAttempts,
  ],
  exports: [FindPayfipSettings, FindPayments, PrintReceipt, RecordPayment, StartOnlinePayment],
})
export class PaymentsModule {}
