import { expect, it } from '@jest/globals';
import { checkSender } from './check-sender.js';

const sender = { codique: '012345', siret: '21120001200014', code: '123', budget: '00', budgetLabel: 'Commune' };

it.each([
  [{}, 0],
  [{ codique: '02A1234' }, 0],
  [{ budget: 'A1' }, 0],
  [{ codique: '12345' }, 1],
  [{ codique: '01234A' }, 1],
  [{ siret: '21120001200015' }, 1],
  [{ code: '12' }, 1],
  [{ budget: 'AA' }, 1],
  [{ budgetLabel: '👶' }, 1],
  [{ codique: '', siret: '', code: '', budget: '', budgetLabel: '' }, 5],
])('a sender with %j has %i faults', (more, faults) => {
  expect(checkSender({ ...sender, ...more })).toHaveLength(faults);
});
