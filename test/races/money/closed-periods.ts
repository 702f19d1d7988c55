import { expect, it } from '@jest/globals';
import { isBefore, Temporal } from '../../../src/kernel/civil-time.js';
import { ClosePeriod, LedgerPeriods, PostEntry, remittanceEntry } from '../../../src/ledger/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import { startService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';
import { onServer } from '../../support/test-database.js';

it('closing days while payments are posted for them: in before, or for a day that is open', async () => {
  const service = await startService('closed-periods-races', '2026-11-26T10:00:00+01:00');
  try {
    const collectiviteId = await service.fixtures.collectivite();
    const siteId = await service.fixtures.site(collectiviteId);
    const { id: prestationId } = await service.fixtures.prestation(collectiviteId, siteId);
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    const regisseur = await service.api.signedIn(email, password);
    const families: number[] = [];
    for (let number = 1; number <= 16; number += 1) {
      const familyId = await service.fixtures.family(collectiviteId);
      const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents: 500 }];
      await issuedInvoice(service, { collectiviteId, familyId, number, lines });
      families.push(familyId);
    }
    const pay = (familyId: number) =>
      regisseur.post(`/collectivites/${collectiviteId}/payments`, {
        familyId,
        means: 'CHEQUE',
        cents: 500,
        receivedOn: '2026-11-20',
      });
    const close = () => service.app.get(ClosePeriod).run(collectiviteId, Temporal.PlainDate.from('2026-11-22'), null);
    const closeByHand = async () => {
      const { status } = await regisseur.post(`/collectivites/${collectiviteId}/closed-days`, { to: '2026-11-22' });
      expect(status).toBe(200);
      return false;
    };
    const [answers] = await Promise.all([
      Promise.all(families.map(pay)),
      Promise.all([close(), close(), closeByHand(), closeByHand()]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(201));
    const closed = await regisseur.get(`/collectivites/${collectiviteId}/closed-days`);
    expect(closed.body).toMatchObject({ closedTo: '2026-11-22', closings: [{ to: '2026-11-22' }] });
    expect((await service.app.get(LedgerPeriods).firstOpenDay(collectiviteId))?.toString()).toBe('2026-11-23');
    // Entries of the closed days are all sealed before the closing: the check says so, entry by entry.
    expect(await service.app.get(CheckLedger).run()).toEqual({ entries: 32, faults: [] });
    const days = answers.map(({ body }) => String(body.accountedOn));
    expect(days.filter((day) => day !== '2026-11-20' && day !== '2026-11-26')).toEqual([]);
    const late = service.app.get(PostEntry).run({
      collectiviteId,
      source: { kind: 'remittance', id: 1 },
      date: Temporal.PlainDate.from('2026-11-22'),
      label: 'Versement',
      entry: remittanceEntry('CHEQUE', 500),
    });
    await expect(late).rejects.toMatchObject({ code: 'LEDGER_PERIOD_CLOSED' });

    // Closed between the choice of a day and its entry: the unit chooses again.
    if (!onServer) return;
    const day = Temporal.PlainDate.from('2026-11-23');
    let chosen = () => {};
    const closing = new Promise<void>((resolve) => (chosen = resolve)).then(() =>
      service.app.get(ClosePeriod).run(collectiviteId, day, null),
    );
    const chosenDays: string[] = [];
    await service.database.unit(async () => {
      const firstOpen = await service.app.get(LedgerPeriods).firstOpenDay(collectiviteId);
      const date = firstOpen && isBefore(day, firstOpen) ? firstOpen : day;
      chosenDays.push(date.toString());
      chosen();
      await closing;
      const entry = remittanceEntry('CHEQUE', 500);
      const source = { kind: 'remittance', id: 1 } as const;
      await service.app.get(PostEntry).run({ collectiviteId, source, date, label: 'Versement', entry });
    });
    expect(chosenDays).toEqual(['2026-11-23', '2026-11-24']);
  } finally {
    await service.stop();
  }
});
