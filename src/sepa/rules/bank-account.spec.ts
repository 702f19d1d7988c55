import { describe, expect, it } from '@jest/globals';
import { bicFault, ibanFault, maskedIban, plainIban, spacedIban } from './bank-account.js';

describe('an account that can be debited', () => {
  it.each([
    ['FR76 3000 6000 0112 3456 7890 189', 'France'],
    ['fr1420041010050500013m02606', 'La Poste, with a letter'],
    ['MC58 1122 2000 0101 2345 6789 030', 'Monaco'],
    ['BE68 5390 0754 7034', 'Belgium'],
    ['CH93 0076 2011 6238 5295 7', 'Switzerland, in SEPA'],
    ['GB29 NWBK 6016 1331 9268 19', 'the United Kingdom, in SEPA'],
  ])('takes %s (%s)', (iban) => {
    expect(ibanFault(iban)).toBeNull();
  });

  it.each([
    ['FR76 3000 6000 0112 3456 7890 188', /clé/],
    ['FR77 3000 6000 0112 3456 7890 189', /clé/],
    ['FR76 3000 6000 0112 3456 7890 18', /manque/],
    ['FR76 3000 6000 0112 3456 7890 1890', /en a trop/],
    ['ZZ76 3000 6000 0112 3456 7890 189', /pays/],
    ['30006000011234567890189', /pays/],
    ['', /pays/],
    ['TR33 0006 1005 1978 6457 8413 26', /hors de la zone SEPA/],
    ['<script>', /pays/],
  ])('refuses %s', (iban, why) => {
    expect(ibanFault(iban)).toMatch(why);
  });

  it.each<[string | null, string, RegExp | null]>([
    [null, 'FR7630006000011234567890189', null],
    ['AGRIFRPP', 'FR7630006000011234567890189', null],
    ['AGRIFRPPXXX', 'FR7630006000011234567890189', null],
    [null, 'BE68539007547034', /nécessaire/],
    ['GEBABEBB', 'BE68539007547034', null],
    ['AGRIFR', 'FR7630006000011234567890189', /8 ou 11/],
  ])('takes the BIC %s with %s: %s', (bic, iban, fault) => {
    if (fault) expect(bicFault(bic, iban)).toMatch(fault);
    else expect(bicFault(bic, iban)).toBeNull();
  });

  it('is shown by its ends, printed in fours, kept without spaces', () => {
    expect(plainIban(' fr76 3000-6000 0112 3456 7890 189 ')).toBe('FR7630006000011234567890189');
    expect(maskedIban('FR7630006000011234567890189')).toBe('FR76 •••• 0189');
    expect(spacedIban('FR7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189');
  });
});
