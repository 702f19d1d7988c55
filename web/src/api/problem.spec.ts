import { expect, it } from '@jest/globals';
import { toParents } from './problem';

it.each([
  [
    'La demande comporte des champs à corriger\u00a0: voyez «\u00a0errors\u00a0».',
    'La demande comporte des champs à corriger.',
  ],
  ['une de ces valeurs est attendue\u00a0: BILLING, OTHER.', 'faites un choix.'],
  ['au moins 1 élément(s) attendu(s).', 'faites au moins un choix.'],
  ['160 caractères au plus\u00a0: il y en a 200.', '160 caractères au plus\u00a0: il y en a 200.'],
])('« %s » is told to parents as « %s »', (told, said) => {
  expect(toParents(told)).toBe(said);
});
