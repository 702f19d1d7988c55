import type { InvoiceWithBalance } from '../actions/find-invoices.js';
import type { InvoiceChild, InvoiceGroup } from '../rules/invoice-lines.js';
import type { InvoiceChildDto, InvoiceDetailsDto, InvoiceDto, InvoiceGroupDto } from './invoices.dto.js';

export function invoiceView({ invoice, openCents, settlement, plan }: InvoiceWithBalance): InvoiceDto {
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
    planId: plan?.planId ?? null,
  };
}

export function invoiceDetailsView(found: InvoiceWithBalance): InvoiceDetailsDto {
  return { ...invoiceView(found), children: childrenView(found.invoice.snapshot!.children) };
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
