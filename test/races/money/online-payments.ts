import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { CreditBalances, OpenBalances } from '../../../src/ledger/index.js';
import { PollPayfip, StartOnlinePayment } from '../../../src/payments/index.js';
import { createSimulator, type PayfipSimulator } from '../../../src/payfip-simulator/simulator.js';
import { SetClock } from '../../../src/platform/clock/clock.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { RunningService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';
import { OutlivingDatabase } from '../../support/killed.js';
import { onServer } from '../../support/test-database.js';
import type { OnlinePayment } from '../../support/pay-and-die.js';
import { ServiceWithPayfip } from '../../support/payfip.js';

const AT = '2026-11-26T10:00:00+01:00';

/** A collectivité whose families may pay online. */
async function openedCollectivite({ fixtures, clock }: RunningService) {
  const collectiviteId = await fixtures.collectivite();
  const { id: prestationId } = await fixtures.prestation(collectiviteId, await fixtures.site(collectiviteId));
  await fixtures.row('payfip_settings', {
    collectivite_id: collectiviteId,
    active: 1,
    numcli: '012345',
    mode: 'W',
    several_invoices: 1,
    most_cents: 9_999_999,
    reference_form: 'INVOICE',
    updated_at: clock.now().epochMilliseconds,
  });
  return { collectiviteId, prestationId };
}

/** A family of two parents who owe 45,60 €. */
async function familyOwing(
  service: RunningService,
  commune: { collectiviteId: number; prestationId: number },
  number: number,
) {
  const { collectiviteId, prestationId } = commune;
  const familyId = await service.fixtures.family(collectiviteId);
  const accounts = [];
  for (const position of [1, 2]) {
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, {
      position,
      email: account.email,
      account_id: account.id,
    });
    accounts.push(account);
  }
  const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents: 4560 }];
  const invoiceId = await issuedInvoice(service, { collectiviteId, familyId, number, lines, issuedOn: '2026-11-02' });
  return { familyId, accounts, invoiceId };
}

async function moneyOf({ app, database }: RunningService, collectiviteId: number, familyId: number) {
  const open = await app.get(OpenBalances).ofFamily(collectiviteId, familyId);
  const credits = await app.get(CreditBalances).ofFamilies(collectiviteId, [familyId]);
  const [row] = await database.read(() =>
    database.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM payments WHERE family_id = ?', [familyId]),
  );
  const due = open.flatMap((item) => item.open).reduce((total, { cents }) => total + cents, 0);
  return { due, credit: credits.get(familyId)!, payments: Number(row!.n) };
}

