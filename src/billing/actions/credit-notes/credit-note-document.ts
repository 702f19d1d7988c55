import { Temporal } from '../../../kernel/civil-time.js';
import { euros, NBSP, plainDate, typeset } from '../../../kernel/french.js';
import type { PdfDescription, TableRow } from '../../../platform/pdf/index.js';
import type { CreditNoteSnapshot } from '../../rules/credit-note-snapshot.js';
import { whatBecomesOfIt } from './credit-note-mail.js';
import { legalLine } from '../invoices/invoice-document.js';

/** The credit note as a letter: how much and why at first sight, then which days, and what becomes of it. */
export function creditNoteDocument(note: CreditNoteSnapshot): PdfDescription {
  const { collectivite, number, invoice, payer } = note;
  return {
    title: `Avoir ${number}`,
    author: collectivite.name,
    subject: `Avoir sur la facture ${invoice.number}`,
    createdAt: Temporal.Instant.from(note.issuedAt),
    legal: legalLine(collectivite),
    content: [
      {
        kind: 'letterhead',
        emitter: {
          name: collectivite.name,
          lines: [...collectivite.addressLines, ...(collectivite.regie ? [collectivite.regie] : [])],
        },
        recipient: [...payer.names, ...payer.addressLines].slice(0, 6),
        references: [
          ['Avoir', number],
          ['Établi le', shown(note.issuedOn)],
          ['Sur la facture', invoice.number],
          ['Famille', `n°${NBSP}${payer.familyId}`],
        ],
        runningTitle: `Avoir ${number}`,
      },
      {
        kind: 'title',
        text: `Avoir ${number}`,
        subtitle: `Sur la facture ${invoice.number} du ${shown(invoice.issuedOn)}, de ${euros(invoice.totalCents)}`,
      },
      { kind: 'callout', label: 'En votre faveur', value: euros(note.totalCents), note: note.reason },
      {
        kind: 'table',
        summary: 'Ce qui est repris, par enfant et par jour',
        columns: [
          { header: 'Ligne de la facture', width: 1 },
          { header: 'Facturé', width: 'fit', align: 'right' },
          { header: 'Repris', width: 'fit', align: 'right' },
        ],
        rows: [
          ...note.children.flatMap(({ name, lines }): TableRow[] => [
            { kind: 'group', cells: [{ text: name, span: 3 }] },
            ...lines.map(({ label, billedCents, cents }) => ({ cells: [label, euros(billedCents), euros(cents)] })),
          ]),
          { kind: 'total', cells: [{ text: 'Total de l’avoir', span: 2 }, euros(note.totalCents)] },
        ],
      },
      { kind: 'notice', title: 'Ce que cela change pour vous', text: typeset(whatBecomesOfIt(note).join('\n')) },
      {
        kind: 'paragraph',
        tone: 'small',
        text: typeset(
          `La facture ${invoice.number} n’est pas modifiée : cet avoir la complète. Pour toute question : ${collectivite.phone}, ${collectivite.email}.`,
        ),
      },
    ],
  };
}

function shown(date: string): string {
  return plainDate(Temporal.PlainDate.from(date));
}
