import type { CreditableCharge } from '../actions/credit-notes/find-creditable.js';
import type { CreditNoteRow } from '../data/credit-note.entity.js';
import type { CreditableLineDto, CreditNoteDetailsDto, CreditNoteDto } from './credit-notes.dto.js';

export function creditNoteView(note: CreditNoteRow): CreditNoteDto {
  const { id, familyId, invoiceId, issuedOn, reason, totalCents } = note;
  const { number, invoice, reason: reasonInFrench, loweredCents, heldCents } = note.snapshot!;
  return {
    creditNoteId: id,
    number,
    familyId,
    invoiceId,
    invoiceNumber: invoice.number,
    issuedOn: issuedOn!,
    reason,
    reasonInFrench,
    totalCents,
    loweredCents,
    heldCents,
  };
}

export function creditNoteDetailsView(note: CreditNoteRow): CreditNoteDetailsDto {
  const lines = note.snapshot!.children.flatMap(({ childId, name, lines }) =>
    lines.map((line) => ({ childId, child: name, ...line })),
  );
  return { ...creditNoteView(note), lines };
}

export function creditableView({ row, childName, prestation }: CreditableCharge): CreditableLineDto {
  const { id, childId, prestationId, date, label, amountCents, creditedCents } = row;
  return {
    chargeId: id,
    childId,
    child: childName,
    prestationId,
    prestation,
    date,
    label,
    cents: amountCents,
    creditedCents,
  };
}
