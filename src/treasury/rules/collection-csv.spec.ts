import { expect, it } from '@jest/globals';
import { collectionCsv } from './collection-csv.js';

it('the collection report is a table whose columns add up', () => {
  const imputation = { nature: '7067', function: '281' };
  const csv = collectionCsv({
    byPrestation: [
      {
        prestationId: 1,
        label: 'Cantine',
        imputation,
        operations: 2,
        cents: 11200,
        byMeans: { CHEQUE: 4000, CARD: 7200 },
      },
      { prestationId: 2, label: '=Garderie', imputation, operations: 1, cents: 50, byMeans: { ANCV: 50 } },
    ],
    byMeans: [
      { means: 'CHEQUE', label: 'chèque', operations: 1, cents: 4000 },
      { means: 'CARD', label: 'CB', operations: 1, cents: 7200 },
      { means: 'ANCV', label: 'ANCV', operations: 1, cents: 50 },
    ],
    totalCents: 11250,
    operations: 3,
  });
  expect(csv.slice(1).split('\r\n')).toEqual([
    'Nature;Fonction;Prestation;Opérations;chèque;espèces;CB;CESU;virement;PayFiP, carte bancaire;PayFiP, prélèvement unique;prélèvement;ANCV;Total',
    '7067;281;Cantine;2;40,00;0,00;72,00;0,00;0,00;0,00;0,00;0,00;0,00;112,00',
    "7067;281;'=Garderie;1;0,00;0,00;0,00;0,00;0,00;0,00;0,00;0,00;0,50;0,50",
    ';;Total;3;40,00;0,00;72,00;0,00;0,00;0,00;0,00;0,00;0,50;112,50',
    '',
  ]);
});
