import { describe, expect, it } from '@jest/globals';
import { faultsOfRequest, plainObject } from './payment-request.js';

const FIELDS = {
  numcli: '012345',
  exer: '2026',
  refdet: 'F2026000017A3',
  objet: 'Facture F 2026 000017',
  montant: '4560',
  mel: 'a@b.fr',
  saisie: 'W',
  urlnotif: 'https://famille.test/api/v1/payfip/notifications',
  urlredirect: 'https://famille.test/api/v1/payfip/returns',
};

describe('what PayFiP takes', () => {
  it.each([
    ['as documented', {}],
    ['one euro', { montant: '100' }],
    ['99 999,99 €', { montant: '9999999' }],
    ['no object', { objet: '' }],
    ['six letters of reference', { refdet: 'abcDEF' }],
    ['thirty', { refdet: '0'.repeat(30) }],
    ['a test', { saisie: 'T' }],
    ['an activation', { saisie: 'X' }],
    ['the longest address', { urlnotif: `https://famille.test/${'a'.repeat(228)}` }],
  ])('%s', (_case, other) => {
    expect(faultsOfRequest({ ...FIELDS, ...other })).toEqual([]);
  });

  it.each([
    ['numcli', '12345', ['T1']],
    ['numcli', '01234a', ['T1']],
    ['exer', '26', ['R3']],
    ['refdet', 'F-2026-17', ['R3']],
    ['refdet', 'short', ['R3']],
    ['refdet', '0'.repeat(31), ['R3']],
    ['objet', 'Cantine de décembre', ['R3']],
    ['objet', 'a'.repeat(100), ['R3']],
    ['montant', '45.60', ['M1']],
    ['montant', '', ['M1']],
    ['montant', '-100', ['M1']],
    ['montant', '99', ['M3']],
    ['montant', '10000000', ['M5']],
    ['mel', '', ['A1']],
    ['mel', 'a@b', ['A2']],
    ['mel', 'personne.fr', ['A2']],
    ['mel', `${'a'.repeat(76)}@b.fr`, ['A2']],
    ['saisie', 'A', ['S1']],
    ['urlnotif', '/api/v1/notifications', ['N1']],
    ['urlnotif', `https://famille.test/${'a'.repeat(229)}`, ['N1']],
    ['urlredirect', 'javascript:alert(1)', ['D1']],
  ])('%s « %s » is refused', (field, value, codes) => {
    expect(faultsOfRequest({ ...FIELDS, [field]: value })).toEqual(codes);
  });

  it('tells all that is wrong', () => {
    expect(faultsOfRequest({})).toEqual(['S1', 'T1', 'R3', 'M1', 'A1', 'N1', 'D1']);
  });
});

describe('an object in plain letters', () => {
  it.each([
    ['Facture F-2026-000017', 'Facture F 2026 000017'],
    ['Cantine de l’école « Cœur d’Été » – décembre', 'Cantine de l ecole Coeur d Ete decembre'],
    ['👶', ''],
    [`${'a'.repeat(98)} suite`, 'a'.repeat(98)],
  ])('%s', (text, plain) => {
    expect(plainObject(text)).toBe(plain);
    expect(faultsOfRequest({ ...FIELDS, objet: plain })).toEqual([]);
  });
});
