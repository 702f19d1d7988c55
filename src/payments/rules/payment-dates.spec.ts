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
    ['received today', '2026-12-10', ['2026-12-01'], '2026-12-10'],
    ['received earlier this month', '2026-12-02', ['2026-12-01'], '2026-12-02'],
    ['received on the first of the month', '2026-12-01', [], '2026-12-01'],
    ['received last month, which is closed', '2026-11-30', ['2026-11-02'], '2026-12-10'],
    ['received before the invoice was issued', '2026-12-04', ['2026-11-02', '2026-12-05'], '2026-12-10'],
    ['received the day the invoice was issued', '2026-12-05', ['2026-12-05'], '2026-12-05'],
  ])('%s', (_case, receivedOn, issuedOn, expected) => {
    expect(accountingDay(day(receivedOn), TODAY, issuedOn.map(day)).toString()).toBe(expected);
  });
});
