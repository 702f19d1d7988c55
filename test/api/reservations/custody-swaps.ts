import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { linesOf } from '../../support/lines.js';

const START = '2026-11-02T08:00:00+01:00';
/** ISO weeks 46 (even, of the first foyer) and 47 (odd, of the second). */
const WEEKS = [
  { from: '2026-11-09', to: '2026-11-15' },
  { from: '2026-11-16', to: '2026-11-22' },
];
const [EVEN_MONDAY, ODD_MONDAY] = ['2026-11-09', '2026-11-16'];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a swap of custody weeks', () => {
  let service: RunningService;
  let canteen: Canteen;
  let lines: ReturnType<typeof linesOf>;
  let first: CanteenFamily;
  let second: CanteenFamily;
  let childId: number;
  let sessions: Record<string, number>;
  beforeAll(async () => {
    service = await startService('custody-swaps', START);
  });
  afterAll(() => service.stop());

  /** One child, two foyers: even weeks in the first, odd ones in the second. */
  beforeEach(async () => {
    service.clock.set(Temporal.Instant.from(START));
    canteen = await openCanteen(service);
    lines = linesOf(service, canteen);
    [first, second] = [await canteen.family(), await canteen.family()];
    [childId] = first.childIds as [number];
    const { collectiviteId } = canteen;
    await service.database.unit(() =>
      service.database.change("UPDATE custodies SET weeks = 'EVEN' WHERE child_id = ?", [childId]),
    );
    await service.fixtures.row('custodies', {
      collectivite_id: collectiviteId,
      child_id: childId,
      family_id: second.id,
      weeks: 'ODD',
      from_date: '2020-01-01',
      to_date: null,
    });
    second = { ...second, childIds: [childId] };
    sessions = {
      [EVEN_MONDAY]: await canteen.session(EVEN_MONDAY, '2026-11-08T08:00:00Z'),
      [ODD_MONDAY]: await canteen.session(ODD_MONDAY, '2026-11-15T08:00:00Z'),
    };
  });
  const ask = (family: CanteenFamily, spans: object[] = WEEKS) =>
    family.api.post(family.path('custody-swaps'), { childId, spans });
  const answer = (family: CanteenFamily, swapId: number, how: 'confirmations' | 'refusals' | 'withdrawals') =>
    family.api.post(family.path(`custody-swaps/${swapId}/${how}`));
  /** The days from Sunday 8 to Monday 23 November: ● in this foyer, ○ not, ⇄ exchanged. */
  const drawn = async (family: CanteenFamily) => {
    const answer = await family.api.get(family.path('custody-days?from=2026-11-08&to=2026-11-23'));
    expect(JSON.stringify(answer.body)).not.toMatch(/familyId|DURAND/);
    const days = answer.body[0].days as { place: 'HERE' | 'ELSEWHERE'; exchanged: boolean }[];
    return days.map(({ place, exchanged }) => (place === 'HERE' ? '●' : '○') + (exchanged ? '⇄' : '')).join('');
  };
  const cell = (family: CanteenFamily, date: string) => lines.cell(family, date);
  const mailsTo = async (family: CanteenFamily) => {
    await service.settle();
    return (await service.mails.to(family.email)).map((mail) => ({
      subject: plain(mail.subject!),
      text: plain(mail.text!),
    }));
  };

  it('is asked, told to the other foyer, confirmed by it, and from then on decides who books and pays', async () => {
    const [kept] = await lines.book(first, sessions[EVEN_MONDAY]!);
    const asked = await ask(first);
    expect(asked).toMatchObject({
      status: 201,
      body: { state: 'PENDING', askedByYou: true, firstDate: EVEN_MONDAY, ownReservations: 1 },
    });
    expect(asked.body.days[0]).toEqual({ date: EVEN_MONDAY, withYou: false });
    expect(asked.body.days[7]).toEqual({ date: ODD_MONDAY, withYou: true });
    const [told] = await mailsTo(second);
    expect(told!.subject).toMatch(/^Échange de jours de garde proposé : Enfant/);
    expect(told!.text).toContain('du lundi 9 novembre 2026 au dimanche 15 novembre 2026');
    expect(told!.text).toContain(`/familles/${second.id}/foyer/garde`);
    for (const secret of [first.email, '12 rue des Lilas', '3,50', 'DURAND'])
      expect(told!.text.replace('Camille DURAND', '')).not.toContain(secret);
    // Nothing changes before the answer.
    expect(await cell(second, EVEN_MONDAY)).toMatchObject({ state: 'NOT_YOURS', why: 'semaine de l’autre foyer' });
    const id = asked.body.id as number;
    const [seen] = (await second.api.get(second.path('custody-swaps'))).body;
    expect(seen).toMatchObject({ id, askedByYou: false, ownReservations: 0, reservedByOther: [], state: 'PENDING' });
    expect(Object.keys(seen).sort()).toEqual([
      'answeredAt',
      'askedAt',
      'askedByYou',
      'childId',
      'childName',
      'days',
      'firstDate',
      'id',
      'ownReservations',
      'reservedByOther',
      'state',
    ]);
    expect((await answer(first, id, 'confirmations')).status).toBe(404);
    expect(await answer(second, id, 'confirmations')).toMatchObject({ status: 200, body: { state: 'CONFIRMED' } });
    expect((await answer(second, id, 'refusals')).body.code).toBe('SWAP_OVER');
    for (const family of [first, second])
      expect((await mailsTo(family)).map(({ subject }) => subject)).toContainEqual(
        expect.stringMatching(/^Échange de jours de garde confirmé : Enfant/),
      );
    // Each is told what stays reserved, and who may give it up: the days, and nothing else of the other foyer.
    const confirmed = async (family: CanteenFamily) => (await mailsTo(family)).at(-1)!.text;
    expect(await confirmed(first)).toContain('Vous aviez réservé un jour que vous donnez : lundi 9 novembre 2026.');
    expect(await confirmed(second)).toContain('L’autre foyer garde une réservation le lundi 9 novembre 2026');
    expect(await confirmed(second)).not.toMatch(/Cantine|3,50/);
    // Who books is who has the child; what was booked stays with who booked it.
    expect(await cell(first, ODD_MONDAY)).toMatchObject({ state: 'BOOKABLE', unitCents: 350 });
    expect(await cell(second, ODD_MONDAY)).toMatchObject({ state: 'NOT_YOURS', unitCents: null, sessionId: null });
    expect(await cell(first, EVEN_MONDAY)).toMatchObject({
      ...{ state: 'RESERVED', reservationId: kept, cancellable: true, elsewhere: true },
      why: 'jour désormais de l’autre foyer',
    });
    expect(await drawn(first)).toBe('○○⇄○⇄○⇄○⇄○⇄○⇄○⇄●⇄●⇄●⇄●⇄●⇄●⇄●⇄●');
    expect(await drawn(second)).toBe('●●⇄●⇄●⇄●⇄●⇄●⇄●⇄○⇄○⇄○⇄○⇄○⇄○⇄○⇄○');
    expect(await cell(second, EVEN_MONDAY)).toMatchObject({
      state: 'TAKEN_BY_OTHER',
      why: 'par l’autre foyer, qui seul peut l’annuler',
      unitCents: null,
      reservationId: null,
      placesLeft: null,
    });
    // Each foyer sees what stays reserved: who holds it, how much; who has the child, the days and nothing else.
    const shown = async (family: CanteenFamily) => (await family.api.get(family.path('custody-swaps'))).body[0];
    expect(await shown(first)).toMatchObject({ ownReservations: 1, reservedByOther: [] });
    expect(await shown(second)).toMatchObject({ ownReservations: 0, reservedByOther: [EVEN_MONDAY] });
    expect((await lines.cancel(first, kept!)).status).toBe(201);
    expect(await shown(second)).toMatchObject({ reservedByOther: [] });
    expect(await cell(second, EVEN_MONDAY)).toMatchObject({ state: 'BOOKABLE' });
    expect(await lines.book(second, sessions[EVEN_MONDAY]!)).toEqual([expect.any(Number)]);
    // Weeks that the swap does not speak of stay as they were.
    await canteen.session('2026-11-23', '2026-11-22T08:00:00Z');
    expect((await cell(first, '2026-11-23')).state).toBe('BOOKABLE');
    expect((await cell(second, '2026-11-23')).state).toBe('NOT_YOURS');
  });

  it('may be refused, withdrawn, or left until its first day comes', async () => {
    const refused = (await ask(first)).body.id as number;
    expect((await answer(second, refused, 'withdrawals')).status).toBe(404);
    expect((await ask(second)).body.code).toBe('SWAP_DAYS_TAKEN');
    expect((await answer(second, refused, 'refusals')).body).toMatchObject({ state: 'REFUSED' });
    expect((await mailsTo(first)).at(-1)!.subject).toMatch(/^Échange de jours de garde refusé : Enfant/);
    const withdrawn = (await ask(first)).body.id as number;
    expect((await answer(first, withdrawn, 'withdrawals')).body).toMatchObject({ state: 'WITHDRAWN' });
    expect((await answer(second, withdrawn, 'confirmations')).body.code).toBe('SWAP_OVER');
    const late = (await ask(second)).body.id as number;
    service.clock.set(Temporal.Instant.from('2026-11-08T23:00:00Z'));
    for (const family of [first, second]) await family.signIn();
    expect((await answer(first, late, 'confirmations')).body.code).toBe('SWAP_OVER');
    expect((await first.api.get(first.path('custody-swaps'))).body[0]).toMatchObject({ id: late, state: 'EXPIRED' });
    expect((await cell(first, ODD_MONDAY)).state).toBe('NOT_YOURS');
    // Its days that are still to come may be asked for again.
    expect((await ask(first, [WEEKS[1]!])).status).toBe(201);
  });

  it('is only between the two foyers of a child, about days to come, and each adult answers for one of them', async () => {
    const stranger = await canteen.family();
    expect((await ask(stranger)).status).toBe(404);
    const past = await ask(first, [{ from: '2026-11-02', to: '2026-11-03' }]);
    expect(past).toMatchObject({
      status: 422,
      body: { code: 'SWAP_NOT_POSSIBLE', errors: [{ field: 'spans[0].from' }] },
    });
    const alone = await stranger.api.post(stranger.path('custody-swaps'), {
      childId: stranger.childIds[0],
      spans: WEEKS,
    });
    expect(alone.body.code).toBe('SWAP_NOT_POSSIBLE');
    const id = (await ask(first)).body.id as number;
    for (const how of ['confirmations', 'refusals', 'withdrawals'] as const)
      expect((await answer(stranger, id, how)).status).toBe(404);
    await service.fixtures.guardian(canteen.collectiviteId, second.id, { position: 2, account_id: first.accountId });
    const both = { ...first, path: (rest: string) => second.path(rest) };
    expect(await answer(both, id, 'confirmations')).toMatchObject({ status: 403, body: { code: 'SWAP_ASKED_BY_YOU' } });
  });

  it('is recorded by the mairie on the paper that both signed, with its reason', async () => {
    const agent = await canteen.staff('agent');
    const path = `/collectivites/${canteen.collectiviteId}/children/${childId}/custody-swaps`;
    expect((await agent.post(path, { familyId: first.id, spans: WEEKS })).status).toBe(400);
    const recorded = await agent.post(path, { familyId: first.id, spans: WEEKS, reason: 'Papier signé par les deux' });
    expect(recorded).toMatchObject({
      status: 201,
      body: { state: 'CONFIRMED', askingFamilyId: first.id, otherFamilyId: second.id },
    });
    expect(recorded.body.days[0]).toEqual({ date: EVEN_MONDAY, familyId: second.id });
    expect((await cell(second, EVEN_MONDAY)).state).toBe('BOOKABLE');
    expect((await agent.get(path)).body).toEqual([recorded.body]);
    const audited = await service.database.read(() =>
      service.database.rows<{ n: number }>(
        "SELECT COUNT(*) AS n FROM audit_entries WHERE action = 'child.custody-swap-recorded' AND subject = ?",
        [`child:${childId}`],
      ),
    );
    expect(Number(audited[0]!.n)).toBe(1);
    for (const family of [first, second]) expect(await mailsTo(family)).toHaveLength(1);
    const elsewhere = await openCanteen(service);
    const stranger = await elsewhere.staff('agent');
    expect((await stranger.get(path)).status).toBe(404);
  });

  it('lets neither foyer read the prices, reservations, invoices or lines of the other', async () => {
    await lines.book(first, sessions[EVEN_MONDAY]!);
    const id = (await ask(first)).body.id as number;
    await answer(second, id, 'confirmations');
    const theirs = ['planning', 'reservations'].map((name) => first.path(`${name}?from=2026-11-01&to=2026-11-30`));
    const others = ['invoices', 'basket', 'waiting-entries', 'custody-swaps', 'payments'].map((name) =>
      first.path(name),
    );
    for (const path of [...theirs, ...others, `/families/${first.id}`])
      expect([path, (await second.api.get(path)).status]).toEqual([path, 404]);
    const own = await second.api.get(second.path('planning?from=2026-11-01&to=2026-11-30'));
    const hidden = ['NOT_YOURS', 'TAKEN_BY_OTHER'];
    const cells = own.body.children[0].rows[0].cells.filter(({ state }: { state: string }) => hidden.includes(state));
    expect(new Set(cells.map(({ state }: { state: string }) => state))).toEqual(new Set(hidden));
    for (const one of cells)
      expect(one).toMatchObject({ unitCents: null, reservationId: null, placesLeft: null, waitingEntryId: null });
    expect((await second.api.get(second.path('reservations?from=2026-11-01&to=2026-11-30'))).body).toEqual([]);
  });
});
