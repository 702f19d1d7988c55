import { Temporal } from '../../../kernel/civil-time.js';
import { counted, euros, NBSP, plainDate, shortDate, typeset } from '../../../kernel/french.js';
import type { LabelledValue, PdfBlock, PdfDescription } from '../../../platform/pdf/index.js';
import { amountInWords } from '../../rules/amount-in-words.js';
import { meansLabel } from '../../rules/means.js';
import type { RemittancePaper } from '../../rules/remittance.js';
import { type Annulled, annulledNotice, emitterOf, paperLegal } from '../paper-blocks.js';

/** The bordereau de versement, signed by who hands over and by who receives. */
export function remittanceDocument(paper: RemittancePaper, annulled: Annulled | null = null): PdfDescription {
  const title = `Bordereau de versement n°${NBSP}${paper.number}`;
  const handedOn = plainDate(Temporal.PlainDate.from(paper.handedOn));
  return {
    title,
    author: paper.collectivite.name,
    subject: `Versement à la Trésorerie, ${meansLabel(paper.means)}`,
    createdAt: Temporal.Instant.from(paper.madeAt),
    legal: paperLegal(paper, `Bordereau ${paper.number}`),
    content: [
      { kind: 'letterhead', emitter: emitterOf(paper), runningTitle: title },
      { kind: 'title', text: title, subtitle: typeset(`Versement du ${handedOn} : ${meansLabel(paper.means)}`) },
      ...annulledNotice('ANNULÉ', 'Ce bordereau', annulled),
      { kind: 'keyValues', rows: facts(paper), columns: 2 },
      {
        kind: 'callout',
        label: 'Total versé',
        value: euros(paper.totalCents),
        note: amountInWords(paper.totalCents),
      },
      ...payments(paper),
      ...reversals(paper),
      ...refunds(paper),
      {
        kind: 'signatures',
        statement: `Arrêté le présent bordereau à la somme de ${amountInWords(paper.totalCents)} (${euros(paper.totalCents)}).`,
        frames: [
          { title: 'Le régisseur', lines: [paper.regisseur ?? '', 'Date et signature'] },
          { title: 'Le comptable public', lines: ['Reçu le montant ci-dessus', 'Date, cachet et signature'] },
        ],
      },
    ],
  };
}

function facts(paper: RemittancePaper): LabelledValue[] {
  return [
    ...(paper.collectivite.siret ? [['SIRET', paper.collectivite.siret] as const] : []),
    ...(paper.regisseur ? [['Régisseur', paper.regisseur] as const] : []),
    ['Moyen de paiement', meansLabel(paper.means)],
    ['Nombre', counted(paper.payments.length, 'paiement', 'paiements')],
  ];
}

function payments({ payments: all }: RemittancePaper): PdfBlock[] {
  const total = all.reduce((sum, { cents }) => sum + cents, 0);
  return [
    { kind: 'heading', text: 'Paiements versés' },
    {
      kind: 'table',
      summary: 'Les paiements versés, dans l’ordre des quittances',
      columns: [
        { header: 'Quittance', width: 'fit' },
        { header: 'Reçu le', width: 'fit' },
        { header: 'Payeur', width: 3 },
        { header: 'Banque, numéro ou référence', width: 3 },
        { header: 'Montant', width: 'fit', align: 'right' },
      ],
      rows: [
        ...all.map(({ receiptNumber, receivedOn, payerName, reference, cents }) => ({
          cells: [
            receiptNumber,
            shortDate(Temporal.PlainDate.from(receivedOn)),
            payerName,
            reference ?? '',
            euros(cents),
          ],
        })),
        { kind: 'total', cells: [{ text: 'Total des paiements', span: 4 }, euros(total)] },
      ],
      carried: [{ column: 4, of: (_, index) => all[index]?.cents ?? 0, format: euros }],
    },
  ];
}

function reversals({ reversals: all }: RemittancePaper): PdfBlock[] {
  if (all.length === 0) return [];
  const total = all.reduce((sum, { cents }) => sum + cents, 0);
  return [
    { kind: 'heading', text: 'À déduire : versés avant, et qui n’ont pas tenu' },
    {
      kind: 'table',
      summary: 'Les paiements de versements précédents qui n’ont pas tenu',
      columns: [
        { header: 'Annulation', width: 'fit' },
        { header: 'Quittance', width: 'fit' },
        { header: 'Motif', width: 1 },
        { header: 'Montant', width: 'fit', align: 'right' },
      ],
      rows: [
        ...all.map(({ number, receiptNumber, reason, cents }) => ({
          cells: [number, receiptNumber, typeset(reason), euros(-cents)],
        })),
        { kind: 'total', cells: [{ text: 'Total à déduire', span: 3 }, euros(-total)] },
      ],
    },
  ];
}

function refunds({ refunds: all = [] }: RemittancePaper): PdfBlock[] {
  if (all.length === 0) return [];
  const total = all.reduce((sum, { cents }) => sum + cents, 0);
  return [
    { kind: 'heading', text: 'À déduire : avoirs remboursés aux familles' },
    {
      kind: 'table',
      summary: 'Les virements aux familles, par liste de remboursements',
      columns: [
        { header: 'Liste', width: 'fit' },
        { header: 'Le', width: 'fit' },
        { header: 'Motif', width: 1 },
        { header: 'Virements', width: 'fit', align: 'right' },
        { header: 'Montant', width: 'fit', align: 'right' },
      ],
      rows: [
        ...all.map(({ number, on, reason, transfers, cents }) => ({
          cells: [number, shortDate(Temporal.PlainDate.from(on)), typeset(reason), String(transfers), euros(-cents)],
        })),
        { kind: 'total', cells: [{ text: 'Total à déduire', span: 4 }, euros(-total)] },
      ],
    },
  ];
}
