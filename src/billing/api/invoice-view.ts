import { type Page, pageOf } from '../../platform/http/pagination.js';
import type { InvoiceWithBalance } from '../actions/invoices/find-invoices.js';
import type { CreditNoteRow } from '../data/credit-note.entity.js';
import { creditNoteDetailsView } from './credit-note-view.js';
import type { InvoiceChild, InvoiceGroup } from '../rules/invoice-lines.js';
import type { InvoiceChildDto, InvoiceDetailsDto, InvoiceDto, InvoiceGroupDto } from './invoices.dto.js';

export function invoiceView({ invoice, creditedCents, openCents, settlement, plan }: InvoiceWithBalance): InvoiceDto {
  const { id, familyId, periodFrom, periodTo, issuedOn, dueOn, totalCents, snapshot } = invoice;
  return {
    invoiceId: id,
    number: snapshot!.number,
    familyId,
    from: periodFrom,
    to: periodTo,
    issuedOn: issuedOn!,
    dueOn: dueOn!,
    totalCents,
    creditedCents,
    openCents,
    settlement,
    planId: plan?.planId ?? null,
  };
}

/** Of the `limit + 1` that were read. */
export function invoicesPage(found: readonly InvoiceWithBalance[], limit: number): Page<InvoiceDto> {
  return pageOf(
    found.map((one) => ({ id: one.invoice.id, one })),
    limit,
    ({ one }) => invoiceView(one),
  );
}

export function invoiceDetailsView(
  found: InvoiceWithBalance,
  creditNotes: readonly CreditNoteRow[],
): InvoiceDetailsDto {
  const children = childrenView(found.invoice.snapshot!.children);
  return { ...invoiceView(found), children, creditNotes: creditNotes.map(creditNoteDetailsView) };
}

export function childrenView(children: readonly InvoiceChild[]): InvoiceChildDto[] {
  return children.map(({ childId, name, cents, careCents = null, groups, lines }) => ({
    childId,
    name,
    cents,
    careCents,
    groups: groups.map(groupView),
    lines: lines.map((line) => ({ ...line, careCents: line.careCents ?? null })),
  }));
}

function groupView(group: InvoiceGroup): InvoiceGroupDto {
  const { prestationId, prestation, event, unitCents, cents, careCents = null, why, dates } = group;
  return { prestationId, prestation, event, unitCents, cents, careCents, why, dates };
}
