import type { Grid, GridRow } from '../../kernel/grid.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { MEANS_OF_PAYMENT } from '../../payments/rules/index.js';
import type { Collection } from './collection.js';

type Table = Pick<Collection, 'byPrestation' | 'byMeans' | 'totalCents' | 'operations'> & {
  readonly heldCents?: Cents;
};

/** A line for each prestation, a column for each means, totals at the foot. */
export function collectionGrid({ byPrestation, byMeans, totalCents, operations, heldCents = 0 }: Table): Grid {
  const known = MEANS_OF_PAYMENT.map(({ code, label }) => ({ means: code, label }));
  const others = byMeans.filter(({ means }) => !known.some((one) => one.means === means));
  const columns = [...known, ...others];
  return {
    name: 'Encaissements',
    columns: [
      { header: 'Chapitre', kind: 'text' },
      { header: 'Nature', kind: 'text' },
      { header: 'Fonction', kind: 'text' },
      { header: 'Code produit', kind: 'text' },
      { header: 'Prestation', kind: 'text' },
      { header: 'Opérations', kind: 'count' },
      ...columns.map(({ label }) => ({ header: label, kind: 'cents' as const })),
      { header: 'Total', kind: 'cents' },
    ],
    rows: [
      ...byPrestation.map((total) => ({
        cells: [
          total.chapter ?? null,
          total.imputation.nature,
          total.imputation.function,
          total.productCode ?? null,
          total.label,
          total.operations,
          ...columns.map(({ means }) => total.byMeans[means] ?? 0),
          total.cents,
        ],
      })),
      ...(heldCents === 0 ? [] : [held(columns, { byPrestation, byMeans, heldCents })]),
      {
        kind: 'total',
        cells: [
          ...NO_IMPUTATION,
          'Total',
          operations,
          ...columns.map(({ means }) => byMeans.find((total) => total.means === means)?.cents ?? 0),
          totalCents,
        ],
      },
    ],
  };
}

const NO_IMPUTATION = [null, null, null, null];

function held(
  columns: readonly { readonly means: string }[],
  { heldCents, ...table }: Pick<Table, 'byPrestation' | 'byMeans'> & { readonly heldCents: Cents },
): GridRow {
  const byMeans = columns.map(({ means }) => heldOf(means, table));
  return { cells: [...NO_IMPUTATION, 'Avoirs des familles', null, ...byMeans, heldCents] };
}

/** What of a means settled no prestation. */
function heldOf(means: string, { byPrestation, byMeans }: Pick<Table, 'byPrestation' | 'byMeans'>): Cents {
  const whole = byMeans.find((total) => total.means === means)?.cents ?? 0;
  return whole - sumCents(byPrestation.map((total) => total.byMeans[means] ?? 0));
}
