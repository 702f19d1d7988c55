import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { InstalmentsModule } from '../instalments/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MandatesModule } from '../mandates/index.js';
import { PayfipModule } from '../payfip/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { AskPayfip } from './actions/online/ask-payfip.js';
import { ChangeOnlinePayment } from './actions/online/change-online-payment.js';
import { ApplyStatusReport } from './actions/debits/apply-status-report.js';
import { CancelDebitRun } from './actions/debits/cancel-debit-run.js';
import { CollectDebits } from './actions/debits/collect-debits.js';
import { DebitFiles } from './actions/debits/debit-files.js';
import { FindDebitRuns } from './actions/debits/find-debit-runs.js';
import { MakeDebitRun } from './actions/debits/make-debit-run.js';
import { PlanDebitRun } from './actions/debits/plan-debit-run.js';
import { RejectDebit } from './actions/debits/reject-debit.js';
import { TellOfDebits } from './actions/debits/tell-of-debits.js';
import { FindBeingPaid } from './actions/online/find-being-paid.js';
import { FindClick } from './actions/find-click.js';
import { FindDueInvoices } from './actions/find-due-invoices.js';
import { FindOnlinePayments } from './actions/online/find-online-payments.js';
import { FindPayments } from './actions/find-payments.js';
import { HearPayfip } from './actions/online/hear-payfip.js';
import { PhotographReceipt } from './actions/photograph-receipt.js';
import { PollPayfip } from './actions/online/poll-payfip.js';
import { PrintReceipt } from './actions/print-receipt.js';
import { QueryOnlinePayment } from './actions/online/query-online-payment.js';
import { RecordPayment } from './actions/record-payment.js';
import { SendReceipt } from './actions/send-receipt.js';
import { SetPayfipSettings } from './actions/online/set-payfip-settings.js';
import { StartOnlinePayment } from './actions/online/start-online-payment.js';
import { StoreReceipt } from './actions/store-receipt.js';
import { TellOnlinePayment } from './actions/online/tell-online-payment.js';
import { CounterController } from './api/counter.controller.js';
import { DebitsController } from './api/debits.controller.js';
import { DebitRunsController } from './api/debit-runs.controller.js';
import { FamilyDebitsController } from './api/family-debits.controller.js';
import { FamilyOnlinePaymentsController } from './api/family-online-payments.controller.js';
import { FamilyPaymentsController } from './api/family-payments.controller.js';
import { OnlinePaymentsController } from './api/online-payments.controller.js';
import { PayfipSettingsController } from './api/payfip-settings.controller.js';
import { PayfipController } from './api/payfip.controller.js';
import { FindPayfipSettings } from './data/find-payfip-settings.js';
import { OnlineAttempts } from './data/online-attempts.js';
import { UndecidedDebits } from './data/undecided-debits.js';
import { AskPayfipTask } from './tasks/ask-payfip.task.js';
import { CollectDebitsTask } from './tasks/collect-debits.task.js';
import { regieControllers, regieOffered, regieProviders } from './regie.js';

@Module({
  imports: [
    IdentityModule,
    CollectivitesModule,
    FamiliesModule,
    InstalmentsModule,
    LedgerModule,
    MandatesModule,
    PayfipModule,
    PrestationsModule,
  ],
  controllers: [
    CounterController,
    FamilyPaymentsController,
    FamilyOnlinePaymentsController,
    OnlinePaymentsController,
    PayfipSettingsController,
    PayfipController,
    DebitRunsController,
    DebitsController,
    FamilyDebitsController,
    ...regieControllers,
  ],
  providers: [
    ...regieProviders,
    AskPayfip,
    ChangeOnlinePayment,
    ApplyStatusReport,
    CancelDebitRun,
    CollectDebits,
    CollectDebitsTask,
    DebitFiles,
    FindDebitRuns,
    MakeDebitRun,
    PlanDebitRun,
    RejectDebit,
    TellOfDebits,
    UndecidedDebits,
    FindBeingPaid,
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
  exports: [
    FindBeingPaid,
    ...regieOffered,
    FindPayfipSettings,
    FindPayments,
    PrintReceipt,
    RecordPayment,
    StartOnlinePayment,
    UndecidedDebits,
  ],
})
export class PaymentsModule {}
