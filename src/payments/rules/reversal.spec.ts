import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { checkOccurredOn, creditTakenBack, dueAfterReversal, usesToUndo } from './reversal.js';

describe('the uses of a credit that are undone for a payment that does not hold', () => {
  const latest = { entryId: 9, cents: 300 };
  const earlier = { entryId: 4, cents: 500 };
  it.each([
    ['nothing was credited', 0, 0, [latest, earlier], []],
    ['what was credited is still there', 400, 400, [latest, earlier], []],
    ['more is there', 400, 900, [latest], []],
    ['a part was used: the latest use', 400, 150, [latest, earlier], [latest]],
    ['all was used, by the two', 800, 0, [latest, earlier], [latest, earlier]],
    ['a use is undone whole', 301, 0, [latest, earlier], [latest, earlier]],
    ['the rest was given back', 900, 50, [latest, earlier], null],
    ['all was given back', 1, 0, [], null],
  ])('%s', (_case, needed, balance, uses, expected) => {
    expect(usesToUndo(needed, balance, uses)).toEqual(expected);
  });
});

describe('the day on which a payment of 20 November fails, told on 26 November', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const check = (text: string) => () => checkOccurredOn(day(text), day('2026-11-20'), day('2026-11-26'));
  it.each(['2026-11-20', '2026-11-26'])('%s is possible', (text) => {
    expect(check(text)).not.toThrow();
  });
  it.each([
    ['2026-11-27', 'n’est pas encore arrivé'],
    ['2026-11-19', 'rejeté avant'],
  ])('%s is refused', (text, words) => {
    expect(check(text)).toThrow(words);
  });
});

it.each([
  ['no credit', { creditCents: 0 }, null],
  ['a credit', { creditCents: 350 }, /^L’avoir de 3,50\s€ que ce paiement avait laissé est repris\.$/],
  [
    'a credit that a basket counted on',
    { creditCents: 350, promiseLoweredCents: 300 },
    /est repris\. Vos réservations en cours de paiement comptaient sur 3,00\s€ de cet avoir/,
  ],
])('a reversal that takes back %s says so', (_case, paper, words) => {
  const told = creditTakenBack(paper);
  if (words === null) expect(told).toBeNull();
  else expect(told).toMatch(words);
});

it.each([
  ['nothing', { stillDueCents: 0 }, /restent réglées : vous n’avez rien à faire\.$/],
  ['a debt', { stillDueCents: 4200 }, /^Il reste désormais 42,00\s€ à régler sur vos factures émises\.$/],
  ['a debt that waits', { stillDueCents: 0, waitingCents: 3000 }, /^30,00\s€ restent dus .* rien à payer à la régie/],
  ['both', { stillDueCents: 4200, waitingCents: 3000 }, /42,00\s€ à régler sur vos autres factures\. De plus, 30,00/],
])('a reversal that leaves %s says what to do', (_case, paper, words) => {
  expect(dueAfterReversal(paper)).toMatch(words);
});
