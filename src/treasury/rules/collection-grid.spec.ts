import { expect, it } from '@jest/globals';
import type { GridRow } from '../../kernel/grid.js';
import { collectionGrid } from './collection-grid.js';

it('the collection report is a table whose columns add up', () => {
  const imputation = { nature: '7067', function: '281' };
  const grid = collectionGrid({
    byPrestation: [
      {
        prestationId: 1,
        label: 'Cantine',
        imputation,
        chapter: '70',
        productCode: '0012',
        operations: 2,
        cents: 11200,
        byMeans: { CHEQUE: 4000, CARD: 7200 },
      },
      { prestationId: 2, label: '=Garderie', imputation, operations: 1, cents: 50, byMeans: { ANCV: 50 } },
    ],
    byMeans: [
      { means: 'CHEQUE', label: 'chèque', operations: 1, cents: 5000 },
      { means: 'CARD', label: 'CB', operations: 1, cents: 7200 },
      { means: 'ANCV', label: 'ANCV', operations: 1, cents: 50 },
    ],
    totalCents: 12250,
    heldCents: 1000,
    operations: 3,
  });
  expect(grid.columns.map(({ header }) => header)).toEqual([
    ...[
      'Chapitre',
      'Nature',
      'Fonction',
      'Code produit',
      'Prestation',
      'Opérations',
      'chèque',
      'espèces',
      'CB',
      'CESU',
    ],
    ...['virement', 'PayFiP, carte bancaire', 'PayFiP, prélèvement unique', 'prélèvement', 'ANCV', 'Total'],
  ]);
  const nowhere = [null, null, null, null];
  expect([...(grid.rows as Iterable<GridRow>)].map(({ cells }) => cells)).toEqual([
    ['70', '7067', '281', '0012', 'Cantine', 2, 4000, 0, 7200, 0, 0, 0, 0, 0, 0, 11200],
    [null, '7067', '281', null, '=Garderie', 1, 0, 0, 0, 0, 0, 0, 0, 0, 50, 50],
    [...nowhere, 'Avoirs des familles', null, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 1000],
    [...nowhere, 'Total', 3, 5000, 0, 7200, 0, 0, 0, 0, 0, 50, 12250],
  ]);
});
