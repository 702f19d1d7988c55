import { describe, expect, it } from '@jest/globals';
import { addressAfterReturn } from './return-address.js';

describe('where PayFiP’s page leads back', () => {
  it.each([
    ['a payment of invoices', { id: 57, familyId: 7, validationId: null }, '/familles/7/paiements/en-ligne/57'],
    ['a payment of a basket', { id: 57, familyId: 7, validationId: 91 }, '/familles/7/panier/paiements/91'],
    ['one that nobody knows', null, '/factures'],
  ])('%s', (_what, payment, address) => {
    expect(addressAfterReturn(payment)).toBe(address);
  });
});
