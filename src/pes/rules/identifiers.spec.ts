import { expect, it } from '@jest/globals';
import { attachmentId, debtNumber, fileName } from './identifiers.js';
import { ORMC, REDUCTION } from './triplets.js';

it.each([
  ['2026-000017', '2026000017'],
  ['F-2026-000017', '2026000017'],
  ['000042', '42'],
])('the debt of the invoice %s is %s', (printed, number) => {
  expect(debtNumber(printed)).toBe(number);
});

it.each(['', 'AVOIR', '000', '12345678901234'])('%j is no number of a debt', (printed) => {
  expect(() => debtNumber(printed)).toThrow(RangeError);
});

const bordereau = { siret: '21120001200014', budget: '00', exercise: 2026, triplet: ORMC, number: 12 };

it('a file is named after its bordereau', () => {
  expect(fileName(bordereau)).toBe('PESORMC_21120001200014_00_2026_06_0000012');
  expect(fileName({ ...bordereau, triplet: REDUCTION })).toBe('PESALR1_21120001200014_00_2026_02_0000012');
});

it('an attachment has an identifier of its own, in letters and digits, 50 at most', () => {
  expect(attachmentId(bordereau, 7, 'FACTURE')).toBe('21120001200014B00E2026T06N12P7FACTURE');
  const longest = attachmentId({ ...bordereau, budget: 'A1', number: 9_999_999 }, 99_999_999, 'FACTURE');
  expect(longest).toMatch(/^[0-9A-Z]{1,50}$/);
});
