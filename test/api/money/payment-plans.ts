import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { euros } from '../../../src/kernel/french.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';
import { invoiceNumber, issuedInvoice } from '../../support/issued-invoice.js';

describe('debts paid in several times', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestationId: number;
  let staff: string;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('payment-plans', '2026-11-26T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite({ email: 'regie@test.example' });
    prestationId = (await fixtures.prestation(collectiviteId, await fixtures.site(collectiviteId))).id;
    staff = (await fixtures.account([{ collectiviteId, role: 'regisseur' }])).email;
  });
  afterAll(() => service.stop());

  /** Signed in again: the calendar moves on in these tests. */
  async function as(email: string): Promise<Api> {
    await service.database.unit(() => service.database.change('DELETE FROM throttles'));
    return service.api.signedIn(email, PASSWORD);
  }

  async function on(day: string): Promise<void> {
    const date = Temporal.PlainDate.from(day);
    service.clock.set(date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '10:00' }).toInstant());
    await service.settle();
  }

  /** A family with an adult, and two invoices of 80 € and 40 € that were due in October, posted on a day that is open. */
  async function familyOwing(issuedOn = '2026-09-01') {
    const familyId = await service.fixtures.family(collectiviteId);
    const { email, id } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email, account_id: id });
    const invoiceIds: number[] = [];
    for (const cents of [8000, 4000]) {
      const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents }];
      invoiceIds.push(await issuedInvoice(service, { collectiviteId, familyId, number: ++serial, lines, issuedOn }));
    }
    return { familyId, email, invoiceIds };
  }

  const plans = () => `/collectivites/${collectiviteId}/payment-plans`;
  const THREE_TIMES = [
    { dueOn: '2026-12-05', cents: 4000 },
    { dueOn: '2027-01-05', cents: 4000 },
    { dueOn: '2027-02-05', cents: 4000 },
  ];

  it('are agreed for what is due, shown to the family, and late only when an instalment is', async () => {
    await on('2026-11-26');
    const { familyId, email, invoiceIds } = await familyOwing();
    const regisseur = await as(staff);
    const invoices = `/collectivites/${collectiviteId}/invoices?familyId=${familyId}`;
    expect((await regisseur.get(invoices)).body.items).toMatchObject(
      [4000, 8000].map((openCents) => ({ openCents, settlement: 'LATE', planId: null })),
    );

    const wrong = await regisseur.post(plans(), { familyId, invoiceIds, instalments: THREE_TIMES.slice(1) });
    expect(wrong.body).toMatchObject({
      code: 'PLAN_NOT_VALID',
      totalCents: 12_000,
      errors: [{ field: 'instalments' }],
    });
    const agreed = await regisseur.post(plans(), {
      familyId,
      invoiceIds,
      instalments: THREE_TIMES,
      note: 'au guichet',
    });
    expect(agreed.status).toBe(201);
    expect(agreed.body).toMatchObject({ state: 'HELD', totalCents: 12_000, paidCents: 0, nextDueOn: '2026-12-05' });
    const { planId } = agreed.body;

    const again = await regisseur.post(plans(), {
      familyId,
      invoiceIds: [invoiceIds[1]],
      instalments: THREE_TIMES.slice(2),
    });
    expect(again.body).toMatchObject({ code: 'INVOICE_UNDER_PLAN', planId });
    expect((await regisseur.get(invoices)).body.items).toMatchObject(
      [4000, 8000].map((openCents) => ({ openCents, settlement: 'WAITING', planId })),
    );
    const arrears = await regisseur.get(`/collectivites/${collectiviteId}/arrears`);
    const lines = (arrears.body.lines as { invoiceId: number }[]).filter(({ invoiceId }) =>
      invoiceIds.includes(invoiceId),
    );
    expect(lines).toMatchObject([
      { planId, age: 'NOT_DUE' },
      { planId, age: 'NOT_DUE' },
    ]);

    await service.settle();
    const [mail] = await service.mails.to(email);
    expect(mail!.subject).toBe('Votre paiement en 3\u00a0fois est accordé');
    expect(mail!.text).toContain('aucune relance');
    expect(mail!.text).toContain('samedi 5 décembre 2026');

    const payment = { familyId, cents: 5000, means: 'CHEQUE', receivedOn: '2026-11-26' };
    expect((await regisseur.post(`/collectivites/${collectiviteId}/payments`, payment)).status).toBe(201);
    const seen = await (await as(email)).get(`/families/${familyId}/payment-plans`);
    expect(seen.body).toMatchObject([
      {
        planId,
        state: 'HELD',
        paidCents: 5000,
        nextDueOn: '2027-01-05',
        instalments: [{ state: 'PAID' }, { state: 'PARTLY_PAID', paidCents: 1000 }, { state: 'TO_COME' }],
      },
    ]);
    expect(seen.text).not.toContain('au guichet');
    const stranger = await familyOwing();
    expect((await (await as(stranger.email)).get(`/families/${familyId}/payment-plans`)).status).toBe(404);
  });

  it('are told of once when missed, to the family and the mairie, and go on until the mairie ends them', async () => {
    await on('2026-11-26');
    const { familyId, email, invoiceIds } = await familyOwing();
    const { body } = await (await as(staff)).post(plans(), { familyId, invoiceIds, instalments: THREE_TIMES });
    const subjects = async (address: string) => (await service.mails.to(address)).map(({ subject }) => subject);
    await on('2026-12-09');
    expect(await subjects(email)).toHaveLength(1);
    await on('2026-12-10');
    await on('2026-12-11');
    expect((await subjects(email)).slice(1)).toEqual([
      `Votre paiement en plusieurs fois\u00a0: ${euros(4000)} attendus`,
    ]);
    expect((await subjects('regie@test.example')).filter((subject) => subject?.startsWith('Échéance'))).toHaveLength(1);
    const settlements = async () =>
      (await (await as(email)).get(`/families/${familyId}/invoices`)).body.items as {
        settlement: string;
        planId: number;
      }[];
    expect(await settlements()).toMatchObject(Array(2).fill({ settlement: 'LATE', planId: body.planId }));

    const end = await (await as(staff)).post(`${plans()}/${body.planId}/terminations`, { reason: 'À votre demande.' });
    expect(end.body).toMatchObject({ state: 'ENDED', endedOn: '2026-12-11', endReason: 'À votre demande.' });
    const twice = await (await as(staff)).post(`${plans()}/${body.planId}/terminations`);
    expect(twice.body).toMatchObject({ code: 'PLAN_ENDED' });
    await service.settle();
    const [, , ended] = await service.mails.to(email);
    expect(ended!.text).toContain('À votre demande.');
    expect(ended!.text).toContain(`Il reste ${euros(12_000)} à payer`);
    expect(await settlements()).toMatchObject(Array(2).fill({ settlement: 'LATE', planId: null }));
  });

  it('end by themselves where the collectivité said after how many days', async () => {
    await on('2026-11-26');
    const { familyId, invoiceIds } = await familyOwing('2026-12-01');
    const { body } = await (await as(staff)).post(plans(), { familyId, invoiceIds, instalments: THREE_TIMES });
    const settings = `/collectivites/${collectiviteId}/payment-plan-settings`;
    expect((await (await as(staff)).get(settings)).body).toEqual({ tellAfterDays: 5, endAfterDays: null });
    await (await as(staff)).put(settings, { tellAfterDays: 3, endAfterDays: 20 });
    await on('2026-12-24');
    expect((await (await as(staff)).get(`${plans()}/${body.planId}`)).body).toMatchObject({ state: 'LATE' });
    await on('2026-12-25');
    expect((await (await as(staff)).get(`${plans()}/${body.planId}`)).body).toMatchObject({ state: 'ENDED' });
    expect(invoiceNumber(serial)).toBe(body.invoices[1].number);
  });
});
