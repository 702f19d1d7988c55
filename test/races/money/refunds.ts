import { expect, it } from '@jest/globals';
import { CreditBalances } from '../../../src/ledger/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import { startService } from '../../support/application.js';

const account = { iban: 'FR7630006000011234567890189', holder: 'Camille Durand' };

it('refunds made at once, while they are cancelled and handed over: each credit leaves once', async () => {
  const service = await startService('refunds-races', '2026-11-26T10:00:00+01:00');
  try {
    const collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    const regisseur = await service.api.signedIn(email, password);
    const path = (rest: string) => `/collectivites/${collectiviteId}/${rest}`;
    const familyIds: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      const familyId = await service.fixtures.family(collectiviteId);
      familyIds.push(familyId);
      const body = { familyId, means: 'TRANSFER', cents: 1000, excess: 'CREDIT', receivedOn: '2026-11-26' };
      await regisseur.post(path('payments'), body);
    }
    const refund = (ids: number[]) =>
      regisseur.post(path('refund-lists'), { refunds: ids.map((familyId) => ({ familyId, account })) });
    // The same families in both orders: whoever comes second finds nothing to give back.
    const answers = await Promise.all([refund(familyIds), refund(familyIds.toReversed()), refund([familyIds[2]!])]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 422)).toHaveLength(2);
    const made = answers.find(({ status }) => status === 201)!;
    const refundId: number = made.body.lines[0].id;
    const cancel = () => regisseur.post(path(`refunds/${refundId}/reversals`), { note: 'Compte clôturé' });
    const hand = () => regisseur.post(path('remittances'), { means: 'TRANSFER' });
    const ends = await Promise.all([cancel(), hand(), cancel(), hand(), cancel()]);
    expect(ends.every(({ status }) => [200, 201, 422].includes(status))).toBe(true);
    const held = await service.app.get(CreditBalances).heldFor(collectiviteId, familyIds);
    expect([...held.values()].reduce((sum, cents) => sum + cents, 0)).toBe(made.body.lines.length === 1 ? 4000 : 1000);
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  } finally {
    await service.stop();
  }
});
