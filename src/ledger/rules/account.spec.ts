import { describe, expect, it } from '@jest/globals';
import { type Account, accountLabel, familyAccount, meansAccount, productAccount, readAccount } from './account.js';

describe('account codes', () => {
  it.each<[string, string, Account]>([
    [familyAccount(12), 'FAMILY:12', { kind: 'FAMILY', familyId: 12 }],
    [
      productAccount({ nature: '7067', function: '281' }, 3),
      'PRODUCT:7067/281/3',
      { kind: 'PRODUCT', imputation: { nature: '7067', function: '281' }, prestationId: 3 },
    ],
    [
      productAccount({ nature: '7066', function: null }, 4),
      'PRODUCT:7066/-/4',
      { kind: 'PRODUCT', imputation: { nature: '7066', function: null }, prestationId: 4 },
    ],
    [meansAccount('CHEQUE'), 'MEANS:CHEQUE', { kind: 'MEANS', means: 'CHEQUE' }],
  ])('%s', (code, expected, account) => {
    expect(code).toBe(expected);
    expect(readAccount(code)).toEqual(account);
  });

  it.each([
    () => familyAccount(0),
    () => familyAccount(1.5),
    () => productAccount({ nature: '70/67', function: null }, 1),
    () => productAccount({ nature: '7067', function: '' }, 1),
    () => meansAccount('chèque'),
    () => readAccount('FAMILY:'),
    () => readAccount('BANK:1'),
  ])('refuses what could not be read back (%#)', (make) => {
    expect(make).toThrow(RangeError);
  });
});

it.each([
  [familyAccount(12), 'Famille n° 12'],
  [productAccount({ nature: '7067', function: '281' }, 3), 'Produit 7067, fonction 281, prestation n° 3'],
  [productAccount({ nature: '7066', function: null }, 4), 'Produit 7066, prestation n° 4'],
  [meansAccount('CHEQUE'), 'Encaissements CHEQUE'],
])('%s is called « %s »', (code, label) => {
  expect(accountLabel(code)).toBe(label);
});
