import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FreezeHeadcounts } from '../../../src/reservations/index.js';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { crowd } from '../../support/crowd.js';

const PARENTS = crowd(64, 24);
const PLACES = 20;

describe('places under any concurrency', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('places-races', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  async function families(count: number): Promise<CanteenFamily[]> {
    const all: CanteenFamily[] = [];
    while (all.length < count) all.push(await canteen.family());
    return all;
  }
  const fill = (family: CanteenFamily, ...sessionIds: number[]) =>
    family.api.post(family.path('basket/lines'), {
      lines: sessionIds.flatMap((sessionId) => family.childIds.map((childId) => ({ sessionId, childId }))),
    });
  const validate = (family: CanteenFamily) => family.api.post(family.path('basket/validations'));

  it('gives exactly twenty places to a crowd of parents', async () => {
    const session = await canteen.session('2026-11-16', undefined, { places: PLACES });
    const parents = await families(PARENTS);
    await Promise.all(parents.map((parent) => fill(parent, session)));
    const answers = await Promise.all(parents.map(validate));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const lines = answers.flatMap(({ body }) => body.lines);
    expect(lines.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(PLACES);
    const reasons = lines.flatMap(({ refusal }) => refusal ?? []).map(({ code }) => code);
    expect(reasons).toEqual(Array(PARENTS - PLACES).fill('SESSION_FULL'));
    expect([await canteen.taken(session), await canteen.living(session)]).toEqual([PLACES, PLACES]);
  });

  it('never deadlocks over long baskets that hold the same sessions in any order', async () => {
    const sessions: number[] = [];
    for (let day = 0; day < crowd(50, 12); day += 1) {
      const date = Temporal.PlainDate.from('2027-01-04').add({ days: day });
      sessions.push(await canteen.session(date.toString(), undefined, { places: 8 }));
    }
    const parents = await families(16);
    await Promise.all(
      parents.map((parent, index) => fill(parent, ...(index % 2 === 0 ? sessions : [...sessions].reverse()))),
    );
    const answers = await Promise.all(parents.map(validate));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const accepted = answers.reduce((sum, { body }) => sum + Number(body.accepted), 0);
    expect(accepted).toBe(8 * sessions.length);
    for (const session of sessions) expect(await canteen.taken(session)).toBe(8);
  });

  it('books a child once when its two parents validate at the same time', async () => {
    const session = await canteen.session('2026-11-17', undefined, { places: 5 });
    const family = await canteen.family();
    const second = await service.fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(canteen.collectiviteId, family.id, { position: 2, account_id: second.id });
    const other = { ...family, api: await service.api.signedIn(second.email, second.password) };
    await Promise.all([fill(family, session), fill(other, session)]);
    const answers = await Promise.all([validate(family), validate(other)]);
    const codes = answers.flatMap(({ body }) => body.lines).map(({ refusal }) => refusal?.code ?? null);
    expect(codes.sort()).toEqual(['ALREADY_RESERVED', null]);
    expect([await canteen.taken(session), await canteen.living(session)]).toEqual([1, 1]);
  });

  it('books once what one parent validates ten times at once', async () => {
    const sessions = [await canteen.session('2026-11-19'), await canteen.session('2026-11-20')];
    const family = await canteen.family(2);
    await fill(family, ...sessions);
    const keyed = { ...family, api: family.api.withHeaders({ 'idempotency-key': 'clic-nerveux' }) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => validate(keyed)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ accepted: 4, refused: 0 });
    for (const session of sessions)
      expect([await canteen.taken(session), await canteen.living(session)]).toEqual([2, 2]);
    await service.settle();
    expect(await service.mails.to(family.email)).toHaveLength(1);
  });

  it('keeps places and reservations equal while some cancel and others book', async () => {
    const session = await canteen.session('2026-11-23', undefined, { places: 10 });
    const [holders, seekers] = [await families(10), await families(20)];
    await Promise.all(holders.map((holder) => fill(holder, session)));
    const booked = await Promise.all(holders.map(validate));
    const ids = booked.map(({ body }) => Number(body.lines[0].reservationId));
    await Promise.all(
      seekers.map(({ id, accountId, childIds }) =>
        service.database.unit(() => putInBasket(id, accountId, childIds[0]!, session)),
      ),
    );
    // Each cancellation is asked for twice: only one of the two may free a place.
    const cancelling = [...holders, ...holders].map((holder, index) =>
      holder.api.post(holder.path(`reservations/${ids[index % 10]}/cancellations`)),
    );
    const [cancelled, answers] = await Promise.all([Promise.all(cancelling), Promise.all(seekers.map(validate))]);
    expect(cancelled.map(({ status }) => status).sort()).toEqual([...Array(10).fill(201), ...Array(10).fill(409)]);
    const accepted = answers.reduce((sum, { body }) => sum + Number(body.accepted), 0);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(accepted).toBeLessThanOrEqual(10);
    expect([await canteen.taken(session), await canteen.living(session)]).toEqual([accepted, accepted]);
  });

  it('hands the kitchen a count that equals the reservations, whoever books at the closing second', async () => {
    const closes = service.clock.now().add({ minutes: 1 });
    const session = await canteen.session('2026-12-03', closes.toString(), { places: 100 });
    const parents = await families(24);
    await Promise.all(parents.map((parent) => fill(parent, session)));
    // Requests that came in time are still being decided when the window closes and another instance freezes it.
    const validating = parents.map(validate);
    service.clock.set(closes);
    const [answers] = await Promise.all([Promise.all(validating), service.app.get(FreezeHeadcounts).run()]);
    await service.app.get(FreezeHeadcounts).run();
    const accepted = answers.reduce((sum, { body }) => sum + Number(body.accepted), 0);
    const [frozen] = await service.database.read(() =>
      service.database.rows<{ n: number | null }>('SELECT SUM(children) AS n FROM headcounts WHERE session_id = ?', [
        session,
      ]),
    );
    expect(Number(frozen!.n ?? 0)).toBe(accepted);
    expect([await canteen.taken(session), await canteen.living(session)]).toEqual([accepted, accepted]);
  });

  /** A wish made while the session was not full yet. */
  async function putInBasket(familyId: number, accountId: number, childId: number, sessionId: number): Promise<void> {
    const { collectiviteId } = canteen;
    const at = service.clock.now().epochMilliseconds;
    await service.database.change(
      'INSERT INTO baskets (collectivite_id, family_id, account_id, updated_at) VALUES (?, ?, ?, ?)',
      [collectiviteId, familyId, accountId, at],
    );
    await service.database.change(
      `INSERT INTO basket_lines (collectivite_id, basket_id, session_id, child_id, added_at)
       SELECT ?, id, ?, ?, ? FROM baskets WHERE family_id = ? AND account_id = ?`,
      [collectiviteId, sessionId, childId, at, familyId, accountId],
    );
  }
});
