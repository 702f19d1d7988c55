import type { CreditNoteOfRun, InvoiceOfRun, PlacedAnomaly, RunWithTotals } from '../actions/runs/read-runs.js';
import type { BillingRunRow } from '../data/billing-run.entity.js';
import { anomalyInFrench, stopsIssue } from '../rules/anomaly.js';
import type { AnomalyDto, RunCreditNoteDto, RunDetailsDto, RunDto, RunInvoiceDto } from './billing-runs.dto.js';

export function runView(run: BillingRunRow): RunDto {
  const { id, kind, fromDate, toDate, state, createdBy, createdAt, computedAt, issuedAt } = run;
  return {
    runId: id,
    kind,
    from: fromDate,
    to: toDate,
    state,
    automatic: createdBy === null,
    createdAt,
    computedAt,
    issuedAt,
  };
}

export function runDetailsView(found: RunWithTotals): RunDetailsDto {
  const { run, totalCents, invoices, issued, creditNotes, creditedCents, anomalies } = found;
  return {
    ...runView(run),
    creditNotes,
    creditedCents,
    totalCents,
    invoices,
    issued,
    anomalies: anomalies.map(({ kind, count }) => {
      return { kind, count, message: anomalyInFrench(kind), stopsIssue: stopsIssue(kind) };
    }),
  };
}

export function anomalyView({ anomaly, family, prestation, child }: PlacedAnomaly): AnomalyDto {
  const { kind, familyId, date, sessionId, prestationId, childId, amountCents, usualCents } = anomaly;
  const where = { familyId, family, date, sessionId, prestationId, prestation, childId, child };
  return { kind, message: anomalyInFrench(kind), ...where, amountCents, usualCents };
}

export function runInvoiceView({ invoice, family, setAside }: InvoiceOfRun): RunInvoiceDto {
  const { id, state, snapshot, familyId, totalCents } = invoice;
  return { invoiceId: id, state, number: snapshot?.number ?? null, familyId, family, totalCents, setAside };
}

export function runCreditNoteView({ note, invoiceNumber, family, lines }: CreditNoteOfRun): RunCreditNoteDto {
  const { id, state, snapshot, invoiceId, familyId, totalCents } = note;
  const number = snapshot?.number ?? null;
  return { creditNoteId: id, state, number, invoiceId, invoiceNumber, familyId, family, totalCents, lines };
}