describe('online payments at the same instant', () => {
  let payfip: ServiceWithPayfip;
  let commune: Awaited<ReturnType<typeof openedCollectivite>>;
  let serial = 0;

  beforeAll(async () => {
    payfip = await ServiceWithPayfip.start('online-races', AT);
    commune = await openedCollectivite(payfip.service);
  });
  afterAll(() => payfip.stop());

  const family = () => familyOwing(payfip.service, commune, ++serial);
  const money = (familyId: number) => moneyOf(payfip.service, commune.collectiviteId, familyId);
  const opened = ({ familyId, accounts, invoiceId }: Awaited<ReturnType<typeof family>>) =>
    payfip.service.app.get(StartOnlinePayment).run({
      collectiviteId: commune.collectiviteId,
      familyId,
      accountId: accounts[0]!.id,
      target: { kind: 'INVOICES', invoiceIds: [invoiceId] },
    });
  const operationOf = (url: string) => new URL(url).searchParams.get('idop')!;
  const faults = async () => (await payfip.service.app.get(CheckLedger).run()).faults;

  async function regisseur() {
    const role = { collectiviteId: commune.collectiviteId, role: 'regisseur' as const };
    const { email, password } = await payfip.service.fixtures.account([role]);
    return payfip.service.api.signedIn(email, password);
  }

  it('notification, return, question and task at once are one payment', async () => {
    const { service, simulator } = payfip;
    const paying = await family();
    const { onlinePaymentId, redirectUrl } = await opened(paying);
    const idop = operationOf(redirectUrl);
    simulator.operations.decide(idop, 'P');
    const agent = await regisseur();
    service.clock.advance({ minutes: 6 });
    await Promise.all([
      ...[1, 2, 3].map(() => service.api.get(`/payfip/returns?idop=${idop}`)),
      ...[1, 2, 3].map(() => service.api.post(`/payfip/notifications?idop=${idop}`)),
      ...[1, 2].map(() =>
        agent.post(`/collectivites/${commune.collectiviteId}/online-payments/${onlinePaymentId}/queries`),
      ),
      ...[1, 2].map(() => service.app.get(PollPayfip).run()),
      service.settle(),
    ]);
    await service.settle();
    expect(await money(paying.familyId)).toEqual({ due: 0, credit: 0, payments: 1 });
    expect(await faults()).toEqual([]);
  });

  it('both parents, several clicks: one operation is opened', async () => {
    const { service, simulator } = payfip;
    const { familyId, accounts, invoiceId } = await family();
    const parents = await Promise.all(accounts.map(({ email, password }) => service.api.signedIn(email, password)));
    const before = simulator.operations.list().length;
    const body = { invoiceIds: [invoiceId] };
    const answers = await Promise.all(
      [0, 1, 0, 1, 0, 1].map((parent) => parents[parent]!.post(`/families/${familyId}/online-payments`, body)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true);
    expect(simulator.operations.list().length - before).toBe(1);
  });

  it('two attempts and the counter settle one debt at once: the rest is a credit, to the cent', async () => {
    const { service, simulator } = payfip;
    const paying = await family();
    const first = await opened(paying);
    service.clock.advance({ minutes: 20 });
    const second = await opened(paying);
    const idops = [first, second].map(({ redirectUrl }) => operationOf(redirectUrl));
    for (const idop of idops) simulator.operations.decide(idop, 'P');
    const agent = await regisseur();
    const counter = { familyId: paying.familyId, means: 'CHEQUE', cents: 1000, receivedOn: '2026-11-26' };
    const [taken] = await Promise.all([
      agent.post(`/collectivites/${commune.collectiviteId}/payments`, counter),
      ...idops.map((idop) => service.api.get(`/payfip/returns?idop=${idop}`)),
    ]);
    const paid = 2 * 4560 + (taken.status === 201 ? 1000 : 0);
    expect([201, 422]).toContain(taken.status);
    expect(await money(paying.familyId)).toEqual({
      due: 0,
      credit: paid - 4560,
      payments: taken.status === 201 ? 3 : 2,
    });
    expect(await faults()).toEqual([]);
  });
});

(onServer ? describe : describe.skip)('a process killed while a family pays online', () => {
  let simulator: PayfipSimulator;
  let kept: OutlivingDatabase;

  beforeAll(async () => {
    simulator = await createSimulator(new SetClock(Temporal.Instant.from(AT)));
    const payfipUrl = `${await simulator.server.listen({ port: 0, host: '127.0.0.1' })}/tpa`;
    kept = await OutlivingDatabase.create('online-killed', AT, payfipUrl);
  });
  afterAll(async () => {
    await kept.remove();
    await simulator.server.close();
  });

  it('loses nothing: neither the reference, nor the money', async () => {
    const { collectiviteId, order, paying } = await kept.opened(async (service) => {
      const commune = await openedCollectivite(service);
      const owing = await familyOwing(service, commune, 1);
      const { familyId, invoiceId, accounts } = owing;
      const { collectiviteId } = commune;
      return {
        collectiviteId,
        paying: owing,
        order: { collectiviteId, familyId, invoiceId, accountId: accounts[0]!.id },
      };
    });
    const die = (dieOnce: OnlinePayment['dieOnce']) =>
      kept.killedIn<OnlinePayment>('pay-and-die', { ...order, dieOnce });

    expect(await die('OPENED')).toBe('SIGKILL');
    expect(simulator.operations.list()).toHaveLength(1);
    const redirectUrl = await kept.opened(async (service) => {
      service.clock.advance({ minutes: 20 });
      await service.settle();
      const target = { kind: 'INVOICES' as const, invoiceIds: [paying.invoiceId] };
      const started = await service.app.get(StartOnlinePayment).run({ ...order, target });
      // The process that will be killed asks at once, whatever its clock.
      const { database } = service;
      await database.unit(() => database.change("UPDATE online_payments SET ask_again_at = 0 WHERE state = 'PENDING'"));
      return started.redirectUrl;
    });
    expect(simulator.operations.list().map(({ fields }) => fields.refdet)).toEqual(['2026000001A1', '2026000001A2']);
    simulator.operations.decide(new URL(redirectUrl).searchParams.get('idop')!, 'P');
    expect(await die('WRITTEN')).toBe('SIGKILL');
    await kept.opened(async (service) => {
      expect(await moneyOf(service, collectiviteId, paying.familyId)).toEqual({ due: 4560, credit: 0, payments: 0 });
      await service.app.get(PollPayfip).run();
      expect(await moneyOf(service, collectiviteId, paying.familyId)).toEqual({ due: 0, credit: 0, payments: 1 });
      const states = await service.database.read(() =>
        service.database.rows<{ state: string }>('SELECT state FROM online_payments ORDER BY id'),
      );
      expect(states.map(({ state }) => state)).toEqual(['FAILED', 'PAID']);
      expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
    });
  }, 240_000);
});
