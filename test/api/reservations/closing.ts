import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { FreezeHeadcounts } from '../../../src/reservations/index.js';
import { closesAt } from '../../../src/reglement/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const START = '2026-09-21T08:00:00+02:00';

describe('closing the windows', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('closing', START);
  });
  afterAll(() => service.stop());

  const at = async (text: string, ...families: CanteenFamily[]) => {
    service.clock.set(Temporal.Instant.from(text));
    // Tests go back in time, which a task never sees: it would wait for the moment of its last run.
    await service.database.unit(() => service.database.change('UPDATE tasks SET last_run_at = NULL'));
    for (const family of families) await family.signIn();
  };
  async function book(family: CanteenFamily, sessionId: number): Promise<number> {
    await family.api.post(family.path('basket/lines'), {
      lines: family.childIds.map((childId) => ({ sessionId, childId })),
    });
    const { body } = await family.api.post(family.path('basket/validations'));
    return body.accepted;
  }
  const orders = async (canteen: Canteen) => (await service.mails.to(kitchenOf(canteen))).map(({ subject }) => subject);
  const kitchenOf = ({ collectiviteId }: Canteen) => `cuisine${collectiviteId}@test.example`;
  async function open(): Promise<Canteen> {
    const canteen = await openCanteen(service);
    await service.database.unit(() =>
      service.database.change('UPDATE collectivites SET kitchen_email = ? WHERE id = ?', [
        kitchenOf(canteen),
        canteen.collectiviteId,
      ]),
    );
    return canteen;
  }

  it('freezes the headcount by type of menu at the instant, and writes to the kitchen once', async () => {
    await at(START);
    const canteen = await open();
    await service.fixtures.menuType(canteen.collectiviteId, 'Standard');
    const noPork = await service.fixtures.menuType(canteen.collectiviteId, 'Sans porc');
    const family = await canteen.family(3);
    await service.database.unit(() =>
      service.database.change('UPDATE children SET menu_type_id = ? WHERE id = ?', [noPork, family.childIds[0]]),
    );
    const session = await canteen.session('2026-09-24', '2026-09-22T07:00:00Z');
    expect(await book(family, session)).toBe(3);
    const agent = await canteen.staff('agent');
    const headcounts = `/collectivites/${canteen.collectiviteId}/headcounts?date=2026-09-24`;
    expect((await agent.get(headcounts)).body).toMatchObject([{ frozenAt: null, children: 3, reservedNow: 3 }]);

    await at('2026-09-22T06:59:59.999Z');
    await service.settle();
    expect(await orders(canteen)).toEqual([]);
    await at('2026-09-22T07:00:30Z', family);
    await service.settle();
    await at('2026-09-22T07:05:00Z', family);
    await service.settle();
    expect(await orders(canteen)).toEqual(['Cantine, École Jules-Ferry, jeudi 24 septembre 2026\u00a0: 3\u00a0repas']);
    expect((await service.mails.to(kitchenOf(canteen)))[0]!.text!.replace(/\s+/g, ' ')).toContain(
      'Réservations et annulations closes le mardi 22 septembre 2026 à 9 h 00, effectif arrêté le mardi 22 septembre 2026 à 9 h 00.',
    );
    const { body } = await (await canteen.staff('animateur')).get(headcounts);
    expect(body).toMatchObject([
      { frozenAt: '2026-09-22T07:00:30Z', children: 3, addClosesAt: '2026-09-22T07:00:00Z' },
    ]);
    expect(
      body[0].byMenuType.map(({ label, children }: { label: string; children: number }) => [label, children]),
    ).toEqual(
      expect.arrayContaining([
        ['Sans porc', 1],
        ['Standard', 2],
      ]),
    );
    expect((await family.api.get(headcounts)).status).toBe(403);
  });

  it('waits for the later of the two windows', async () => {
    await at(START);
    const canteen = await open();
    await canteen.session('2026-09-25', '2026-09-22T07:00:00Z', {
      cancel_closes_at: Temporal.Instant.from('2026-09-24T07:00:00Z').epochMilliseconds,
    });
    await at('2026-09-23T07:00:00Z');
    await service.settle();
    expect(await orders(canteen)).toEqual([]);
    await at('2026-09-24T07:00:00Z');
    await service.settle();
    expect(await orders(canteen)).toEqual([
      'Cantine, École Jules-Ferry, vendredi 25 septembre 2026\u00a0: 0\u00a0repas',
    ]);
  });

  it('refuses after the instant even when the task never ran, and closes on return with the truth', async () => {
    await at(START);
    const canteen = await open();
    const [early, late] = [await canteen.family(), await canteen.family()];
    const session = await canteen.session('2026-10-01', '2026-09-29T07:00:00Z');
    expect(await book(early, session)).toBe(1);
    await late.api.post(late.path('basket/lines'), { sessionId: session, childId: late.childIds[0] });
    await at('2026-09-30T10:00:00Z', early, late);
    const refused = await late.api.post(late.path('basket/validations'));
    expect(refused.body.lines[0].refusal).toMatchObject({ code: 'SESSION_CLOSED', closesAt: '2026-09-29T07:00:00Z' });
    await service.settle();
    const { body } = await (
      await canteen.staff('agent')
    ).get(`/collectivites/${canteen.collectiviteId}/headcounts?date=2026-10-01`);
    expect(body).toMatchObject([
      {
        frozenAt: '2026-09-30T10:00:00Z',
        addClosesAt: '2026-09-29T07:00:00Z',
        cancelClosesAt: '2026-09-29T07:00:00Z',
        children: 1,
      },
    ]);
    const [order] = await service.mails.to(kitchenOf(canteen));
    expect(order!.text).toContain('mardi 29 septembre 2026 à 9\u00a0h\u00a000');
  });

  it('orders the meals of the other communes when one session cannot be closed', async () => {
    await at(START);
    const [broken, sound] = [await open(), await open()];
    await broken.session('2026-10-02', '2026-09-29T07:00:00Z');
    await sound.session('2026-10-02', '2026-09-29T07:00:00Z');
    await at('2026-09-29T07:00:00Z');
    const frozen = () =>
      service.database.read(() =>
        service.database.rows('SELECT id FROM sessions WHERE collectivite_id IN (?, ?) AND frozen_at IS NOT NULL', [
          broken.collectiviteId,
          sound.collectiviteId,
        ]),
      );
    const change = (zone: string) =>
      service.database.unit(() =>
        service.database.change('UPDATE collectivites SET time_zone = ? WHERE id = ?', [zone, broken.collectiviteId]),
      );
    await change('Nowhere/Land');
    await expect(service.app.get(FreezeHeadcounts).run()).rejects.toThrow(/Nowhere.Land/i);
    expect(await frozen()).toHaveLength(1);
    await change('Europe/Paris');
    await service.settle();
    expect(await frozen()).toHaveLength(2);
    for (const canteen of [broken, sound]) expect(await orders(canteen)).toHaveLength(1);
  });

  it('is done once by two instances at the same time', async () => {
    await at(START);
    const canteen = await open();
    const family = await canteen.family();
    const session = await canteen.session('2026-10-02', '2026-09-29T07:00:00Z');
    await book(family, session);
    await at('2026-09-29T07:00:00Z');
    const freeze = service.app.get(FreezeHeadcounts);
    const [first, second] = await Promise.all([freeze.run(), freeze.run()]);
    expect(first + second).toBe(1);
    await service.settle();
    expect(await orders(canteen)).toHaveLength(1);
  });

  it('lets nobody in once the headcount has left, but an agent with a reason, which the kitchen’s count does not hide', async () => {
    await at(START);
    const canteen = await open();
    const family = await canteen.family(2);
    const session = await canteen.session('2026-10-05', '2026-09-30T07:00:00Z');
    await at('2026-09-30T07:00:00Z', family);
    await service.settle();
    const agent = await canteen.staff('agent');
    const override = { override: true, reason: 'Urgence' };
    const line = { sessionId: session, childId: family.childIds[0], ...override };
    await agent.post(family.path('basket/lines'), line);
    expect((await agent.post(family.path('basket/validations'), override)).body.accepted).toBe(1);
    const { body } = await agent.get(`/collectivites/${canteen.collectiviteId}/headcounts?date=2026-10-05`);
    expect(body).toMatchObject([{ children: 0, reservedNow: 1 }]);
  });

  it('tells the kitchen when a session is called off after its headcount left', async () => {
    await at(START);
    const canteen = await open();
    const family = await canteen.family();
    const session = await canteen.session('2026-10-06', '2026-09-30T07:00:00Z');
    await book(family, session);
    await at('2026-09-30T07:00:00Z');
    await service.settle();
    await canteen.callOff(session, 'grève');
    await service.settle();
    expect((await orders(canteen)).at(-1)).toMatch(/commande annulée$/);
  });

  describe('on the nights when clocks change', () => {
    // The wall clock of Paris: 25 October 2026 has 25 hours, 28 March 2027 has 23.
    it.each([
      ['the day before at 9 h, over the autumn night', '2026-10-26', { n: 1, at: '09:00' }, '2026-10-25T08:00:00Z'],
      ['two days before at 9 h, before the autumn night', '2026-10-26', { n: 2, at: '09:00' }, '2026-10-24T07:00:00Z'],
      [
        'an hour that the autumn night has twice: the first',
        '2026-10-26',
        { n: 1, at: '02:30' },
        '2026-10-25T00:30:00Z',
      ],
      ['the day before at 9 h, over the spring night', '2027-03-29', { n: 1, at: '09:00' }, '2027-03-28T07:00:00Z'],
      [
        'an hour that the spring night skips: as far after',
        '2027-03-29',
        { n: 1, at: '02:30' },
        '2027-03-28T01:30:00Z',
      ],
    ])('%s', async (_, date, { n, at: hour }, expected) => {
      const closing = closesAt({ type: 'DAYS_BEFORE', n, unit: 'CALENDAR', at: hour }, Temporal.PlainDate.from(date), {
        zone: 'Europe/Paris',
      } as never);
      expect(closing?.toString()).toBe(expected);
      if (!closing) return;
      await at(closing.subtract({ hours: 30 }).toString());
      const canteen = await open();
      const [intime, late] = [await canteen.family(), await canteen.family()];
      const session = await canteen.session(date, closing.toString());
      await at(closing.subtract({ milliseconds: 1 }).toString(), intime, late);
      expect(await book(intime, session)).toBe(1);
      await late.api.post(late.path('basket/lines'), { sessionId: session, childId: late.childIds[0] });
      await at(closing.toString(), late);
      expect((await late.api.post(late.path('basket/validations'))).body).toMatchObject({ accepted: 0, refused: 1 });
      await service.settle();
      expect(await orders(canteen)).toHaveLength(1);
    });
  });
});
