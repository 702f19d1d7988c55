import { expect, it } from '@jest/globals';
import { payerOf } from './invoice-snapshot.js';

const addressLines = ['12 rue des Lilas', '34120 Valmont'];
const adult = (civility: 'MADAME' | 'MONSIEUR' | null, firstName: string) => ({
  civility,
  firstName,
  lastName: 'DURAND',
});

it.each([
  [
    'deux responsables',
    [adult('MADAME', 'Camille'), adult('MONSIEUR', 'Paul')],
    ['Madame Camille DURAND', 'Monsieur Paul DURAND'],
  ],
  ['un responsable sans civilité', [adult(null, 'Camille')], ['Camille DURAND']],
  ['aucun responsable', [], ['Famille DURAND']],
])('une facture est adressée à %s', (_, guardians, names) => {
  expect(payerOf({ familyId: 12, name: 'DURAND', addressLines, guardians })).toEqual({
    familyId: 12,
    names,
    addressLines,
  });
});
