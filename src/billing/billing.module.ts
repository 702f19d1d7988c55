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
import { ApplyCredit } from './actions/invoices/apply-credit.js';
import { BeginIssue } from './actions/runs/begin-issue.js';
import { BillBooking } from './actions/invoices/bill-booking.js';
import { BillMonth } from './actions/runs/bill-month.js';
import { CareOfInvoices } from './actions/invoices/care-of-invoices.js';
import { CheckExplanations } from './actions/charges/check-explanations.js';
import { ComputeRun } from './actions/runs/compute-run.js';
import { CountBilledUses } from './actions/charges/count-billed-uses.js';
import { CreditCancelledBooking } from './actions/credit-notes/credit-cancelled-booking.js';
import { DiscardRun } from './actions/runs/discard-run.js';
import { FindBilled } from './actions/charges/find-billed.js';
import { FindCreditNotes } from './actions/credit-notes/find-credit-notes.js';
import { FindCreditable } from './actions/credit-notes/find-creditable.js';
import { FindInvoicePapers } from './actions/invoices/find-invoice-papers.js';
import { FindInvoices } from './actions/invoices/find-invoices.js';
import { FindPaymentWays } from './actions/invoices/find-payment-ways.js';
import { IssueCreditNote } from './actions/credit-notes/issue-credit-note.js';
import { IssueInvoice } from './actions/invoices/issue-invoice.js';
import { IssueRun } from './actions/runs/issue-run.js';
import { IssueSome } from './actions/runs/issue-some.js';
import { MakeCreditNote } from './actions/credit-notes/make-credit-note.js';
import { PreparePricing } from './actions/charges/prepare-pricing.js';
import { PriceSessions } from './actions/charges/price-sessions.js';
import { ReadCharges } from './actions/charges/read-charges.js';
import { ReadRuns } from './actions/runs/read-runs.js';
import { RenderCreditNotes } from './actions/credit-notes/render-credit-notes.js';
import { RenderInvoices } from './actions/invoices/render-invoices.js';
import { Runs } from './actions/runs/runs.js';
import { SetDraftAside } from './actions/runs/set-draft-aside.js';
import { ShowDraft } from './actions/runs/show-draft.js';
import { StartRun } from './actions/runs/start-run.js';
import { TallyCharges } from './actions/charges/tally-charges.js';
import { UseCredit } from './actions/invoices/use-credit.js';
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
