import { expect, it } from '@jest/globals';
import { isRollReference, type NumberedDebt, paymentReference, USUAL_ROLL_REFERENCE } from './payment-reference.js';

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
  const reference = paymentReference({ ...TITRE, ...other }, USUAL_ROLL_REFERENCE);
  expect(reference).toBe(expected);
  if (reference) expect([18, 21]).toContain(reference.length);
});

it.each([
  ['the code recette before the period', 'EEEERRPPDDDDDDDDDDDDD', '202625010002026000017'],
  ['two digits of the year, a digit that stands for itself', 'EEPRRR90DDDDDDDDDDDDD', '261025900002026000017'],
  ['no code recette', 'EEEEPPPPDDDDDDDDDDDDD', '202600010002026000017'],
  ['the code recette on one digit, which it does not fit', 'EEEEPPPRDDDDDDDDDDDDD', null],
])('the reference of an article, composed by %s', (_case, composition, expected) => {
  expect(isRollReference(composition)).toBe(true);
  expect(paymentReference({ ...TITRE, kind: 'ORMC' }, composition)).toBe(expected);
});

it.each([
  ['too short', 'EEEEPPRRDDDDDDDDDDDD'],
  ['an unknown letter', 'EEEEPPRXDDDDDDDDDDDDD'],
  ['a part in two pieces', 'EEEEPRPRDDDDDDDDDDDDD'],
  ['three digits of the year', 'EEEPPPRRDDDDDDDDDDDDD'],
  ['a debt that is cut', 'EEEEPPPPRRRRDDDDDDDDD'],
])('%s is no composition', (_case, composition) => {
  expect(isRollReference(composition)).toBe(false);
});
