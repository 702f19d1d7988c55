import { Temporal } from '../../../kernel/civil-time.js';
import { euros, longInstant, NBSP, plainDate, typeset } from '../../../kernel/french.js';
import type { LabelledValue, PdfBlock, PdfDescription } from '../../../platform/pdf/index.js';
import { amountInWords } from '../../rules/amount-in-words.js';
import { meansLabel } from '../../rules/means.js';
import { creditTakenBack, dueAfterReversal, reversalLabel, type ReversalPaper } from '../../rules/reversal.js';
import type { SettledPart } from '../../rules/receipt.js';
import { emitterOf, paperLegal } from '../paper-blocks.js';

/** The paper that annuls a receipt. */
export function reversalDocument(paper: ReversalPaper): PdfDescription {
  const madeAt = Temporal.Instant.from(paper.madeAt);
  const title = `Annulation de la quittance n°${NBSP}${paper.receiptNumber}`;
  return {
    title,
    author: paper.collectivite.name,
    subject: `Annulation ${paper.number}`,
    createdAt: madeAt,
    legal: paperLegal(paper, `Annulation ${paper.number}`),
    content: [
      {
        kind: 'letterhead',
        emitter: emitterOf(paper),
        recipient: [`Famille ${paper.family.name}`, ...paper.family.addressLines],
      },
      { kind: 'title', text: title, subtitle: `N°${NBSP}${paper.number}, le ${longInstant(madeAt, paper.timeZone)}` },
      { kind: 'callout', label: 'Montant annulé', value: euros(paper.cents), note: amountInWords(paper.cents) },
      { kind: 'keyValues', rows: facts(paper), columns: 2 },
      ...parts('Ce qui est de nouveau à payer', paper.dueAgain),
      ...credit(paper),
      { kind: 'paragraph', text: typeset(dueAfterReversal(paper)) },
    ],
  };
}

function facts(paper: ReversalPaper): LabelledValue[] {
  return [
    ['Motif', reversalLabel(paper.reason)],
    ...(paper.note ? [['Précision', paper.note] as const] : []),
    ['Constaté le', plainDate(Temporal.PlainDate.from(paper.occurredOn))],
    ['Reçu de', paper.payerName],
    ['Moyen de paiement', meansLabel(paper.means)],
    ...(paper.reference ? [['Référence', paper.reference] as const] : []),
    ['Paiement reçu le', plainDate(Temporal.PlainDate.from(paper.receivedOn))],
    ...(paper.regisseur ? [['Régisseur', paper.regisseur] as const] : []),
    ...(paper.madeBy && paper.madeBy !== paper.regisseur ? [['Enregistré par', paper.madeBy] as const] : []),
  ];
}

function parts(heading: string, settled: readonly SettledPart[]): PdfBlock[] {
  if (settled.length === 0) return [];
  const total = settled.reduce((sum, { cents }) => sum + cents, 0);
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'table',
      summary: heading,
      columns: [
        { header: 'Facture', width: 2 },
        { header: 'Prestation', width: 4 },
        { header: 'Montant', width: 'fit', align: 'right' },
      ],
      rows: [
        ...settled.map((part) => ({ cells: [part.invoiceNumber, part.prestation, euros(part.cents)] })),
        { kind: 'total' as const, cells: [{ text: 'Total', span: 2 }, euros(total)] },
      ],
    },
  ];
}

function credit(paper: ReversalPaper): PdfBlock[] {
  const taken = creditTakenBack(paper);
  if (taken === null) return [];
  return [
    { kind: 'paragraph', text: typeset(taken) },
    ...parts('Ce que cet avoir avait payé, et qui est de nouveau à payer', paper.creditUndone),
  ];
}
