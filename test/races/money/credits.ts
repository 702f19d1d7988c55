import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckLedger } from '../../../src/treasury/index.js';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../support/api.js';
import type { RunningService } from '../../support/application.js';
import { openPaidCanteen, payersOf, startBesidePayfip } from '../../support/paying.js';

const account = { iban: 'FR7630006000011234567890189', holder: 'Camille Durand' };
const [PRICE, CREDIT] = [350, 400];
/** Milliseconds. */
const HEAD_START = 12;

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
      const base = `/collectivites/${collectiviteId}`;
      const reverse = () => regisseur.post(`${base}/payments/${payment.id}/reversals`, { reason: 'UNPAID_CHEQUE' });
      const wishes = [
        () => payers.pay(family, id),
        () => regisseur.post(`${base}/refund-lists`, { refunds: [{ familyId: family.id, account }] }),
        reverse,
      ];
      // Each comes first in its turn, by less and less: what comes after it may find the credit gone.
      const answers = wishes.map(async (wish, place) => {
        await sleep(((round + place) % wishes.length) * (HEAD_START - round));
        return wish();
      });
      await service.settle();
      const [paid, given, reversed] = (await Promise.all(answers)) as [Answer, Answer, Answer];
      expect([201, 422]).toContain(given.status);
      const refunded: number = given.status === 201 ? given.body.totalCents : 0;
      const stands = reversed.status === 201;
      if (!stands) expect(['CREDIT_GIVEN_BACK', 'CREDIT_BEING_USED']).toContain(reversed.body.code);
      // Once its invoice is made, what was paid by the credit is due again; what was refunded has to come back first.
      await service.settle();
      const taken = stands || (await reverse()).status === 201 ? CREDIT : 0;
      const byCredit = paid.status === 201 && paid.body.toPayCents === 0;
      const { held } = await payers.money(family);
      expect(held).toBeGreaterThanOrEqual(0);
      expect(held).toBe(CREDIT - refunded - taken - (byCredit && taken === 0 ? PRICE : 0));
      expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
    }
  });
});
