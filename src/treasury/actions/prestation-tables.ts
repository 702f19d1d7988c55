import { euros } from '../../kernel/french.js';
import { chunksOf } from '../../kernel/lists.js';
import { sumCents } from '../../kernel/money.js';
import type { PdfBlock } from '../../platform/pdf/index.js';
import type { MeansTotal, PrestationTotal } from '../rules/collection.js';
import type { ReportContent } from '../rules/report-content.js';

/** As many means as leave room for the imputation beside them, in amounts of a big city. */
const MEANS_BESIDE_IMPUTATION = 3;
/** And beside the name of the prestation alone, with the total. */
const MEANS_ABREAST = 5;

/** (A) In one table where few means are used; else the imputations, then what each means brought, a few at a time. */
export function prestationBlocks(content: ReportContent): PdfBlock[] {
  const means = content.byMeans;
  if (means.length <= MEANS_BESIDE_IMPUTATION) return [prestationTable(content, IMPUTATION, means)];
  const tables = Math.ceil(means.length / MEANS_ABREAST);
  const totalHeader = tables === 1 ? 'Total' : 'Tous moyens';
  return [
    prestationTable(content, IMPUTATION, []),
    { kind: 'heading', text: 'A (suite). Par prestation et par moyen de paiement' },
    ...[...chunksOf(means, Math.ceil(means.length / tables))].map((some) =>
      prestationTable(content, [], some, totalHeader),
    ),
  ];
}

interface ImputationColumn {
  readonly header: string;
  readonly align?: 'right';
  readonly of: (total: PrestationTotal) => string;
}

const IMPUTATION: readonly ImputationColumn[] = [
  { header: 'Chapitre', of: ({ chapter }) => chapter ?? '' },
  { header: 'Nature', of: ({ imputation }) => imputation.nature },
  { header: 'Fonction', of: ({ imputation }) => imputation.function ?? '' },
  { header: 'Produit', of: ({ productCode }) => productCode ?? '' },
  { header: 'Opérations', align: 'right', of: ({ operations }) => String(operations) },
];

/** What each prestation received, with what it brought by some means. */
function prestationTable(
  { byPrestation, totalCents, operations, heldCents = 0 }: ReportContent,
  imputation: readonly ImputationColumn[],
  means: readonly MeansTotal[],
  totalHeader = 'Total',
): PdfBlock {
  const amounts = [
    ...means.map(({ means: code, label }) => ({
      header: label,
      of: (total: PrestationTotal) => total.byMeans[code] ?? 0,
      shown: (total: PrestationTotal) => amountOrNothing(total.byMeans[code]),
      total: sumCents(byPrestation.map((total) => total.byMeans[code] ?? 0)),
    })),
    {
      header: totalHeader,
      of: (total: PrestationTotal) => total.cents,
      shown: (total: PrestationTotal) => euros(total.cents),
      total: totalCents - heldCents,
    },
  ];
  const totalLabel = imputation.length === 0 ? 'Total A' : { text: 'Total A', span: imputation.length };
  return {
    kind: 'table',
    summary:
      means.length === 0
        ? 'Encaissements par prestation et par imputation'
        : 'Encaissements par prestation et par moyen de paiement',
    columns: [
      { header: 'Prestation', width: 1 },
      ...imputation.map(({ header, align }) => ({ header, width: 'fit' as const, ...(align && { align }) })),
      ...amounts.map(({ header }) => ({ header, width: 'fit' as const, align: 'right' as const })),
    ],
    rows: [
      ...byPrestation.map((total) => ({
        cells: [
          total.label,
          ...imputation.map((column) => column.of(total)),
          ...amounts.map((column) => column.shown(total)),
        ],
      })),
      {
        kind: 'total',
        cells: [
          totalLabel,
          ...(imputation.length === 0 ? [] : [String(operations)]),
          ...amounts.map(({ total }) => euros(total)),
        ],
      },
    ],
    carried: amounts.map(({ of }, index) => ({
      column: 1 + imputation.length + index,
      of: (_, row) => {
        const total = byPrestation[row];
        return total ? of(total) : 0;
      },
      format: euros,
    })),
  };
}

function amountOrNothing(cents: number | undefined): string {
  return cents === undefined ? '–' : euros(cents);
}
