import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { LineState } from '../../pes/rules/index.js';
import { collectionsOf } from './collections.js';

type Told = readonly [origin: string, day: number, cents: number];

function line(state: LineState, ...told: Told[]) {
  const collections = told.map(([origin, day, cents]) => ({
    ...{ origin, cents },
    on: Temporal.PlainDate.from({ year: 2026, month: 11, day }),
  }));
  return { number: 1, state, remark: null, cents: 5000, collectedCents: null, collections };
}

const moved = (...told: Told[]) =>
  collectionsOf({ lines: [line('OPEN', ...told)] }).moves.map(
    ({ kind, on, cents, occurrence }) => `${kind} ${on.day} ${cents} n° ${occurrence}`,
  );

it.each<[string, Told[], string[]]>([
  [
    'money, by its four origins',
    [
      ['01', 1, 5],
      ['02', 2, 5],
      ['03', 3, 5],
      ['10', 4, 5],
    ],
    ['MONEY 1 5 n° 1', 'MONEY 2 5 n° 1', 'MONEY 3 5 n° 1', 'MONEY 4 5 n° 1'],
  ],
  [
    'two alike of one day',
    [
      ['02', 1, 5],
      ['02', 1, 5],
    ],
    ['MONEY 1 5 n° 1', 'MONEY 1 5 n° 2'],
  ],
  [
    'taken back',
    [
      ['02', 1, 5],
      ['02', 9, -5],
    ],
    ['MONEY 1 5 n° 1', 'REVERSAL 9 5 n° 1'],
  ],
  [
    'taken back, told first',
    [
      ['02', 1, -5],
      ['02', 1, 5],
    ],
    ['MONEY 1 5 n° 1', 'REVERSAL 1 5 n° 1'],
  ],
  [
    'taken back twice alike',
    [
      ['02', 1, -5],
      ['02', 1, -5],
    ],
    ['REVERSAL 1 5 n° 1', 'REVERSAL 1 5 n° 2'],
  ],
  [
    'paid, taken back, paid again',
    [
      ['02', 9, 5],
      ['02', 5, -5],
      ['02', 1, 5],
    ],
    ['MONEY 1 5 n° 1', 'REVERSAL 5 5 n° 1', 'MONEY 9 5 n° 1'],
  ],
  ['given up', [['06', 2, 4000]], ['WRITE_OFF 2 4000 n° 1']],
  ['a reduction: our credit note said it', [['07', 2, 4000]], []],
])('%s', (_case, told, expected) => {
  expect(moved(...told)).toEqual(expected);
});

it.each<[string, LineState, Told[], string[]]>([
  ['a mandat', 'OPEN', [['05', 2, 100]], ['émargement par un mandat de 1,00 € le 02/11/2026, ligne 1']],
  ['a write-off undone', 'OPEN', [['06', 2, -100]], ['émargement annulé de 1,00 € le 02/11/2026, ligne 1']],
  [
    'a write-off without amount',
    'UNCOLLECTABLE',
    [['02', 2, 100]],
    ['ligne 1 soldée en non-valeur, sans le montant qui est admis'],
  ],
  ['a write-off with its amount', 'UNCOLLECTABLE', [['06', 2, 100]], []],
])('a person looks at %s', (_case, state, told, expected) => {
  const listed = collectionsOf({ lines: [line(state, ...told)] }).toReview;
  expect(listed.map((text) => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual(expected);
});
