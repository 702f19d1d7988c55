import { expect, it } from '@jest/globals';
import { CheckLedger } from '../../../src/treasury/index.js';
import { startService } from '../../support/application.js';

it('bordereaux made at once, while cheques bounce: each payment is on one, or annulled, or both in this order', async () => {
  const service = await startService('remittances-races', '2026-11-26T10:00:00+01:00');
  try {
    const collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    const regisseur = await service.api.signedIn(email, password);
    const path = (rest: string) => `/collectivites/${collectiviteId}/${rest}`;
    const payments: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      const familyId = await service.fixtures.family(collectiviteId);
      const body = { familyId, means: 'CHEQUE', cents: 1000, excess: 'CREDIT', receivedOn: '2026-11-26' };
      payments.push((await regisseur.post(path('payments'), body)).body.id);
    }
    const hand = () => regisseur.post(path('remittances'), { means: 'CHEQUE' });
    const reverse = (id: number) => regisseur.post(path(`payments/${id}/reversals`), { reason: 'UNPAID_CHEQUE' });
    const answers = await Promise.all([hand(), reverse(payments[3]!), hand(), reverse(payments[8]!), hand()]);
    expect(answers.map(({ status }) => status).every((status) => [201, 422].includes(status))).toBe(true);
    const made = answers.filter(({ body }) => body.lines !== undefined);
    const onPaper = made.flatMap(({ body }) => body.lines.map((line: { receiptNumber: string }) => line.receiptNumber));
    expect(new Set(onPaper).size).toBe(onPaper.length);
    expect(onPaper.length).toBeGreaterThanOrEqual(10);
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  } finally {
    await service.stop();
  }
});

it('bordereaux taken back while others are made, and received: each cheque is handed over once, or waits', async () => {
  const service = await startService('remittances-undone', '2026-11-26T10:00:00+01:00');
  try {
    const collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    const regisseur = await service.api.signedIn(email, password);
    const path = (rest: string) => `/collectivites/${collectiviteId}/${rest}`;
    const familyId = await service.fixtures.family(collectiviteId);
    const pay = async (): Promise<number> => {
      const body = { familyId, means: 'CHEQUE', cents: 1000, excess: 'CREDIT', confirmSecond: true };
      return (await regisseur.post(path('payments'), { ...body, receivedOn: '2026-11-26' })).body.id;
    };
    const hand = () => regisseur.post(path('remittances'), { means: 'CHEQUE' });
    const cancel = (id: number) => regisseur.post(path(`remittances/${id}/reversals`), { note: 'Erreur' });
    const accept = (id: number) => regisseur.post(path(`remittances/${id}/acceptances`), { acceptedOn: '2026-11-26' });
    for (let round = 0; round < 4; round += 1) {
      const bounces = await pay();
      await pay();
      const { body: first } = await hand();
      await regisseur.post(path(`payments/${bounces}/reversals`), { reason: 'UNPAID_CHEQUE' });
      await pay();
      await pay();
      const answers = await Promise.all([hand(), cancel(first.id), accept(first.id), hand(), cancel(first.id)]);
      expect(answers.every(({ status }) => [200, 201, 409, 422].includes(status))).toBe(true);
      expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
    }
  } finally {
    await service.stop();
  }
});
