import type { InvoiceWithBalance } from '../actions/find-invoices.js';
import type { InvoiceChild } from '../rules/invoice-lines.js';
import type { InvoiceChildDto, InvoiceDetailsDto, InvoiceDto } from './invoices.dto.js';

export function invoiceView({ invoice, openCents, settlement }: InvoiceWithBalance): InvoiceDto {
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
    openCents,
    settlement,
  };
}

export function invoiceDetailsView(found: InvoiceWithBalance): InvoiceDetailsDto {
  return { ...invoiceView(found), children: childrenView(found.invoice.snapshot!.children) };
}

export function childrenView(children: readonly InvoiceChild[]): InvoiceChildDto[] {
  return children.map(({ childId, name, cents, groups, lines }) => ({
    childId,
    name,
    cents,
    groups: groups.map(({ prestationId, prestation, event, unitCents, cents: groupCents, why, dates }) => {
      return { prestationId, prestation, event, unitCents, cents: groupCents, why, dates };
    }),
    lines: [...lines],
  }));
}
