import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { InstalmentsModule } from '../instalments/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MandatesModule } from '../mandates/index.js';
import { PaymentsModule } from '../payments/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { ApplyCredit } from './actions/apply-credit.js';
import { BeginIssue } from './actions/begin-issue.js';
import { BillBooking } from './actions/bill-booking.js';
import { BillMonth } from './actions/bill-month.js';
import { CareOfInvoices } from './actions/care-of-invoices.js';
import { CheckExplanations } from './actions/check-explanations.js';
import { ComputeRun } from './actions/compute-run.js';
import { CountBilledUses } from './actions/count-billed-uses.js';
import { CreditCancelledBooking } from './actions/credit-cancelled-booking.js';
import { DiscardRun } from './actions/discard-run.js';
import { FindBilled } from './actions/find-billed.js';
import { FindCreditNotes } from './actions/find-credit-notes.js';
import { FindCreditable } from './actions/find-creditable.js';
import { FindInvoicePapers } from './actions/find-invoice-papers.js';
import { FindInvoices } from './actions/find-invoices.js';
import { FindPaymentWays } from './actions/find-payment-ways.js';
import { IssueCreditNote } from './actions/issue-credit-note.js';
import { IssueInvoice } from './actions/issue-invoice.js';
import { IssueRun } from './actions/issue-run.js';
import { IssueSome } from './actions/issue-some.js';
import { MakeCreditNote } from './actions/make-credit-note.js';
import { PreparePricing } from './actions/prepare-pricing.js';
import { PriceSessions } from './actions/price-sessions.js';
import { ReadCharges } from './actions/read-charges.js';
import { ReadRuns } from './actions/read-runs.js';
import { RenderCreditNotes } from './actions/render-credit-notes.js';
import { RenderInvoices } from './actions/render-invoices.js';
import { Runs } from './actions/runs.js';
import { SetDraftAside } from './actions/set-draft-aside.js';
import { ShowDraft } from './actions/show-draft.js';
import { StartRun } from './actions/start-run.js';
import { TallyCharges } from './actions/tally-charges.js';
import { UseCredit } from './actions/use-credit.js';
import { BillingRunsController } from './api/billing-runs.controller.js';
import { FamilyInvoicesController } from './api/family-invoices.controller.js';
import { InvoiceDownload } from './api/invoice-download.js';
import { CreditNotesController } from './api/credit-notes.controller.js';
import { FamilyCreditNotesController } from './api/family-credit-notes.controller.js';
import { InvoicesController } from './api/invoices.controller.js';
import { CreditNoteStore } from './data/credit-note-store.js';
import { DraftStore } from './data/draft-store.js';
import { BillingTasks } from './tasks/billing-tasks.js';

const OFFERED = [
  ApplyCredit,
  BillBooking,
  BillMonth,
  CareOfInvoices,
  CheckExplanations,
  ComputeRun,
  DiscardRun,
  FindInvoicePapers,
  FindInvoices,
  IssueRun,
  MakeCreditNote,
  RenderCreditNotes,
  RenderInvoices,
  StartRun,
  TallyCharges,
];

@Module({
  imports: [
    CalendarModule,
    AttendanceModule,
    CollectivitesModule,
    FamiliesModule,
    InstalmentsModule,
    LedgerModule,
    MandatesModule,
    PaymentsModule,
    PrestationsModule,
    ReservationsModule,
  ],
  controllers: [
    BillingRunsController,
    InvoicesController,
    CreditNotesController,
    FamilyInvoicesController,
    FamilyCreditNotesController,
  ],
  providers: [
    ...OFFERED,
    BeginIssue,
    CreditCancelledBooking,
    BillingTasks,
    CreditNoteStore,
    DraftStore,
    FindBilled,
    FindCreditNotes,
    FindCreditable,
    InvoiceDownload,
    IssueCreditNote,
    IssueSome,
    UseCredit,
    FindPaymentWays,
    IssueInvoice,
    CountBilledUses,
    PreparePricing,
    PriceSessions,
    ReadCharges,
    ReadRuns,
    Runs,
    SetDraftAside,
    ShowDraft,
  ],
  exports: OFFERED,
})
export class BillingModule {}
