import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckLedger } from '../../src/treasury/index.js';
import { type RunningService, startService } from '../support/application.js';
import { expectPricesExplained } from '../support/explanations.js';
import { created, type Person, Story } from '../support/story.js';

const THURSDAY_OF_THE_WEEK_BEFORE = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '24:00' };

/** Madame Moreau, Léa and Tom, their September at the canteen: 3,05 € a meal, 6,10 € when nobody expected you. */
describe('the September of the Moreau family', () => {
  let service: RunningService;
  let story: Story;
  let [administrateur, agent, animateur, regisseur, parent] = [] as unknown as Person[];
  let [canteen, family, lea, tom] = [0, 0, 0, 0];

  beforeAll(async () => {
    service = await startService('family-september', '2026-08-17T09:00:00+02:00', { checksLedger: true });
    story = await Story.open(service);
    administrateur = await story.staff('administrateur');
    agent = await story.staff('agent');
    animateur = await story.staff('animateur');
    regisseur = await story.staff('regisseur');
  });
  afterAll(() => service.stop());

  const reservationsOf = async () =>
    (await parent!.get(`/families/${family}/reservations?from=2026-09-01&to=2026-09-30`)).body;
  const reservationOn = async (childId: number, date: string) =>
    (await reservationsOf()).find(
      (one: { childId: number; date: string }) => one.childId === childId && one.date === date,
    ).id as number;
  const roll = async (date: string, body: object) =>
    created(
      await animateur!.put(`${story.path}/sessions/${await story.session(animateur!, canteen, date)}/roll`, body),
    );
  const invoice = async () => (await parent!.get(`/families/${family}/invoices`)).body.items[0];

  it('in August the mairie plans the canteen and invites the family, which creates its account', async () => {
    canteen = await story.canteen(administrateur!, THURSDAY_OF_THE_WEEK_BEFORE, {
      unit: 305,
      unplanned: 610,
      absence: 305,
    });
    const moreau = await story.family(agent!, 'MOREAU', 'Claire', '642,50');
    family = moreau.familyId;
    lea = await story.child(agent!, family, 'Léa', canteen);
    tom = await story.child(agent!, family, 'Tom', canteen);
    parent = await story.signUp(agent!, moreau);
    expect((await parent.get('/me/families')).body).toMatchObject([{ familyId: family, name: 'MOREAU' }]);
  });

  it('she reads the règlement: one sentence for each deadline', async () => {
    const { body } = await parent!.get(`${story.path}/reglement?date=2026-09-01`);
    expect(JSON.stringify(body)).toContain('jeudi de la semaine précédente');
  });

  it('she books Mondays and Thursdays for both: 16 meals, 48,80 €', async () => {
    await story.on('2026-08-24 21:10');
    const span = created(
      await parent!.post(`/families/${family}/basket/spans`, {
        childIds: [lea, tom],
        prestationIds: [canteen],
        from: '2026-09-01',
        to: '2026-09-30',
        weekdays: ['MO', 'TH'],
      }),
    );
    expect(span.added).toBe(16);
    const validated = created(await parent!.post(`/families/${family}/basket/validations`));
    expect(validated).toMatchObject({ accepted: 16, refused: 0, cents: 4880 });
    await service.settle();
    const mails = await service.mails.to('claire.moreau@example.org');
    expect(mails.at(-1)!.text).toContain('16');
  });

  it('she gives up Monday 14 for Léa one second before the window closes, and not for Tom at the very second', async () => {
    const [forLea, forTom] = [await reservationOn(lea, '2026-09-14'), await reservationOn(tom, '2026-09-14')];
    await story.on('2026-09-10 23:59:59');
    expect((await parent!.post(`/families/${family}/reservations/${forLea}/cancellations`)).status).toBe(201);
    await story.on('2026-09-11 00:00:00');
    const late = await parent!.post(`/families/${family}/reservations/${forTom}/cancellations`);
    expect(late).toMatchObject({ status: 422, body: { code: 'CANCELLATION_CLOSED' } });
  });

  it('the kitchen is told of one child for that Monday', async () => {
    await story.on('2026-09-11 00:01');
    const { body } = await agent!.get(`${story.path}/headcounts?date=2026-09-14`);
    expect(body).toMatchObject([{ children: 1, frozenAt: expect.any(String) }]);
    const order = (await service.mails.to('cuisine@test.example')).find(({ text }) =>
      text?.includes('lundi 14 septembre 2026'),
    );
    expect(order?.text).toMatch(/Standard[^\d]*1\b/);
  });

  it('Léa is ill on the 17th with a certificate, Tom away on the 24th without, and there unannounced on Friday 18', async () => {
    for (const date of ['2026-09-03', '2026-09-07', '2026-09-10', '2026-09-14', '2026-09-21', '2026-09-28']) {
      await story.on(`${date} 14:00`);
      await roll(date, { allPresent: true });
    }
    await story.on('2026-09-29 09:00');
    await roll('2026-09-17', { allPresent: true, entries: [{ childId: lea, state: 'ABSENT_JUSTIFIED' }] });
    await roll('2026-09-18', { entries: [{ childId: tom, state: 'PRESENT' }] });
    await roll('2026-09-24', { allPresent: true, entries: [{ childId: tom, state: 'ABSENT_UNJUSTIFIED' }] });
  });

  it('on 3 October the month is billed by itself: Léa 6 meals, Tom 8 and one unplanned, 48,80 €', async () => {
    await story.on('2026-10-02 23:50');
    expect((await parent!.get(`/families/${family}/invoices`)).body.items).toEqual([]);
    await story.on('2026-10-03 08:00');
    const bill = await invoice();
    expect(bill).toMatchObject({
      number: 'F-2026-000001',
      totalCents: 4880,
      openCents: 4880,
      issuedOn: '2026-10-03',
      dueOn: '2026-11-02',
      settlement: 'WAITING',
    });
    const { children } = (await parent!.get(`/families/${family}/invoices/${bill.invoiceId as number}`)).body;
    expect(children.map(({ name, cents }: { name: string; cents: number }) => [name, cents])).toEqual([
      ['Léa MOREAU', 1830],
      ['Tom MOREAU', 3050],
    ]);
    const pdf = await parent!.get(`/families/${family}/invoices/${bill.invoiceId as number}/pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('she brings a cheque of 30,00 €: 18,80 € remain, late from 3 November', async () => {
    await story.on('2026-10-12 10:00');
    created(
      await regisseur!.post(`${story.path}/payments`, {
        familyId: family,
        means: 'CHEQUE',
        cents: 3000,
        receivedOn: '2026-10-12',
        reference: 'CIC 0012345',
      }),
    );
    expect(await invoice()).toMatchObject({ openCents: 1880, settlement: 'PARTLY_PAID' });
    await story.on('2026-11-02 12:00');
    expect((await regisseur!.get(`${story.path}/arrears`)).body.lateCents).toBe(0);
    await story.on('2026-11-03 12:00');
    expect((await regisseur!.get(`${story.path}/arrears`)).body).toMatchObject({ lateCents: 1880 });
    expect(await invoice()).toMatchObject({ settlement: 'LATE' });
  });

  it('18,80 € in cash settle it; more is refused', async () => {
    await story.on('2026-11-06 10:00');
    const cash = { familyId: family, means: 'CASH', receivedOn: '2026-11-06' };
    expect(await regisseur!.post(`${story.path}/payments`, { ...cash, cents: 1881 })).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT_EXCEEDS_DUE' },
    });
    created(await regisseur!.post(`${story.path}/payments`, { ...cash, cents: 1880 }));
    expect(await invoice()).toMatchObject({ openCents: 0, settlement: 'SETTLED' });
  });

  it('the Trésorerie receives what was collected: 30,00 € in October, 18,80 € in November, and the book agrees', async () => {
    await story.on('2026-12-01 08:00');
    const { items } = (await regisseur!.get(`${story.path}/collection-reports`)).body;
    const totals = Object.fromEntries(
      items.map(({ from, totalCents }: { from: string; totalCents: number }) => [from, totalCents]),
    );
    expect(totals).toMatchObject({ '2026-10-01': 3000, '2026-11-01': 1880 });
    expect(await service.app.get(CheckLedger).run()).toMatchObject({ faults: [] });
  });

  it('every price of this story is what its kept steps give', async () => {
    await expectPricesExplained(service);
  });
});
