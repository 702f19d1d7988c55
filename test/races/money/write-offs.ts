import { expect, it } from '@jest/globals';
import { OpenBalances } from '../../../src/ledger/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import { startService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

it('a debt is given up once, whoever decides or pays at the same time', async () => {
  const service = await startService('write-offs-races', '2026-11-26T10:00:00+01:00');
  try {
    const collectiviteId = await service.fixtures.collectivite();
    const siteId = await service.fixtures.site(collectiviteId);
    const { id: prestationId } = await service.fixtures.prestation(collectiviteId, siteId);
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    const regisseur = await service.api.signedIn(email, password);
    const owing = async (number: number, cents: number) => {
      const familyId = await service.fixtures.family(collectiviteId);
      const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents }];
      return { familyId, invoiceId: await issuedInvoice(service, { collectiviteId, familyId, number, lines }) };
    };
    const decision = { kind: 'REMISSION', decisionReference: 'D-1', decidedOn: '2026-11-26' };
    const giveUp = ({ familyId, invoiceId }: { familyId: number; invoiceId: number }) =>
      regisseur.post(`/collectivites/${collectiviteId}/write-offs`, {
        ...decision,
        familyId,
        invoices: [{ invoiceId }],
      });
    const pay = (familyId: number, cents: number) =>
      regisseur.post(`/collectivites/${collectiviteId}/payments`, {
        ...{ familyId, cents, means: 'CARD', receivedOn: '2026-11-26' },
      });

    const alone = await owing(1, 5000);
    const twice = await Promise.all([giveUp(alone), giveUp(alone), giveUp(alone), giveUp(alone)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);

    for (let number = 2; number < 8; number += 1) {
      const debt = await owing(number, 5000);
      const [given, paid] = await Promise.all([giveUp(debt), pay(debt.familyId, 5000)]);
      expect([given.status, paid.status].sort()).toEqual([201, 422]);
      expect(await service.app.get(OpenBalances).ofFamily(collectiviteId, debt.familyId)).toEqual([]);
    }

    // Undone many times at once, while it is paid: the debt stands once, and is paid once.
    const again = await owing(8, 5000);
    const { body: made } = await giveUp(again);
    const undo = () =>
      regisseur.post(`/collectivites/${collectiviteId}/write-offs/${made.id}/reversals`, { note: 'Erreur' });
    const answers = await Promise.all([undo(), pay(again.familyId, 5000), undo(), pay(again.familyId, 5000), undo()]);
    expect(answers.filter((_, index) => index % 2 === 0).map(({ status }) => status)).toEqual([200, 200, 200]);
    const paid = answers.filter(({ status }) => status === 201).length;
    const left = await service.app.get(OpenBalances).ofFamily(collectiviteId, again.familyId);
    expect(left.flatMap(({ open }) => open.map(({ cents }) => cents))).toEqual(paid === 1 ? [] : [5000]);
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  } finally {
    await service.stop();
  }
});
