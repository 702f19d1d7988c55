import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReversePayment } from '../../../src/payments/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { RunningService } from '../../support/application.js';
import { openPaidCanteen, payersOf, startBesidePayfip } from '../../support/paying.js';

const account = { iban: 'FR7630006000011234567890189', holder: 'Camille Durand' };
const [PRICE, CREDIT] = [350, 400];

describe('a credit that everybody wants at once', () => {
  let besides: Awaited<ReturnType<typeof startBesidePayfip>>;
  let service: RunningService;
  beforeAll(async () => {
    besides = await startBesidePayfip('credits-races', '2026-11-02T08:00:00+01:00');
    service = besides.service;
  });
  afterAll(() => besides.stop());

  it('pays a basket, or is given back, or was never there: each euro once', async () => {
    const payers = payersOf(service);
    const canteen = await openPaidCanteen(service);
    const { collectiviteId } = canteen;
    const regisseur = await canteen.staff('regisseur');
    for (let round = 0; round < 6; round += 1) {
      const family = await canteen.family();
      const { payment } = await payers.credit(canteen, family, CREDIT);
      const session = await canteen.session(`2026-11-${16 + round}`, '2026-11-15T08:00:00Z');
      const { id } = await payers.validate(family, session);
      const reverse = service.app.get(ReversePayment);
      const reversal = { collectiviteId, paymentId: payment.id, reason: 'UNPAID_CHEQUE' as const, reversedBy: null };
      const [paid, given, reversed] = await Promise.allSettled([
        payers.pay(family, id),
        regisseur.post(`/collectivites/${collectiviteId}/refund-lists`, {
          refunds: [{ familyId: family.id, account }],
        }),
        reverse.run(reversal),
        service.settle(),
      ]);
      const refund = given.status === 'fulfilled' ? given.value : null;
      expect([201, 422]).toContain(refund!.status);
      const refunded: number = refund!.status === 201 ? refund!.body.totalCents : 0;
      const stands = reversed.status === 'fulfilled';
      if (!stands) expect(['CREDIT_GIVEN_BACK', 'CREDIT_BEING_USED']).toContain(reversed.reason.kind.code);
      // Once its invoice is made, what was paid by the credit is due again; what was refunded has to come back first.
      await service.settle();
      const again = stands ? null : await reverse.run(reversal).catch((error: Error) => error);
      const taken = stands || !(again instanceof Error) ? CREDIT : 0;
      const byCredit = paid.status === 'fulfilled' && paid.value.status === 201 && paid.value.body.toPayCents === 0;
      const { held } = await payers.money(family);
      expect(held).toBeGreaterThanOrEqual(0);
      expect(held).toBe(CREDIT - refunded - taken - (byCredit && taken === 0 ? PRICE : 0));
      expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
    }
  });
});
