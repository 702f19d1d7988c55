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
  expect(csv.slice(1).split('\r\n')).toEqual([
    'Chapitre;Nature;Fonction;Code produit;Prestation;Opérations;chèque;espèces;CB;CESU;virement;PayFiP, carte bancaire;PayFiP, prélèvement unique;prélèvement;ANCV;Total',
    '70;7067;281;0012;Cantine;2;40,00;0,00;72,00;0,00;0,00;0,00;0,00;0,00;0,00;112,00',
    ";7067;281;;'=Garderie;1;0,00;0,00;0,00;0,00;0,00;0,00;0,00;0,00;0,50;0,50",
    ';;;;Avoirs des familles;;10,00;0,00;0,00;0,00;0,00;0,00;0,00;0,00;0,00;10,00',
    ';;;;Total;3;50,00;0,00;72,00;0,00;0,00;0,00;0,00;0,00;0,50;122,50',
    '',
  ]);
});
