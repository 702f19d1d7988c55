import { Temporal } from '../../../kernel/civil-time.js';
import { counted, euros, NBSP, plainDate } from '../../../kernel/french.js';
import type { LabelledValue, PdfDescription } from '../../../platform/pdf/index.js';
import { amountInWords } from '../../rules/amount-in-words.js';
import type { RefundListPaper } from '../../rules/refund.js';
import { emitterOf, paperLegal } from '../paper-blocks.js';

/** The list of refunds, signed by who orders the transfers. */
export function refundListDocument(paper: RefundListPaper): PdfDescription {
  const title = `Remboursements d’avoirs n°${NBSP}${paper.number}`;
  const { lines, totalCents } = paper;
  return {
    title,
    author: paper.collectivite.name,
    subject: `Virements aux familles, liste ${paper.number}`,
    createdAt: Temporal.Instant.from(paper.madeAt),
    legal: paperLegal(paper, `Remboursements ${paper.number}`),
    content: [
      { kind: 'letterhead', emitter: emitterOf(paper), runningTitle: title },
      {
        kind: 'title',
        text: title,
        subtitle: `Virements du ${plainDate(Temporal.PlainDate.from(paper.accountedOn))}`,
      },
      { kind: 'keyValues', rows: facts(paper), columns: 2 },
      { kind: 'callout', label: 'Total à virer', value: euros(totalCents), note: amountInWords(totalCents) },
      {
        kind: 'table',
        summary: 'Les virements, une ligne par famille',
        columns: [
          { header: 'Famille', width: 2 },
          { header: 'Titulaire du compte', width: 2 },
          { header: 'Compte', width: 'fit' },
          { header: 'Montant', width: 'fit', align: 'right' },
        ],
        rows: [
          ...lines.map(({ familyName, holder, maskedIban, cents }) => ({
            cells: [familyName, holder, maskedIban, euros(cents)],
          })),
          { kind: 'total', cells: [{ text: 'Total', span: 3 }, euros(totalCents)] },
        ],
        carried: [{ column: 3, of: (_, index) => lines[index]?.cents ?? 0, format: euros }],
      },
      {
        kind: 'paragraph',
        text: 'Les comptes sont masqués sur ce document. Le fichier des virements, remis à part, les porte en entier.',
      },
      {
        kind: 'signatures',
        statement: `Arrêté la présente liste à la somme de ${amountInWords(totalCents)} (${euros(totalCents)}).`,
        frames: [
          { title: 'Le régisseur', lines: [paper.regisseur ?? '', 'Date et signature'] },
          { title: 'L’ordonnateur', lines: ['Vu et approuvé', 'Date et signature'] },
        ],
      },
    ],
  };
}

function facts(paper: RefundListPaper): LabelledValue[] {
  return [
    ...(paper.collectivite.siret ? [['SIRET', paper.collectivite.siret] as const] : []),
    ...(paper.regisseur ? [['Régisseur', paper.regisseur] as const] : []),
    ...(paper.madeBy && paper.madeBy !== paper.regisseur ? [['Établie par', paper.madeBy] as const] : []),
    ['Nombre', counted(paper.lines.length, 'virement', 'virements')],
  ];
}
