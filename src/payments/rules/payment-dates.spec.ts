import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { accountingDay, checkReceivedOn } from './payment-dates.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-12-10');

describe('the day a payment was received, seen on 10 December 2026', () => {
  it.each(['2026-12-10', '2026-12-09', '2026-02-01', '2025-12-10'])('%s is plausible', (text) => {
    expect(() => checkReceivedOn(day(text), TODAY)).not.toThrow();
  });

  it.each([
    ['2026-12-11', 'vendredi 11 décembre 2026'],
    ['2027-12-10', 'n’est pas encore arrivé'],
    ['2025-12-09', 'plus d’un an'],
    ['2016-12-10', 'Vérifiez l’année'],
  ])('%s is refused', (text, words) => {
    expect(() => checkReceivedOn(day(text), TODAY)).toThrow(words);
  });
});

describe('the day for which it counts', () => {
  it.each([
    ['received today', '2026-12-10', ['2026-12-01'], '2026-12-10', null],
    ['received earlier this month', '2026-12-02', ['2026-12-01'], '2026-12-02', null],
    ['received this month, in days that are closed', '2026-12-03', ['2026-12-01'], '2026-12-10', '2026-12-04'],
    ['received on the first day that is open', '2026-12-04', ['2026-12-01'], '2026-12-04', '2026-12-04'],
    ['received today, which is closed', '2026-12-10', ['2026-12-01'], '2026-12-11', '2026-12-11'],
    ['received on the first of the month', '2026-12-01', [], '2026-12-01', null],
    ['received last month, which is closed', '2026-11-30', ['2026-11-02'], '2026-12-10', null],
    ['received before the invoice was issued', '2026-12-04', ['2026-11-02', '2026-12-05'], '2026-12-10', null],
    ['received the day the invoice was issued', '2026-12-05', ['2026-12-05'], '2026-12-05', null],
  ])('%s', (_case, receivedOn, issuedOn, expected, firstOpen) => {
    const open = firstOpen === null ? null : day(firstOpen);
    expect(accountingDay(day(receivedOn), TODAY, issuedOn.map(day), open).toString()).toBe(expected);
  });
});
