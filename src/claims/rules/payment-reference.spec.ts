import { expect, it } from '@jest/globals';
import { type NumberedDebt, paymentReference } from './payment-reference.js';

const TITRE: NumberedDebt = {
  kind: 'TITRE',
  exercise: 2026,
  piece: 417,
  debtNumber: '2026000017',
  debtPeriod: 1,
  revenue: '025',
};

it.each<[string, Partial<NumberedDebt>, string | null]>([
  ['a titre', {}, '202600000417000001'],
  ['a titre, without any slip', { revenue: null }, '202600000417000001'],
  ['an article of a rôle', { kind: 'ORMC' }, '202601250002026000017'],
  ['a rôle whose code has two digits', { kind: 'ORMC', revenue: '08' }, '202601080002026000017'],
  ['a rôle whose code is of letters', { kind: 'ORMC', revenue: 'CA' }, null],
  ['a rôle without slip', { kind: 'ORMC', revenue: null }, null],
  ['an article without number of debt', { kind: 'ORMC', debtNumber: null }, null],
  ['a reduction', { kind: 'REDUCTION' }, null],
])('the reference of %s', (_case, other, expected) => {
  const reference = paymentReference({ ...TITRE, ...other });
  expect(reference).toBe(expected);
  if (reference) expect([18, 21]).toContain(reference.length);
});
