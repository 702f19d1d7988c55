import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import { openCanteen } from '../../support/canteen.js';
import { countGivenUp } from '../../support/deadlocks.js';

const START = '2026-11-02T08:00:00+01:00';
/** After the deadline of all the days of that week, before the end of the lateness of each. */
const LATE = '2026-11-14T12:00:00+01:00';
const DATES = ['2026-11-16', '2026-11-17'];
const DEADLINE = { type: 'PREV_WEEKDAY', weekday: 'FR', at: '09:00' };
const UNTIL_EVE = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '09:00' };
const TIMES = 8;

describe('late bookings of one family, counted under concurrency', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('late-bookings-races', START);
  });
  afterAll(() => service.stop());

  /** Two parents of one family, and two days that close at the same moment. */
  async function twoParents(rules: { add?: readonly object[]; cancel?: readonly object[] }) {
    service.clock.set(Temporal.Instant.from(START));
    const canteen = await openCanteen(service);
    const policy = {
      add: { deadline: DEADLINE, afterDeadline: rules.add ?? [] },
      cancel: { deadline: DEADLINE, afterDeadline: rules.cancel ?? [] },
      waivers: [],
    };
    await service.database.unit(() =>
      service.database.change('UPDATE booking_policies SET policy = ? WHERE id = ?', [
        JSON.stringify(policy),
        canteen.prestation.policyId,
      ]),
    );
    const ends = Temporal.Instant.from('2026-11-15T09:00:00+01:00').epochMilliseconds;
    const ending = { add_ends_at: ends, cancel_ends_at: ends, orders_at: ends };
    const sessions: number[] = [];
    for (const date of DATES) sessions.push(await canteen.session(date, '2026-11-13T08:00:00Z', ending));
    const family = await canteen.family();
    const other = await service.fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(canteen.collectiviteId, family.id, { account_id: other.id, position: 2 });
    const signIn = async () => {
      service.clock.set(Temporal.Instant.from(LATE));
      await family.signIn();
      return [family.api, await service.api.signedIn(other.email, other.password)];
    };
    return { family, sessions, signIn };
  }

  /** Each with a basket of one late day, they validate at the same second. */
  async function validatedAtOnce(afterDeadline: readonly object[]) {
    const { family, sessions, signIn } = await twoParents({ add: afterDeadline });
    const parents = await signIn();
    for (const [index, parent] of parents.entries())
      await parent.post(family.path('basket/lines'), { sessionId: sessions[index], childId: family.childIds[0] });
    const answers = await Promise.all(parents.map((parent) => parent.post(family.path('basket/validations'))));
    return answers.flatMap(
      ({ body }) => body.lines as { unitCents: number | null; refusal: { code: string } | null }[],
    );
  }
  const counter = (bounds: object) => ({ per: 'FAMILY', period: 'MONTH', ...bounds });

  it('leaves the grace to the first time alone', async () => {
    const givenUp = countGivenUp(service);
    for (let time = 0; time < TIMES; time += 1) {
      const lines = await validatedAtOnce([
        { type: 'SURCHARGE', abs: 300, until: UNTIL_EVE, counter: counter({ from: 2 }) },
      ]);
      expect(lines.map(({ unitCents }) => unitCents).sort()).toEqual([350, 650]);
    }
    expect(givenUp()).toBe(0);
  });

  it('credits the first cancellation alone, whichever parent makes it', async () => {
    const once = { type: 'CREDIT', until: UNTIL_EVE, counter: counter({ upTo: 1 }) };
    for (let time = 0; time < TIMES; time += 1) {
      const { family, sessions, signIn } = await twoParents({
        cancel: [once, { type: 'BILL_FULL', until: UNTIL_EVE }],
      });
      for (const sessionId of sessions)
        await family.api.post(family.path('basket/lines'), { sessionId, childId: family.childIds[0] });
      const booked = await family.api.post(family.path('basket/validations'));
      const ids = booked.body.lines.map(({ reservationId }: { reservationId: number }) => reservationId);
      const parents = await signIn();
      await Promise.all(
        parents.map((parent, index) => parent.post(family.path(`reservations/${ids[index]}/cancellations`))),
      );
      const rows = await service.database.read(() =>
        service.database.rows<{ late_cancellation: string }>(
          'SELECT late_cancellation FROM reservations WHERE family_id = ? ORDER BY late_cancellation',
          [family.id],
        ),
      );
      expect(rows.map(({ late_cancellation }) => late_cancellation)).toEqual(['BILL_FULL', 'CREDIT']);
    }
  });

  it('refuses beyond the last time that the policy accepts', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const lines = await validatedAtOnce([
        { type: 'SURCHARGE', abs: 300, until: UNTIL_EVE, counter: counter({ upTo: 1 }) },
        { type: 'BLOCK' },
      ]);
      expect(lines.map(({ refusal }) => refusal?.code ?? 'ACCEPTED').sort()).toEqual(['ACCEPTED', 'SESSION_CLOSED']);
    }
  });
});
