import { expect, it } from '@jest/globals';
import type { RefundListPaper } from './refund.js';
import { refundCsv } from './refund-csv.js';

it('tells the bank the whole accounts, in French columns, and which refunds are cancelled', () => {
  const line = { familyId: 1, familyName: 'DURAND', holder: '=Camille', maskedIban: 'FR76 •••• 0189', cents: 120_005 };
  const account = { iban: 'FR7630006000011234567890189', bic: null, holder: '=Camille' };
  const csv = refundCsv({ number: 'R-2026-000001' } as RefundListPaper, [
    { ...line, account, cancelled: false },
    { ...line, account, cents: 40, cancelled: true },
  ]);
  expect(csv.split('\r\n')).toEqual([
    '\ufeffListe;Famille;Titulaire;IBAN;BIC;Montant;État',
    "R-2026-000001;DURAND;'=Camille;FR7630006000011234567890189;;1200,05;",
    "R-2026-000001;DURAND;'=Camille;FR7630006000011234567890189;;0,40;annulé",
    '',
  ]);
});
