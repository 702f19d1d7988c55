import { expect, it } from '@jest/globals';
import { claimEntry, claimPaymentEntry, remittanceEntry } from './treasury-entries.js';

const parts = [
  { invoiceId: 7, prestationId: 1, cents: 720 },
  { invoiceId: 8, prestationId: 1, cents: 100 },
];
const about = (invoiceId: number) => ({ familyId: 12, invoiceId, prestationId: 1 });

it('a debt that the comptable takes over leaves the régie, invoice by invoice', () => {
  expect(claimEntry(12, parts).lines).toEqual([
    { account: 'CLAIM:12', cents: 720, ...about(7) },
    { account: 'CLAIM:12', cents: 100, ...about(8) },
    { account: 'FAMILY:12', cents: -720, ...about(7) },
    { account: 'FAMILY:12', cents: -100, ...about(8) },
  ]);
});

it('what is paid at the Trésorerie settles the titre, and never passes through the régie', () => {
  expect(claimPaymentEntry(12, parts).lines).toEqual([
    { account: 'TREASURY', cents: 820, familyId: 12 },
    { account: 'CLAIM:12', cents: -720, ...about(7) },
    { account: 'CLAIM:12', cents: -100, ...about(8) },
  ]);
});

it('what the régisseur hands over leaves one means', () => {
  expect(remittanceEntry('CHEQUE', 12_000).lines).toEqual([
    { account: 'TREASURY', cents: 12_000 },
    { account: 'MEANS:CHEQUE', cents: -12_000 },
  ]);
});
