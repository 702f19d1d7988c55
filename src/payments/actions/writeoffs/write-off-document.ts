import { Temporal } from '../../../kernel/civil-time.js';
import { euros, longInstant, NBSP, plainDate, typeset } from '../../../kernel/french.js';
import type { LabelledValue, PdfDescription } from '../../../platform/pdf/index.js';
import { amountInWords } from '../../rules/amount-in-words.js';
import { type WriteOffKind, type WriteOffPaper } from '../../rules/write-off.js';
import { type Annulled, annulledNotice, emitterOf, paperLegal } from '../paper-blocks.js';

const TITLES: Record<WriteOffKind, string> = {
  UNCOLLECTABLE: 'Admission en non-valeur',
  EXTINGUISHED: 'Créance éteinte',
  REMISSION: 'Remise gracieuse',
};

/** The paper of a debt that is given up. */
export function writeOffDocument(paper: WriteOffPaper, annulled: Annulled | null = null): PdfDescription {
  const madeAt = Temporal.Instant.from(paper.madeAt);
  const title = `${TITLES[paper.kind]} n°${NBSP}${paper.number}`;
  const amounts = paper.parts.map(({ cents }) => cents);
  return {
    title,
    author: paper.collectivite.name,
    subject: title,
    createdAt: madeAt,
    legal: paperLegal(paper, title),
    content: [
      {
        kind: 'letterhead',
        emitter: emitterOf(paper),
        recipient: [`Famille ${paper.family.name}`, ...paper.family.addressLines],
      },
      { kind: 'title', text: title, subtitle: longInstant(madeAt, paper.timeZone) },
      ...annulledNotice('ANNULÉE', 'Cette décision', annulled),
      { kind: 'callout', label: label(paper.kind), value: euros(paper.cents), note: amountInWords(paper.cents) },
      { kind: 'keyValues', rows: facts(paper), columns: 2 },
      { kind: 'heading', text: 'Factures concernées' },
      {
        kind: 'table',
        summary: 'Factures concernées',
        columns: [
          { header: 'Facture', width: 2 },
          { header: 'Prestation', width: 4 },
          { header: 'Montant', width: 'fit', align: 'right' },
        ],
        rows: [
          ...paper.parts.map((part) => ({ cells: [part.invoiceNumber, part.prestation, euros(part.cents)] })),
          { kind: 'total', cells: [{ text: 'Total', span: 2 }, euros(paper.cents)] },
        ],
        carried: [{ column: 2, of: (_, index) => amounts[index] ?? 0, format: euros }],
      },
      ...(annulled ? [] : [{ kind: 'paragraph' as const, text: meaning(paper) }]),
    ],
  };
}

function label(kind: WriteOffKind): string {
  return kind === 'REMISSION' ? 'Montant remis' : 'Montant abandonné';
}

function facts(paper: WriteOffPaper): LabelledValue[] {
  return [
    ['Décision', paper.decisionReference],
    ['Décidé le', plainDate(Temporal.PlainDate.from(paper.decidedOn))],
    ...(paper.note ? [['Précision', paper.note] as const] : []),
    ['Comptabilisé le', plainDate(Temporal.PlainDate.from(paper.accountedOn))],
    ['Nature de la dépense', paper.nature],
    ['Dette', paper.debt === 'FAMILY' ? 'à la régie' : 'à la Trésorerie'],
    ...(paper.regisseur ? [['Régisseur', paper.regisseur] as const] : []),
    ...(paper.madeBy && paper.madeBy !== paper.regisseur ? [['Enregistré par', paper.madeBy] as const] : []),
  ];
}

function meaning({ kind, debt, stillDueCents }: WriteOffPaper): string {
  const where = debt === 'FAMILY' ? 'à la régie' : 'à la Trésorerie';
  const rest =
    stillDueCents === 0 ? `Il ne reste rien à payer ${where}.` : `Il reste ${euros(stillDueCents)} à payer ${where}.`;
  return typeset(`${MEANINGS[kind]} ${rest}`);
}

const MEANINGS: Record<WriteOffKind, string> = {
  UNCOLLECTABLE: 'Cette somme n’a pas pu être recouvrée et sort des comptes ; la dette elle-même n’est pas effacée.',
  EXTINGUISHED: 'Cette somme ne peut plus être demandée à la famille.',
  REMISSION: 'La collectivité renonce à cette somme : la famille n’a plus à la payer.',
};
