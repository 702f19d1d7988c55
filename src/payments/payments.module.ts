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
import { FindOnlinePayments } from './actions/find-online-payments.js';
import { FindPayments } from './actions/find-payments.js';
import { HearPayfip } from './actions/hear-payfip.js';
import { PhotographReceipt } from './actions/photograph-receipt.js';
import { PollPayfip } from './actions/poll-payfip.js';
import { PrintReceipt } from './actions/print-receipt.js';
import { QueryOnlinePayment } from './actions/query-online-payment.js';
import { RecordPayment } from './actions/record-payment.js';
import { SendReceipt } from './actions/send-receipt.js';
import { SetPayfipSettings } from './actions/set-payfip-settings.js';
import { StartOnlinePayment } from './actions/start-online-payment.js';
import { StoreReceipt } from './actions/store-receipt.js';
import { TellOnlinePayment } from './actions/tell-online-payment.js';
import { CounterController } from './api/counter.controller.js';
import { FamilyOnlinePaymentsController } from './api/family-online-payments.controller.js';
import { FamilyPaymentsController } from './api/family-payments.controller.js';
import { OnlinePaymentsController } from './api/online-payments.controller.js';
import { PayfipSettingsController } from './api/payfip-settings.controller.js';
import { PayfipController } from './api/payfip.controller.js';
import { FindPayfipSettings } from './data/find-payfip-settings.js';
import { OnlineAttempts } from './data/online-attempts.js';
import { AskPayfipTask } from './tasks/ask-payfip.task.js';

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule, LedgerModule, PayfipModule, PrestationsModule],
  controllers: [
    CounterController,
    FamilyPaymentsController,
    FamilyOnlinePaymentsController,
    OnlinePaymentsController,
    PayfipSettingsController,
    PayfipController,
  ],
  providers: [
    AskPayfip,
    ChangeOnlinePayment,
    FindClick,
    FindDueInvoices,
    FindOnlinePayments,
    FindPayments,
    HearPayfip,
    PollPayfip,
    PhotographReceipt,
    PrintReceipt,
    QueryOnlinePayment,
    RecordPayment,
    SendReceipt,
    SetPayfipSettings,
    StartOnlinePayment,
    StoreReceipt,
    TellOnlinePayment,
    FindPayfipSettings,
    OnlineAttempts,
    AskPayfipTask,
  ],
  exports: [FindPayfipSettings, FindPayments, PrintReceipt, RecordPayment, StartOnlinePayment],
})
export class PaymentsModule {}
