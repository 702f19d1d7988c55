import { MEANS_OF_PAYMENT } from '../../payments/rules/index.js';
import type { Collection } from './collection.js';
import { csvAmount, frenchCsv } from './french-csv.js';

/** A line for each prestation, a column for each means, totals at the foot. */
export function collectionCsv({ byPrestation, byMeans, totalCents, operations }: Collection): string {
  const known = MEANS_OF_PAYMENT.map(({ code, label }) => ({ means: code, label }));
  const others = byMeans.filter(({ means }) => !known.some((one) => one.means === means));
  const columns = [...known, ...others];
  return frenchCsv([
    ['Nature', 'Fonction', 'Prestation', 'Opérations', ...columns.map(({ label }) => label), 'Total'],
    ...byPrestation.map((total) => [
      total.imputation.nature,
      total.imputation.function ?? '',
      total.label,
      String(total.operations),
      ...columns.map(({ means }) => csvAmount(total.byMeans[means] ?? 0)),
      csvAmount(total.cents),
    ]),
    [
      '',
      '',
      'Total',
      String(operations),
      ...columns.map(({ means }) => csvAmount(byMeans.find((total) => total.means === means)?.cents ?? 0)),
      csvAmount(totalCents),
    ],
  ]);
}
