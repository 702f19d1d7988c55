import { dateIn, Temporal } from '../../kernel/civil-time.js';
import { counted, euros, longInstant, NBSP, plainDate, typeset } from '../../kernel/french.js';
import { sumCents } from '../../kernel/money.js';
import { amountInWords } from '../../payments/index.js';
import type { LabelledValue, PdfBlock, PdfDescription } from '../../platform/pdf/index.js';
import type { AccountTotal } from '../rules/collection.js';
import { periodInFrench } from '../rules/period.js';
import type { ReportContent } from '../rules/report-content.js';
import { prestationBlocks } from './prestation-tables.js';

export interface ReportToPrint {
  /** « E-2026-0012 »; null for one that was not made: it is neither numbered nor frozen. */
  readonly number: string | null;
  readonly year: number;
  /** What of the receipts it is about; nothing where it tells all of them. */
  readonly asked?: readonly LabelledValue[];
  readonly madeAt: Temporal.Instant;
  readonly content: ReportContent;
}

/** The état d'encaissement récapitulatif, as it goes to the Trésorerie. `zone` is that of the collectivité. */
export function collectionDocument(report: ReportToPrint, zone: string): PdfDescription {
  const { content } = report;
  const period = periodInFrench(content);
  const title =
    report.number === null
      ? 'Aperçu de l’état des encaissements'
      : `État récapitulatif des encaissements n°${NBSP}${report.number}`;
  return {
    title,
    author: content.collectivite.name,
    subject: `Encaissements ${period}`,
    createdAt: report.madeAt,
    orientation: 'landscape',
    legal: `${content.collectivite.name} – ${report.number === null ? 'Aperçu' : `État ${report.number}`}, ${period}`,
    content: [
      {
        kind: 'letterhead',
        emitter: { name: content.collectivite.name, lines: content.collectivite.addressLines },
        runningTitle: title,
      },
      { kind: 'title', text: title, subtitle: `Période ${period}` },
      { kind: 'keyValues', columns: 2, rows: header(report, zone) },
      {
        kind: 'callout',
        label: 'Total encaissé',
        value: euros(content.totalCents),
        note: amountInWords(content.totalCents),
      },
      { kind: 'heading', text: 'A. Par imputation et par prestation' },
      ...(content.byPrestation.length > 0 ? prestationBlocks(content) : [nothing()]),
      { kind: 'heading', text: 'B. Par moyen de paiement' },
      content.byMeans.length > 0 ? meansTable(content) : nothing(),
      ...deductionBlocks(content),
      ...refundBlocks(content),
      ...accountBlocks(content),
      ...creditBlocks(content),
      signatures(report),
    ],
  };
}

function signatures({ number, content }: ReportToPrint): PdfBlock {
  const total = `${amountInWords(content.totalCents)} (${euros(content.totalCents)})`;
  const regisseur = { title: 'Le régisseur', lines: [content.regisseur ?? '', 'Date et signature'] };
  if (number === null) {
    const statement = `Aperçu arrêté à la somme de ${total}. Il n’est ni numéroté ni figé : seul l’état numéroté fait foi.`;
    return { kind: 'signatures', statement: typeset(statement), frames: [regisseur] };
  }
  return {
    kind: 'signatures',
    statement: `Certifié exact le présent état, arrêté à la somme de ${total}. Les parties A et G font le total B, égal à la comptabilité de la régie.`,
    frames: [
      regisseur,
      { title: 'L’ordonnateur', lines: ['', 'Date et signature'] },
      { title: 'Le comptable public', lines: ['Titre n° ', 'Bordereau n° '] },
    ],
  };
}

function header({ content, year, madeAt, asked = [] }: ReportToPrint, zone: string): LabelledValue[] {
  const optional: [string, string | null][] = [
    ['SIRET', content.collectivite.siret],
    ['Codique', content.treasury?.codique ?? null],
    [
      'Collectivité / budget',
      content.treasury ? `${content.treasury.collectiviteCode} / ${content.treasury.budgetCode}` : null,
    ],
    ['Régie', [content.treasury?.regieNumber, content.regie].filter(Boolean).join(' – ') || null],
    ['Régisseur', content.regisseur],
    ['Première quittance', content.firstReceipt],
    ['Dernière quittance', content.lastReceipt],
  ];
  const stillOpen = !Temporal.PlainDate.from(content.to).equals(dateIn(zone, madeAt)) ? [] : ['journée en cours'];
  return [
    ['Exercice', String(year)],
    ...asked,
    ...optional.filter((row): row is [string, string] => row[1] !== null),
    ['Opérations', counted(content.operations, 'encaissement', 'encaissements')],
    ['Arrêté', [longInstant(madeAt, zone), ...stillOpen].join(', ')],
  ];
}

