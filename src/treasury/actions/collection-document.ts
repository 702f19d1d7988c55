import { dateIn, Temporal } from '../../kernel/civil-time.js';
import { counted, euros, longInstant, NBSP, plainDate, typeset } from '../../kernel/french.js';
import { amountInWords } from '../../payments/index.js';
import type { LabelledValue, PdfBlock, PdfDescription, TableRow } from '../../platform/pdf/index.js';
import { formatReportNumber, type ReportContent } from '../rules/report-content.js';

export interface ReportToPrint {
  readonly year: number;
  readonly number: number;
  readonly madeAt: Temporal.Instant;
  readonly content: ReportContent;
}

/** The état d'encaissement récapitulatif, as it goes to the Trésorerie. `zone` is that of the collectivité. */
export function collectionDocument(report: ReportToPrint, zone: string): PdfDescription {
  const { content } = report;
  const number = formatReportNumber(report.year, report.number);
  const period = periodInFrench(content);
  return {
    title: `État récapitulatif des encaissements n°${NBSP}${number}`,
    author: content.collectivite.name,
    subject: `Encaissements ${period}`,
    createdAt: report.madeAt,
    orientation: 'landscape',
    legal: `${content.collectivite.name} – État ${number}, ${period}`,
    content: [
      {
        kind: 'letterhead',
        emitter: { name: content.collectivite.name, lines: content.collectivite.addressLines },
        runningTitle: `État récapitulatif des encaissements n°${NBSP}${number}`,
      },
      { kind: 'title', text: `État récapitulatif des encaissements n°${NBSP}${number}`, subtitle: `Période ${period}` },
      { kind: 'keyValues', columns: 2, rows: header(report, zone) },
      {
        kind: 'callout',
        label: 'Total encaissé',
        value: euros(content.totalCents),
        note: amountInWords(content.totalCents),
      },
      { kind: 'heading', text: 'A. Par imputation et par prestation' },
      content.byPrestation.length > 0 ? prestationTable(content) : nothing(),
      { kind: 'heading', text: 'B. Par moyen de paiement' },
      content.byMeans.length > 0 ? meansTable(content) : nothing(),
      {
        kind: 'signatures',
        statement: `Certifié exact le présent état, arrêté à la somme de ${amountInWords(content.totalCents)} (${euros(content.totalCents)}). Les totaux A et B sont égaux entre eux et à la comptabilité de la régie.`,
        frames: [
          { title: 'Le régisseur', lines: [content.regisseur ?? '', 'Date et signature'] },
          { title: 'L’ordonnateur', lines: ['', 'Date et signature'] },
          { title: 'Le comptable public', lines: ['Titre n° ', 'Bordereau n° '] },
        ],
      },
    ],
  };
}

/** « du 1er novembre 2026 au 30 novembre 2026 ». */
export function periodInFrench({ from, to }: Pick<ReportContent, 'from' | 'to'>): string {
  return `du ${plainDate(Temporal.PlainDate.from(from))} au ${plainDate(Temporal.PlainDate.from(to))}`;
}

function header({ content, year, madeAt }: ReportToPrint, zone: string): LabelledValue[] {
  const optional: [string, string | null][] = [
    ['SIRET', content.collectivite.siret],
    ['Régie', content.regie],
    ['Régisseur', content.regisseur],
    ['Première quittance', content.firstReceipt],
    ['Dernière quittance', content.lastReceipt],
  ];
  const stillOpen = !Temporal.PlainDate.from(content.to).equals(dateIn(zone, madeAt)) ? [] : ['journée en cours'];
  return [
    ['Exercice', String(year)],
    ...optional.filter((row): row is [string, string] => row[1] !== null),
    ['Opérations', counted(content.operations, 'encaissement', 'encaissements')],
    ['Arrêté', [longInstant(madeAt, zone), ...stillOpen].join(', ')],
  ];
}

function prestationTable({ byPrestation, byMeans, totalCents, operations }: ReportContent): PdfBlock {
  const rows: TableRow[] = byPrestation.map((total) => ({
    cells: [
      total.label,
      total.imputation.nature,
      total.imputation.function ?? '',
      String(total.operations),
      ...byMeans.map(({ means }) => amountOrNothing(total.byMeans[means])),
      euros(total.cents),
    ],
  }));
  return {
    kind: 'table',
    summary: 'Encaissements par prestation et par moyen de paiement',
    columns: [
      { header: 'Prestation', width: 1 },
      { header: 'Nature', width: 'fit' },
      { header: 'Fonction', width: 'fit' },
      { header: 'Opérations', width: 'fit', align: 'right' },
      ...byMeans.map(({ label }) => ({ header: label, width: 'fit' as const, align: 'right' as const })),
      { header: 'Total', width: 'fit', align: 'right' },
    ],
    rows: [
      ...rows,
      {
        kind: 'total',
        cells: [
          { text: 'Total A', span: 3 },
          String(operations),
          ...byMeans.map(({ cents }) => euros(cents)),
          euros(totalCents),
        ],
      },
    ],
    carried: [
      {
        column: 4 + byMeans.length,
        of: (_, index) => byPrestation[index]?.cents ?? 0,
        format: euros,
      },
    ],
  };
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

function amountOrNothing(cents: number | undefined): string {
  return cents === undefined ? '–' : euros(cents);
}

function nothing(): PdfBlock {
  return { kind: 'paragraph', text: typeset('Néant : aucun encaissement sur la période.') };
}
