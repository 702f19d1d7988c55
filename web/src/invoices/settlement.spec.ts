import { describe, expect, it } from '@jest/globals';
import { standing } from './settlement';

describe('how an invoice stands', () => {
  it.each([
    ['WAITING', 100, null, 'À payer au plus tard le mercredi 2 décembre 2026'],
    ['PARTLY_PAID', 100, null, 'Payée en partie, le reste au plus tard le mercredi 2 décembre 2026'],
    ['LATE', 100, null, 'En retard : échéance du mercredi 2 décembre 2026'],
    ['LATE', 100, 3, 'Échéance en retard'],
    ['WAITING', 100, 3, 'À payer en plusieurs fois'],
    ['PARTLY_PAID', 100, 3, 'À payer en plusieurs fois'],
    ['AT_TREASURY', 100, null, 'À payer à la Trésorerie'],
    ['AT_TREASURY', 0, null, 'À payer à la Trésorerie'],
    ['SETTLED', 0, null, 'Réglée'],
  ] as const)('%s, %i cents open, plan %s: %s', (settlement, openCents, planId, words) => {
    const invoice = { invoiceId: 1, number: 'F-2026-000001', familyId: 1, totalCents: 100, creditedCents: 0 };
    const days = { from: '2026-10-01', to: '2026-10-31', issuedOn: '2026-11-02', dueOn: '2026-12-02' };
    expect(standing({ ...invoice, ...days, settlement, openCents, planId })).toBe(words);
  });
});
