import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Counter } from '../../reglement/rules/index.js';
import { lateSoFar } from './late-booking.js';

const on = (text: string) => Temporal.PlainDate.from(text);
const LEA = 1;
const HUGO = 2;
/** What a family booked late this year: Léa three times, Hugo once. */
const EVENTS = [
  { childId: LEA, date: on('2026-09-08') },
  { childId: LEA, date: on('2026-11-03') },
  { childId: HUGO, date: on('2026-11-30') },
  { childId: LEA, date: on('2027-01-05') },
];

describe('how many late bookings there were before', () => {
  it.each<[string, Omit<Counter, 'from'>, number, string, number]>([
    ['a child in a month', { per: 'CHILD', period: 'MONTH' }, LEA, '2026-11-26', 1],
    ['a family in a month', { per: 'FAMILY', period: 'MONTH' }, LEA, '2026-11-26', 2],
    ['a family in another month', { per: 'FAMILY', period: 'MONTH' }, LEA, '2026-12-01', 0],
    ['a child in a school year', { per: 'CHILD', period: 'SCHOOL_YEAR' }, LEA, '2026-11-26', 3],
    ['another school year', { per: 'FAMILY', period: 'SCHOOL_YEAR' }, LEA, '2027-09-06', 0],
    ['an invoice', { per: 'FAMILY', period: 'INVOICE' }, HUGO, '2026-11-02', 2],
  ])('%s', (_, counter, childId, date, expected) => {
    expect(lateSoFar(EVENTS, { childId, date: on(date) }, counter)).toBe(expected);
  });
});
