import { expect, it } from '@jest/globals';
import { datamatrixText, opticalLines } from './optical-line.js';

const settings = { establishment: '012', revenue: '003', emitter: '940033', codique: '012345' };
const debt = { exercise: 2026, period: 1, number: '2026000017' };

it('the datamatrix of a debt of 45,60 €, character by character', () => {
  const text = datamatrixText(opticalLines(debt, 4560, settings));
  expect(text).toHaveLength(130);
  expect(text.slice(0, 64).trim()).toBe('');
  expect(text.slice(64)).toBe('012100300264940033000160 37010000020260000170123454985806     4560');
});

it.each([
  ['AA', '001'],
  ['AZ', '026'],
  ['BA', '027'],
  ['CA', '053'],
  ['ZZ', '676'],
  ['120', '120'],
])('the code %s is printed %s', (code, printed) => {
  const { first } = opticalLines(debt, 1, { ...settings, establishment: code, revenue: code });
  expect(first.slice(0, 7)).toBe(`${printed}1${printed}`);
});

it.each([1, 999, 99_999_999])('%i cents keep the second line at 41 characters', (cents) => {
  const { first, second } = opticalLines(debt, cents, settings);
  expect([first.length, second.length]).toEqual([24, 41]);
  expect(Number(second.slice(-8))).toBe(cents);
});

it.each([
  [0, settings],
  [100_000_000, settings],
  [100, { ...settings, codique: '02A345' }],
  [100, { ...settings, emitter: '' }],
  [100, { ...settings, establishment: 'A1' }],
])('%i cents with %j cannot be printed', (cents, given) => {
  expect(() => opticalLines(debt, cents, given)).toThrow(RangeError);
});
