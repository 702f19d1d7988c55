import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type DatedQuotient, parseQuotient, quotientErrors, quotientOn } from './quotient.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const dated = (hundredths: number, from: string, to: string | null): DatedQuotient => {
  return { hundredths, from: date(from), to: to === null ? null : date(to) };
};
const of2025 = dated(60000, '2025-01-01', '2025-12-31');
const of2026 = dated(64250, '2026-01-01', '2026-12-31');
const open = dated(70000, '2027-01-01', null);

describe('the text of a quotient', () => {
  it.each([
    ['642', 64200],
    ['642,5', 64250],
    ['642,50', 64250],
    ['642.50', 64250],
    ['0', 0],
    ['0,01', 1],
    ['1 642,50', 164250],
    ['1\u202f642', 164200],
    ['00642', 64200],
    ['99999', 9999900],
  ])('%j is %d hundredths', (text, hundredths) => expect(parseQuotient(text)).toEqual({ ok: true, value: hundredths }));

  it.each([
    ['abc', /pas un nombre/],
    ['', /pas un nombre/],
    ['642,', /pas un nombre/],
    ['1,642.50', /pas un nombre/],
    ['6e2', /pas un nombre/],
    ['0x10', /pas un nombre/],
    ['NaN', /pas un nombre/],
    ['64 25', /pas un nombre/],
    ['-12', /négatif/],
    ['−12,5', /négatif/],
    ['642,505', /deux décimales/],
    ['99999,01', /99 999/],
    ['100000', /99 999/],
    ['999999999999999999999999', /99 999/],
  ])('%j is refused', (text, reason) => {
    const reading = parseQuotient(text);
    expect(reading.ok ? '' : reading.reason).toMatch(reason);
  });
});

describe('the quotient in force', () => {
  it.each([
    ['2025-12-31', 60000],
    ['2026-01-01', 64250],
    ['2026-12-31', 64250],
    ['2027-01-01', 70000],
    ['2040-01-01', 70000],
    ['2024-12-31', undefined],
  ])('on %s', (day, hundredths) => {
    expect(quotientOn([open, of2025, of2026], date(day))?.hundredths).toBe(hundredths);
  });
});

describe('quotients that overlap', () => {
  it.each([
    ['one after the other, in any order', [open, of2025, of2026], []],
    ['one day in common', [of2025, dated(1, '2025-12-31', '2026-01-31')], ['quotients[1].from']],
    [
      'one inside another, and one after it',
      [dated(1, '2025-01-01', '2026-12-31'), of2025, of2026],
      ['quotients[1].from', 'quotients[2].from'],
    ],
    ['one without end before another', [dated(1, '2025-06-01', null), of2026], ['quotients[1].from']],
    ['the same twice', [of2026, of2026], ['quotients[1].from']],
    ['an end before the start', [dated(1, '2026-01-02', '2026-01-01')], ['quotients[0].to']],
    ['none', [], []],
  ] as [string, DatedQuotient[], string[]][])('%s', (_, quotients, fields) => {
    expect(quotientErrors(quotients).map((error) => error.field)).toEqual(fields);
  });
});