/** What was received and did not hold: it is taken off A and B. */
function deductionBlocks({ deductions }: ReportContent): PdfBlock[] {
  if (!deductions || deductions.length === 0) return [];
  return [
    { kind: 'heading', text: 'C. Rejets et annulations, déduits des totaux' },
    {
      kind: 'table',
      summary: 'Paiements qui n’ont pas tenu',
      columns: [
        { header: 'Annulation', width: 'fit' },
        { header: 'Le', width: 'fit' },
        { header: 'Quittance', width: 'fit' },
        { header: 'Moyen de paiement', width: 1 },
        { header: 'Motif', width: 1 },
        { header: 'Montant', width: 'fit', align: 'right' },
      ],
      rows: [
        ...deductions.map(({ number, on, receiptNumber, meansLabel, reason, cents }) => ({
          cells: [
            number,
            plainDate(Temporal.PlainDate.from(on)),
            receiptNumber,
            meansLabel,
            typeset(reason),
            euros(-cents),
          ],
        })),
        {
          kind: 'total' as const,
          cells: [{ text: 'Total C', span: 5 }, euros(-sumCents(deductions.map(({ cents }) => cents)))],
        },
      ],
      carried: [{ column: 5, of: (_, index) => -(deductions[index]?.cents ?? 0), format: euros }],
    },
  ];
}

/** What was given back of credits: taken off D and G, as A and B tell what came in. */
function refundBlocks({ deductions = [], refunds = [] }: ReportContent): PdfBlock[] {
  if (refunds.length === 0) return [];
  return [
    ...(deductions.length > 0 ? [] : [{ kind: 'heading' as const, text: 'C. Remboursements' }]),
    {
      kind: 'table',
      summary: 'Avoirs remboursés aux familles par virement',
      columns: [
        { header: 'Liste', width: 'fit' },
        { header: 'Le', width: 'fit' },
        { header: 'Remboursements, repris dans D et G', width: 1 },
        { header: 'Virements', width: 'fit', align: 'right' },
        { header: 'Montant', width: 'fit', align: 'right' },
      ],
      rows: [
        ...refunds.map(({ number, on, reason, transfers, cents }) => ({
          cells: [number, plainDate(Temporal.PlainDate.from(on)), typeset(reason), String(transfers), euros(-cents)],
        })),
        {
          kind: 'total' as const,
          cells: [{ text: 'Total remboursé', span: 4 }, euros(-sumCents(refunds.map(({ cents }) => cents)))],
        },
      ],
      carried: [{ column: 4, of: (_, index) => -(refunds[index]?.cents ?? 0), format: euros }],
    },
  ];
}

/** What the régie had, received, handed over and has, by means. */
function accountBlocks({ accounts }: ReportContent): PdfBlock[] {
  if (!accounts || accounts.length === 0) return [];
  const figures = ({ label, ...account }: Omit<AccountTotal, 'means'>) => [
    label,
    euros(account.openingCents),
    euros(account.receivedCents),
    euros(account.reversedCents),
    euros(account.refundedCents),
    euros(account.handedOverCents),
    euros(account.closingCents),
  ];
  const total = (key: keyof Omit<AccountTotal, 'means' | 'label'>) => sumCents(accounts.map((one) => one[key]));
  const totals = {
    label: 'Total D',
    openingCents: total('openingCents'),
    receivedCents: total('receivedCents'),
    reversedCents: total('reversedCents'),
    refundedCents: total('refundedCents'),
    handedOverCents: total('handedOverCents'),
    closingCents: total('closingCents'),
  };
  return [
    { kind: 'heading', text: 'D. Ce que la régie détient' },
    {
      kind: 'table',
      summary: 'Solde de chaque moyen de paiement, du début à la fin de la période',
      columns: [
        { header: 'Moyen de paiement', width: 1 },
        ...['Au début', 'Encaissé', 'Annulé', 'Remboursé', 'Versé', 'À la fin'].map((text) => ({
          header: text,
          width: 'fit' as const,
          align: 'right' as const,
        })),
      ],
      rows: [
        ...accounts.map((account) => ({ cells: figures(account) })),
        { kind: 'total' as const, cells: figures(totals) },
      ],
    },
  ];
}

/** What is held for families: part of B, of no prestation yet. */
function creditBlocks({ credits, heldCents }: ReportContent): PdfBlock[] {
  if (!credits || Object.values(credits).every((cents) => cents === 0)) return [];
  return [
    { kind: 'heading', text: 'G. Avoirs des familles' },
    {
      kind: 'table',
      summary: 'Ce que la collectivité détient pour les familles, du début à la fin de la période',
      columns: [
        { header: 'Mouvement', width: 1 },
        { header: 'Montant', width: 'fit', align: 'right' },
      ],
      rows: [
        { cells: ['Au début de la période', euros(credits.openingCents)] },
        { cells: ['Laissé par des paiements (compris dans B)', euros(heldCents ?? 0)] },
        { cells: ['Laissé par des avoirs sur factures', euros(credits.creditNotesCents)] },
        { cells: ['Utilisé pour payer des factures', euros(credits.usedCents)] },
        { cells: ['Remboursé aux familles', euros(credits.refundedCents)] },
        { kind: 'total', cells: ['À la fin de la période', euros(credits.closingCents)] },
      ],
    },
  ];
}

function meansTable({ byMeans, totalCents, operations }: ReportContent): PdfBlock {
  return {
    kind: 'table',
    summary: 'Encaissements par moyen de paiement',
    columns: [
      { header: 'Moyen de paiement', width: 1 },
      { header: 'Opérations', width: 'fit', align: 'right' },
      { header: 'Montant', width: 'fit', align: 'right' },
    ],
    rows: [
      ...byMeans.map((total) => ({ cells: [total.label, String(total.operations), euros(total.cents)] })),
      { kind: 'total', cells: ['Total B', String(operations), euros(totalCents)] },
    ],
  };
}

function nothing(): PdfBlock {
  return { kind: 'paragraph', text: typeset('Néant : aucun encaissement sur la période.') };
}
