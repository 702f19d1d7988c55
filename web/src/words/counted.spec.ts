import { expect, it } from '@jest/globals';
import { counted, countedDays } from './counted';

it.each([
  [0, '0 jour', '0 jour choisi'],
  [1, '1 jour', '1 jour choisi'],
  [2, '2 jours', '2 jours choisis'],
])('%d is counted in French', (count, days, chosen) => {
  expect([countedDays(count), counted(count, 'jour choisi', 'jours choisis')]).toEqual([days, chosen]);
});
