import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { isOver, monthToBill } from './billing-period.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the month billed by itself', () => {
  it.each([
    ['la veille du jour choisi', 5, '2026-10-04', null],
    ['le jour choisi', 5, '2026-10-05', '2026-09-01/2026-09-30'],
    ['en retard', 5, '2026-10-29', '2026-09-01/2026-09-30'],
    ['en janvier', 1, '2027-01-01', '2026-12-01/2026-12-31'],
    ['en mars d’une année bissextile', 2, '2028-03-02', '2028-02-01/2028-02-29'],
    ['sans jour choisi', null, '2026-10-29', null],
  ])('%s', (_, billingDay, today, expected) => {
    const period = monthToBill(billingDay, day(today));
    expect(period && `${period.from.toString()}/${period.to.toString()}`).toBe(expected);
  });
});

it.each([
  ['hier', '2026-09-29', true],
  ['aujourd’hui', '2026-09-30', true],
  ['demain', '2026-10-01', false],
])('une période qui finit %s', (_, to, over) => {
  expect(isOver({ from: day('2026-09-01'), to: day(to) }, day('2026-09-30'))).toBe(over);
});
