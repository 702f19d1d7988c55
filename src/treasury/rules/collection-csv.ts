import { type Cents, sumCents } from '../../kernel/money.js';
import { MEANS_OF_PAYMENT } from '../../payments/rules/index.js';
import type { Collection } from './collection.js';
import { csvAmount, frenchCsv } from './french-csv.js';

type Table = Pick<Collection, 'byPrestation' | 'byMeans' | 'totalCents' | 'operations'> & {
  readonly heldCents?: Cents;
};

/** A line for each prestation, a column for each means, totals at the foot. */
export function collectionCsv({ byPrestation, byMeans, totalCents, operations, heldCents = 0 }: Table): string {
  const known = MEANS_OF_PAYMENT.map(({ code, label }) => ({ means: code, label }));
  const others = byMeans.filter(({ means }) => !known.some((one) => one.means === means));
  const columns = [...known, ...others];
  return frenchCsv([
    [
      'Chapitre',
      'Nature',
      'Fonction',
      'Code produit',
      'Prestation',
      'Opérations',
      ...columns.map(({ label }) => label),
      'Total',
    ],
    ...byPrestation.map((total) => [
      total.chapter ?? '',
      total.imputation.nature,
      total.imputation.function ?? '',
      total.productCode ?? '',
      total.label,
      String(total.operations),
      ...columns.map(({ means }) => csvAmount(total.byMeans[means] ?? 0)),
      csvAmount(total.cents),
    ]),
    ...(heldCents === 0
      ? []
      : [
          [
            ...Array<string>(4).fill(''),
            'Avoirs des familles',
            '',
            ...columns.map(({ means }) => csvAmount(heldOf(means, { byPrestation, byMeans }))),
            csvAmount(heldCents),
          ],
        ]),
    [
      ...Array<string>(4).fill(''),
      'Total',
      String(operations),
      ...columns.map(({ means }) => csvAmount(byMeans.find((total) => total.means === means)?.cents ?? 0)),
      csvAmount(totalCents),
    ],
  ]);
}

/** What of a means settled no prestation. */
function heldOf(means: string, { byPrestation, byMeans }: Pick<Table, 'byPrestation' | 'byMeans'>): Cents {
  const whole = byMeans.find((total) => total.means === means)?.cents ?? 0;
  return whole - sumCents(byPrestation.map((total) => total.byMeans[means] ?? 0));
}
