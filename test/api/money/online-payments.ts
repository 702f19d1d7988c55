import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { onlinePaymentFailed, onlinePaymentSettled, StartOnlinePayment } from '../../../src/payments/index.js';
import { euros } from '../../../src/kernel/french.js';
import { CreditBalances, OpenBalances } from '../../../src/ledger/index.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Answer, Api } from '../../support/api.js';
import { invoiceNumber, issuedInvoice } from '../../support/issued-invoice.js';
import { type Click, ServiceWithPayfip } from '../../support/payfip.js';

const SETTINGS = {
  active: true,
  numcli: '012345',
  mode: 'W',
  severalInvoices: true,
  referenceForm: 'INVOICE',
  referencePrefix: 'CANTINE',
};

describe('payments by PayFiP', () => {
  let payfip: ServiceWithPayfip;
  let collectiviteId: number;
  const staff: Partial<Record<'regisseur' | 'administrateur', { email: string; password: string }>> = {};
  let prestation: { prestationId: number; imputation: { nature: string; function: string } };
  let serial = 0;
  const told: string[] = [];

  beforeAll(async () => {
    payfip = await ServiceWithPayfip.start('online-payments', '2026-11-26T10:00:00+01:00', { payfipTimeout: 1000 });
    const { service } = payfip;
    collectiviteId = await service.fixtures.collectivite({ email: 'regie@test.example' });
    const siteId = await service.fixtures.site(collectiviteId);
    const { id } = await service.fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' });
    prestation = { prestationId: id, imputation: { nature: '7067', function: '281' } };
    for (const role of ['regisseur', 'administrateur'] as const) {
      staff[role] = await service.fixtures.account([{ collectiviteId, role }]);
    }
    await set({});
    const outbox = service.app.get(Outbox);
    outbox.on(onlinePaymentSettled, async ({ onlinePaymentId, cents, creditedCents }) => {
      told.push(`${onlinePaymentId} settled ${cents} credit ${creditedCents}`);
    });
    outbox.on(onlinePaymentFailed, async ({ onlinePaymentId, reason }) => {
      told.push(`${onlinePaymentId} ${reason}`);
    });
  });
  afterAll(() => payfip.stop());
  beforeEach(async () => {
    payfip.simulator.faults.clear();
    await payfip.service.settle();
    told.length = 0;
    await set({});
  });

  /** Signed in now: sessions end while the clock advances. */
  const as = ({ email, password }: { email: string; password: string }): Promise<Api> =>
    payfip.service.api.signedIn(email, password);
  const regisseur = () => as(staff.regisseur!);

  async function set(other: object): Promise<void> {
    const answer = await (
      await as(staff.administrateur!)
    ).put(`/collectivites/${collectiviteId}/payfip-settings`, {
      ...SETTINGS,
      ...other,
    });
    if (answer.status !== 204) throw new Error(answer.text);
  }

  /** A family whose parent is signed in, and its invoices, one of each amount. */
  async function familyOwing(...amounts: number[]) {
    const { service } = payfip;
    const familyId = await service.fixtures.family(collectiviteId);
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email: account.email, account_id: account.id });
    const invoices: { invoiceId: number; number: string }[] = [];
    for (const cents of amounts) invoices.push(await invoice(familyId, cents));
    return { familyId, account, invoices, invoiceIds: invoices.map(({ invoiceId }) => invoiceId) };
  }

  async function invoice(familyId: number, cents: number, issuedOn = '2026-11-02') {
    const number = ++serial;
    const lines = [{ ...prestation, cents }];
    const one = { collectiviteId, familyId, number, lines, issuedOn, dueOn: '2026-12-15' };
    return { invoiceId: await issuedInvoice(payfip.service, one), number: invoiceNumber(number) };
  }

  type Family = Awaited<ReturnType<typeof familyOwing>>;

  const start = async ({ account, familyId, invoiceIds }: Family, ids = invoiceIds): Promise<Answer> =>
    (await as(account)).post(`/families/${familyId}/online-payments`, { invoiceIds: ids });

  async function started(family: Family): Promise<{ onlinePaymentId: number; redirectUrl: string }> {
    const answer = await start(family);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  const seen = async (id: number) =>
    (await (await regisseur()).get(`/collectivites/${collectiviteId}/online-payments/${id}`)).body;
  const query = async (id: number) =>
    (await regisseur()).post(`/collectivites/${collectiviteId}/online-payments/${id}/queries`);

  async function due({ familyId }: Family): Promise<number> {
    const open = await payfip.service.app.get(OpenBalances).ofFamily(collectiviteId, familyId);
    return open.flatMap((item) => item.open).reduce((total, { cents }) => total + cents, 0);
  }

  async function credit({ familyId }: Family): Promise<number> {
    return (await payfip.service.app.get(CreditBalances).ofFamilies(collectiviteId, [familyId])).get(familyId)!;
  }

  /** What the rooms above were told of these attempts, in order. */
  const toldOf = (...ids: number[]) =>
    ids.flatMap((id) => told.filter((line) => line.startsWith(`${id} `)).map((line) => line.slice(`${id} `.length)));

  const subjectsTo = async (address: string) => (await payfip.service.mails.to(address)).map(({ subject }) => subject);

  /** The books of both sides: what families paid at PayFiP for real, and what the ledger says came from it. */
  async function expectSameBooks(): Promise<void> {
    const paid = payfip.simulator.operations
      .list()
      .filter(({ fields, decided }) => fields.saisie !== 'T' && (decided?.result === 'P' || decided?.result === 'V'))
      .reduce((total, { fields }) => total + Number(fields.montant), 0);
    const { database } = payfip.service;
    const [row] = await database.read(() =>
      database.rows<{ cents: number | string | null }>(
        `SELECT SUM(l.amount_cents) AS cents FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
         WHERE a.code LIKE 'MEANS:PAYFIP%'`,
      ),
    );
    expect(Number(row!.cents ?? 0)).toBe(paid);
    expect((await payfip.service.app.get(CheckLedger).run()).faults).toEqual([]);
  }

  it('settles an invoice that a parent pays by card, with its receipt, and says so to all', async () => {
    const family = await familyOwing(4560);
    const answer = await start(family);
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { cents: 4560, test: false, alreadyStarted: false, redirectUrl: expect.stringContaining('paiementws.web?idop=') },
    ]);
    const { onlinePaymentId, redirectUrl } = answer.body;
    const { url } = await payfip.click(redirectUrl, 'P');
    expect(new URL(url).pathname).toBe(`/familles/${family.familyId}/paiements/en-ligne/${onlinePaymentId}`);
    expect(await due(family)).toBe(0);
    const reference = `${family.invoices[0]!.number.replace('-', '')}A1`;
    const kept = await seen(onlinePaymentId);
    expect(kept).toMatchObject({
      state: 'PAID',
      stateLabel: 'payé',
      cents: 4560,
      reference,
      exercise: 2026,
      told: 'P',
      authorisation: '000001',
      paidOn: '2026-11-26',
      askAgainAt: null,
      invoices: [{ invoiceId: family.invoiceIds[0], cents: 4560 }],
    });
    const payment = await (await regisseur()).get(`/collectivites/${collectiviteId}/payments/${kept.paymentId}`);
    expect(payment.body).toMatchObject({
      means: 'PAYFIP_CARD',
      meansLabel: 'PayFiP, carte bancaire',
      reference: `PayFiP ${reference}, autorisation 000001`,
      receivedOn: '2026-11-26',
    });
    await payfip.service.settle();
    expect(toldOf(onlinePaymentId)).toEqual(['settled 4560 credit 0']);
    const mails = await payfip.service.mails.to(family.account.email);
    expect(mails.map(({ subject }) => subject)).toEqual([`Votre paiement de ${euros(4560)} est enregistré`]);
    expect(
      (await (await as(family.account)).get(`/families/${family.familyId}/online-payments/${onlinePaymentId}`)).body,
    ).toMatchObject({
      state: 'PAID',
      paymentId: kept.paymentId,
    });
    await expectSameBooks();
  });

  it('settles several invoices at once, by direct debit, what remains due of each', async () => {
    const family = await familyOwing(3000, 1500);
    const [first] = family.invoiceIds;
    const shares = [{ invoiceId: first, cents: 1000 }];
    const body = { familyId: family.familyId, means: 'CHEQUE', cents: 1000, receivedOn: '2026-11-25', shares };
    expect((await (await regisseur()).post(`/collectivites/${collectiviteId}/payments`, body)).status).toBe(201);
    const { onlinePaymentId, redirectUrl } = await started(family);
    await payfip.click(redirectUrl, 'V');
    expect(await seen(onlinePaymentId)).toMatchObject({ state: 'PAID', cents: 3500, reference: 'CANTINE0000000002' });
    expect(await due(family)).toBe(0);
  });

  it.each<[Click, string, number]>([
    ['R', 'REFUSED', 0],
    ['Z', 'REFUSED', 0],
    ['A', 'CANCELLED', 20],
    ['close', 'EXPIRED', 20 * 60],
  ])('%s: %s after %d minutes, and the invoice is to pay', async (choice, state, minutes) => {
    const family = await familyOwing(4560);
    const { onlinePaymentId, redirectUrl } = await started(family);
    await payfip.click(redirectUrl, choice);
    for (const part of [0, 1, minutes - 1]) {
      payfip.service.clock.advance({ minutes: Math.max(part, 0) });
      await payfip.service.settle();
    }
    payfip.service.clock.advance({ minutes: 6 });
    await payfip.service.settle();
    expect(await seen(onlinePaymentId)).toMatchObject({ state, paymentId: null });
    expect(toldOf(onlinePaymentId)).toEqual([state]);
    expect(await due(family)).toBe(4560);
    expect((await start(family)).status).toBe(201);
    await expectSameBooks();
  });

  it('a direct debit that the bank rejects later leaves the invoice to pay, and is not paid again by itself', async () => {
    const family = await familyOwing(4560);
    const { onlinePaymentId, redirectUrl } = await started(family);
    await payfip.click(redirectUrl, 'V');
    const { paymentId } = await seen(onlinePaymentId);
    const path = `/collectivites/${collectiviteId}/payments/${paymentId}/reversals`;
    const reversed = await (await regisseur()).post(path, { reason: 'REJECTED_DEBIT', note: 'AM04' });
    expect(reversed.status).toBe(201);
    expect(await due(family)).toBe(4560);
    expect((await query(onlinePaymentId)).body).toMatchObject({
      state: 'PAID',
      annulled: true,
      stateLabel: 'payé, puis annulé',
    });
    expect(await due(family)).toBe(4560);
    await payfip.service.settle();
    payfip.simulator.operations.decide(new URL(redirectUrl).searchParams.get('idop')!, 'Z');
    await payfip.click((await started(family)).redirectUrl, 'P');
    expect(await due(family)).toBe(0);
    await expectSameBooks();
  });

  it('lets a parent who gave up come back to the page and pay', async () => {
    const family = await familyOwing(4560);
    const { onlinePaymentId, redirectUrl } = await started(family);
    await payfip.click(redirectUrl, 'A');
    await payfip.click(redirectUrl, 'P');
    expect(await seen(onlinePaymentId)).toMatchObject({ state: 'PAID' });
  });

  it('keeps two attempts apart: a click again is the same one, another must wait, and says until when', async () => {
    const family = await familyOwing(4560);
    const { service } = payfip;
    const other = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, family.familyId, {
      position: 2,
      email: other.email,
      account_id: other.id,
    });
    const [first, again] = [await start(family), await start(family)];
    expect([again.status, again.body]).toEqual([200, { ...first.body, alreadyStarted: true }]);
    const second = { ...family, account: other };
    const refused = await start(second);
    expect([refused.status, refused.body.code]).toEqual([409, 'ONLINE_PAYMENT_UNDER_WAY']);
    const until = service.clock.now().add({ minutes: 20 });
    expect(refused.body).toMatchObject({ retryAt: until.toString(), onlinePaymentId: first.body.onlinePaymentId });
    expect(refused.body.redirectUrl).toBeUndefined();
    service.clock.advance({ minutes: 2 });
    const later = await start(family);
    expect([later.status, later.body.redirectUrl]).toEqual([409, first.body.redirectUrl]);
    expect(refused.headers['retry-after']).toBe('1200');
    await payfip.click(first.body.redirectUrl, 'R');
    expect((await start(second)).status).toBe(201);
    service.clock.advance({ minutes: 20 });
    expect((await start(family)).status).toBe(201);
  });

  it('refuses what PayFiP or the régie cannot take', async () => {
    const family = await familyOwing(4560, 50);
    const lastYear = await invoice(family.familyId, 800, '2025-12-20');
    const stranger = await familyOwing(100);
    const [one, small] = family.invoiceIds;
    for (const ids of [[small], [one, lastYear.invoiceId], [stranger.invoiceIds[0]]] as number[][]) {
      const answer = await start(family, ids);
      expect([ids, answer.status, answer.body.code]).toEqual([ids, 422, 'ONLINE_PAYMENT_REFUSED']);
    }
    await set({ severalInvoices: false });
    expect((await start(family)).body.detail).toContain('une par une');
    expect((await start(family, [lastYear.invoiceId])).status).toBe(201);
    await set({ active: false });
    expect((await start(family, [one!])).body.code).toBe('ONLINE_PAYMENT_CLOSED');
    expect((await (await as(family.account)).get(`/families/${family.familyId}/payment-options`)).body).toEqual({
      online: false,
      test: false,
      severalInvoices: true,
    });
    expect((await start({ ...stranger, familyId: family.familyId }, [one!])).status).toBe(404);
  });

  it('settles nothing in test mode, and shows it', async () => {
    await set({ mode: 'T' });
    const family = await familyOwing(4560);
    const answer = await start(family);
    expect(answer.body).toMatchObject({ test: true });
    await set({ mode: 'W' });
    await payfip.click(answer.body.redirectUrl, 'P');
    expect(await seen(answer.body.onlinePaymentId)).toMatchObject({ state: 'TESTED', mode: 'T', paymentId: null });
    expect(await due(family)).toBe(4560);
    await expectSameBooks();
  });

  it('keeps what arrives too late as a credit, and tells the family and the régie', async () => {
    const family = await familyOwing(4560);
    const { redirectUrl, onlinePaymentId } = await started(family);
    const body = { familyId: family.familyId, means: 'CHEQUE', cents: 4000, receivedOn: '2026-11-26' };
    expect((await (await regisseur()).post(`/collectivites/${collectiviteId}/payments`, body)).status).toBe(201);
    await payfip.click(redirectUrl, 'P');
    expect([await due(family), await credit(family)]).toEqual([0, 4000]);
    await payfip.service.settle();
    expect(toldOf(onlinePaymentId)).toEqual(['settled 4560 credit 4000']);
    const credited = expect.stringContaining(`${euros(4000)} gardés en avoir`);
    expect(await subjectsTo(family.account.email)).toContainEqual(credited);
    expect(await subjectsTo('regie@test.example')).toContainEqual(expect.stringMatching(/40,00\s€ en avoir$/));
    await expectSameBooks();
  });

  it('takes nothing for an invoice that the comptable took over, and credits what was on its way', async () => {
    const [before, meanwhile] = [await familyOwing(4560), await familyOwing(2990)];
    const { redirectUrl } = await started(meanwhile);
    expect(await takenOver(meanwhile)).toMatchObject({ pieces: 0, leftovers: [{ reason: 'BEING_PAID', cents: 2990 }] });
    await payfip.click(redirectUrl, 'A');
    payfip.service.clock.advance({ minutes: 26 });
    await payfip.service.settle();
    expect(await takenOver(before, meanwhile)).toMatchObject({ state: 'READY', pieces: 2 });
    expect((await start(before)).body.detail).toContain('transmise à la Trésorerie');
    // The family had come back to the page and paid, and nobody had heard of it.
    const idop = new URL(redirectUrl).searchParams.get('idop')!;
    payfip.simulator.operations.decide(idop, 'P');
    await payfip.service.api.get(`/payfip/returns?idop=${idop}`);
    await payfip.service.settle();
    expect([await due(meanwhile), await credit(meanwhile)]).toEqual([0, 2990]);
    expect(await subjectsTo(meanwhile.account.email)).toContainEqual(expect.stringContaining('gardés en avoir'));
    await expectSameBooks();
  });

  /** The comptable public takes over what these families owe; answers the bordereau. */
  async function takenOver(...families: Family[]): Promise<Answer['body']> {
    const base = `/collectivites/${collectiviteId}`;
    const mairie = await as(staff.administrateur!);
    const codes = { codique: '034012', siret: '21120001200014', collectiviteCode: '123', budgetCode: '00' };
    await mairie.put(`${base}/treasury-settings`, { mode: 'TITRE', budgetLabel: 'Budget principal', ...codes });
    const product = { from: '2026-09-01', code: 'CANT' };
    await mairie.put(`${base}/prestations/${prestation.prestationId}/product-code`, product);
    const invoiceIds = families.flatMap((family) => family.invoiceIds);
    const { body } = await mairie.post(`${base}/claim-batches`, { kind: 'TITRE', invoiceIds });
    await payfip.service.settle();
    return (await mairie.get(`${base}/claim-batches/${body.id}`)).body;
  }

  it('pays a basket: all of it is held for the family until the room above spends it', async () => {
    const family = await familyOwing();
    const { fixtures, app, clock } = payfip.service;
    const now = clock.now().epochMilliseconds;
    const validationId = await fixtures.row('basket_validations', {
      collectivite_id: collectiviteId,
      family_id: family.familyId,
      account_id: family.account.id,
      validated_at: now,
      finished_at: now,
      accepted: 0,
      refused: 0,
      recap: '{}',
    });
    const target = { kind: 'BASKET' as const, validationId, cents: 1250, label: 'Réservations' };
    const asked = { collectiviteId, familyId: family.familyId, accountId: family.account.id, target };
    const { redirectUrl, onlinePaymentId } = await app.get(StartOnlinePayment).run(asked);
    expect(await app.get(StartOnlinePayment).run(asked)).toMatchObject({ onlinePaymentId, alreadyStarted: true });
    await payfip.click(redirectUrl, 'P');
    await payfip.service.settle();
    expect(toldOf(onlinePaymentId)).toEqual(['settled 1250 credit 1250']);
    expect(await credit(family)).toBe(1250);
    await expectSameBooks();
  });

  it('answers a notification about nothing, or a forged one, with nothing', async () => {
    const { api } = payfip.service;
    for (const path of [
      'notifications',
      'notifications?idop=6475fa10-b338-11e2-a082-001fe256bdfe',
      'notifications?idop=%27',
    ]) {
      const [got, posted] = [await api.get(`/payfip/${path}`), await api.post(`/payfip/${path}`)];
      expect([got.status, got.text, posted.status, posted.text]).toEqual([200, 'OK', 200, 'OK']);
    }
    const invoices = `${payfip.service.configuration.publicUrl}/factures`;
    const unknown = await api.get('/payfip/returns?idop=6475fa10-b338-11e2-a082-001fe256bdfe');
    expect([unknown.status, unknown.headers['location']]).toEqual([303, invoices]);
    expect((await api.post('/payfip/returns')).headers['location']).toBe(invoices);
  });

  it('asks PayFiP whether it knows the collectivité', async () => {
    const check = async () => (await regisseur()).post(`/collectivites/${collectiviteId}/payfip-settings/checks`);
    expect((await check()).body).toEqual({ outcome: 'KNOWN', code: null, label: null });
    await set({ numcli: '000000' });
    expect((await check()).body).toEqual({ outcome: 'REFUSED', code: 'T2', label: 'Numéro de client inconnu' });
    payfip.arm('client:TECHNICALx1');
    expect((await check()).body).toMatchObject({ outcome: 'UNANSWERED' });
    expect((await (await regisseur()).get(`/collectivites/${collectiviteId}/payfip-settings`)).body).toMatchObject({
      numcli: '000000',
    });
  });

  /** What is said when a step fails; `payfip-faults` shows that whatever fails both books agree in the end. */
  describe('whatever fails', () => {
    const calls = ['TECHNICAL', 'UNAVAILABLE', 'PROTOCOL', 'UNREADABLE', 'TIMEOUT', 'DROPPED', 'DROPPED_AFTER'];

    it('when it is opened: nothing is, and the parent may try again at once', async () => {
      const faults = [...calls.map((fault) => `create:${fault}x1`), 'create:CODE=T2x1', 'create:CODE=S1x1'];
      const seenOf: Record<string, unknown> = {};
      for (const fault of faults) {
        const family = await familyOwing(4560);
        payfip.arm(fault);
        const { status, body } = await start(family);
        const { redirectUrl, onlinePaymentId } = await started(family);
        await payfip.click(redirectUrl, 'P');
        await payfip.service.settle();
        const said = toldOf(onlinePaymentId - 1, onlinePaymentId);
        seenOf[fault] = [status, body.code, said, await due(family), await credit(family)];
      }
      const expected = [503, 'PAYFIP_UNAVAILABLE', ['FAILED', 'settled 4560 credit 0'], 0, 0];
      expect(seenOf).toEqual(Object.fromEntries(faults.map((fault) => [fault, expected])));
      await expectSameBooks();
    });

    it('create:REPEATED: an operation belongs to one attempt', async () => {
      const [first, second] = [await familyOwing(4560), await familyOwing(990)];
      const { redirectUrl } = await started(first);
      payfip.arm('create:REPEATEDx1');
      expect((await start(second)).status).toBe(503);
      await payfip.click(redirectUrl, 'P');
      expect([await due(first), await due(second)]).toEqual([0, 990]);
      await expectSameBooks();
    });

    it('when the answer is strange: it is not believed, a person looks, and asks again', async () => {
      const rows = [
        ['WRONG_AMOUNT', 'DIFFERENT', 'P montant'],
        ['WRONG_REFERENCE', 'DIFFERENT', 'P refdet'],
        ['WRONG_CLIENT', 'DIFFERENT', 'P numcli'],
        ['WRONG_YEAR', 'DIFFERENT', 'P exer'],
        ['WRONG_MODE', 'DIFFERENT', 'P saisie'],
        ['UNKNOWN_RESULT', 'UNKNOWN_RESULT', 'Q'],
        ['CODE=Z9', 'QUESTION_REFUSED', 'Z9'],
      ] as const;
      for (const [fault, anomaly, said] of rows) {
        const family = await familyOwing(4560);
        const { redirectUrl, onlinePaymentId } = await started(family);
        payfip.arm(`detail:${fault}`);
        await payfip.click(redirectUrl, 'P');
        await payfip.service.settle();
        const { state, anomaly: why, told: codes } = await seen(onlinePaymentId);
        expect([fault, state, why, codes]).toEqual([fault, 'ANOMALY', anomaly, said]);
        expect([toldOf(onlinePaymentId), await due(family)]).toEqual([['ANOMALY'], 4560]);
        expect(await subjectsTo(family.account.email)).toEqual([expect.stringContaining('en cours de vérification')]);
        expect(await subjectsTo('regie@test.example')).toContainEqual(expect.stringMatching(/: à vérifier$/));
        payfip.simulator.faults.clear();
        expect((await query(onlinePaymentId)).body).toMatchObject({ state: 'PAID', anomaly: null });
        expect(await due(family)).toBe(0);
      }
      await payfip.service.settle();
      await expectSameBooks();
    });

    it('a success that comes after all was given up wins, and a later failure does not undo it', async () => {
      const family = await familyOwing(4560);
      const { redirectUrl, onlinePaymentId } = await started(family);
      payfip.arm('notification:LOST', 'return:LOST');
      await payfip.click(redirectUrl, 'A');
      payfip.service.clock.advance({ minutes: 14 });
      await payfip.service.settle();
      const idop = new URL(redirectUrl).searchParams.get('idop')!;
      payfip.service.clock.advance({ minutes: 7 });
      await payfip.service.settle();
      expect(await seen(onlinePaymentId)).toMatchObject({ state: 'CANCELLED' });
      // The family was on the page all along.
      payfip.simulator.operations.decide(idop, 'P');
      payfip.service.clock.advance({ minutes: 61 });
      await payfip.service.settle();
      expect(toldOf(onlinePaymentId)).toEqual(['CANCELLED', 'settled 4560 credit 0']);
      payfip.simulator.operations.decide(idop, 'R');
      expect((await query(onlinePaymentId)).body).toMatchObject({ state: 'PAID' });
      payfip.simulator.operations.decide(idop, 'P');
      await expectSameBooks();
    });

    it('two payments of one debt leave a credit', async () => {
      const family = await familyOwing(4560);
      const first = await started(family);
      payfip.arm('notification:LOST', 'return:LOST', 'detail:NOT_KNOWN_YETx4');
      await payfip.click(first.redirectUrl, 'P');
      payfip.service.clock.advance({ minutes: 20 });
      const second = await started(family);
      payfip.simulator.faults.clear();
      await payfip.click(second.redirectUrl, 'P');
      await payfip.service.settle();
      expect(await due(family)).toBe(0);
      payfip.service.clock.advance({ minutes: 31 });
      await payfip.service.settle();
      expect(await seen(first.onlinePaymentId)).toMatchObject({ state: 'PAID' });
      expect([await due(family), await credit(family)]).toEqual([0, 4560]);
      await expectSameBooks();
    });

    it('PayFiP away for a day: the régisseur is told, and asks when it is back', async () => {
      const family = await familyOwing(4560);
      const { redirectUrl, onlinePaymentId } = await started(family);
      payfip.arm('notification:LOST', 'return:LOST', 'detail:UNAVAILABLE');
      await payfip.click(redirectUrl, 'P');
      for (const minutes of [60, 720, 720, 31, 1, 1, 1]) {
        payfip.service.clock.advance({ minutes });
        await payfip.service.settle();
      }
      expect(await seen(onlinePaymentId)).toMatchObject({ state: 'ANOMALY', anomaly: 'NO_ANSWER', askAgainAt: null });
      payfip.simulator.faults.clear();
      expect((await query(onlinePaymentId)).body).toMatchObject({ state: 'PAID' });
      await payfip.service.settle();
      await expectSameBooks();
    });
  });

  it('lists the attempts of a state for the régisseur', async () => {
    const list = async (filter: string) =>
      (await (await regisseur()).get(`/collectivites/${collectiviteId}/online-payments?${filter}`)).body;
    const { items } = await list('state=REFUSED&limit=2');
    expect(items).toHaveLength(2);
    expect(items.every(({ state }: { state: string }) => state === 'REFUSED')).toBe(true);
    expect(items[0].onlinePaymentId).toBeGreaterThan(items[1].onlinePaymentId);
  });

  it('records what PayFiP tells after more than a year: its days are not typed', async () => {
    const family = await familyOwing(4560);
    const { redirectUrl, onlinePaymentId } = await started(family);
    const paidOn = payfip.service.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
    payfip.simulator.operations.decide(new URL(redirectUrl).searchParams.get('idop')!, 'P');
    payfip.service.clock.advance({ hours: 24 * 400 });
    expect((await query(onlinePaymentId)).body).toMatchObject({ state: 'PAID', paidOn });
    expect(await due(family)).toBe(0);
    await expectSameBooks();
  });
});
