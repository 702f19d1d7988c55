import { describe, expect, it } from '@jest/globals';
import {
  type Account,
  accountLabel,
  claimAccount,
  creditAccount,
  familyAccount,
  meansAccount,
  productAccount,
  readAccount,
  TREASURY_ACCOUNT,
  writeOffAccount,
} from './account.js';

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
    [creditAccount(12), 'CREDIT:12', { kind: 'CREDIT', familyId: 12 }],
    [claimAccount(12), 'CLAIM:12', { kind: 'CLAIM', familyId: 12 }],
    [writeOffAccount('6541'), 'WRITE_OFF:6541', { kind: 'WRITE_OFF', nature: '6541' }],
    [TREASURY_ACCOUNT, 'TREASURY', { kind: 'TREASURY' }],
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
    () => writeOffAccount('remise'),
    () => creditAccount(-1),
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
  [creditAccount(12), 'Avoir de la famille n° 12'],
  [claimAccount(12), 'Titres de la famille n° 12'],
  [TREASURY_ACCOUNT, 'Trésorerie'],
  [writeOffAccount('6541'), 'Créances abandonnées, nature 6541'],
])('%s is called « %s »', (code, label) => {
  expect(accountLabel(code)).toBe(label);
});
