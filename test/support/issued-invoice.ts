import { isBefore, Temporal } from '../../src/kernel/civil-time.js';
import { formatInvoiceNumber } from '../../src/billing/rules/invoice-number.js';
import type { InvoiceChild } from '../../src/billing/rules/invoice-lines.js';
import { type InvoiceToPost, invoiceEntry, LedgerPeriods, PostEntry } from '../../src/ledger/index.js';
import type { RunningService } from './application.js';

interface InvoiceToIssue {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly number: number;
  readonly lines: InvoiceToPost['lines'];
  readonly issuedOn?: string;
  readonly dueOn?: string;
  /** What its page shows of it; nothing unless given. */
  readonly snapshot?: { readonly children: readonly InvoiceChild[] };
}

/** An issued invoice and its entry, for tests that start where billing has ended. */
export async function issuedInvoice(service: RunningService, invoice: InvoiceToIssue): Promise<number> {
  const { collectiviteId, familyId, number, lines } = invoice;
  const [issuedOn, dueOn] = [invoice.issuedOn ?? '2026-09-01', invoice.dueOn ?? '2026-10-01'];
  const total = lines.reduce((sum, line) => sum + line.cents, 0);
  const billingRunId = await service.fixtures.row('billing_runs', {
    collectivite_id: collectiviteId,
    from_date: '2026-08-01',
    to_date: '2026-08-31',
    kind: 'ORDINARY',
    state: 'ISSUED',
    created_at: 0,
    computation: 0,
    issues_everything: 0,
  });
  // Drawn already, so that no task draws it.
  const pdfFileId = await service.fixtures.row('stored_files', {
    collectivite_id: collectiviteId,
    name: 'facture.pdf',
    media_type: 'application/pdf',
    size: 0,
    digest: '',
    created_at: 0,
  });
  const invoiceId = await service.fixtures.row('invoices', {
    collectivite_id: collectiviteId,
    billing_run_id: billingRunId,
    family_id: familyId,
    state: 'ISSUED',
    series: 'F',
    year: 2026,
    number,
    issued_on: issuedOn,
    due_on: dueOn,
    period_from: '2026-08-01',
    period_to: '2026-08-31',
    total_cents: total,
    snapshot: JSON.stringify({
      number: formatInvoiceNumber('F', 2026, number),
      children: [],
      ...invoice.snapshot,
    }),
    pdf_file_id: pdfFileId,
  });
  // The tests look back on months that a task has closed meanwhile.
  const open = await service.app.get(LedgerPeriods).firstOpenDay(collectiviteId);
  const issued = Temporal.PlainDate.from(issuedOn);
  await service.app.get(PostEntry).run({
    collectiviteId,
    source: { kind: 'invoice', id: invoiceId },
    date: open && isBefore(issued, open) ? open : issued,
    label: `Facture ${invoiceNumber(number)}`,
    entry: invoiceEntry({ invoiceId, familyId, lines }),
    openItem: { invoiceId, number: invoiceNumber(number), dueOn: Temporal.PlainDate.from(dueOn) },
  });
  return invoiceId;
}

export function invoiceNumber(number: number): string {
  return `2026-${String(number).padStart(6, '0')}`;
}
