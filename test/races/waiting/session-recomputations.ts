import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FreezeHeadcounts } from '../../../src/reservations/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const PARENTS = 20;
const EVE = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '09:00' };
const LONG_BEFORE = { type: 'DAYS_BEFORE', n: 30, unit: 'CALENDAR', at: '09:00' };

describe('recomputing sessions while families book in them', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('session-recomputations-races', '2026-11-02T08:00:00+01:00');
  });
  afterAll(() => service.stop());

  /** A canteen of three sessions, planned with the deadline of the eve. */
  async function opened(): Promise<{ canteen: Canteen; mairie: Api; path: string; sessionIds: number[] }> {
    const canteen = await openCanteen(service);
    const mairie = await canteen.staff('administrateur');
    const path = `/collectivites/${canteen.collectiviteId}/prestations/${canteen.prestation.id}`;
    const since = { from: '2026-11-01', add: EVE, cancel: EVE, replacePrevious: true };
    expect((await mairie.post(`${path}/booking-policies`, since)).status).toBe(201);
    await mairie.post(`${path}/session-plannings`, { from: '2026-11-16', to: '2026-11-19' });
    const { items } = (await mairie.get(`${path}/sessions?from=2026-11-16&to=2026-11-19`)).body;
    return { canteen, mairie, path, sessionIds: items.map(({ id }: { id: number }) => id) };
  }

  async function families(canteen: Canteen, count: number, sessionIds: readonly number[]): Promise<CanteenFamily[]> {
    const all: CanteenFamily[] = [];
    while (all.length < count) all.push(await canteen.family());
    await Promise.all(
      all.map((family) =>
        family.api.post(family.path('basket/lines'), {
          lines: sessionIds.map((sessionId) => ({ sessionId, childId: family.childIds[0]! })),
        }),
      ),
    );
    return all;
  }

  const rule = (path: string, mairie: Api) =>
    mairie.post(`${path}/booking-policies`, {
      from: '2026-11-16',
      add: LONG_BEFORE,
      cancel: LONG_BEFORE,
      replacePrevious: true,
    });
  const digestOf = async (path: string, mairie: Api): Promise<string> =>
    (await mairie.post(`${path}/session-recomputations/preview`)).body.digest as string;

  /** Looks and confirms until nothing came in between, as an agent would. */
  async function recompute(path: string, mairie: Api): Promise<{ changed: number; families: number }> {
    for (;;) {
      const digest = await digestOf(path, mairie);
      const { status, body } = await mairie.post(`${path}/session-recomputations`, { digest });
      if (status === 201) return body as { changed: number; families: number };
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'RECOMPUTATION_OUTDATED' });
    }
  }

  it('decides each booking before or after, counts every child, and tells every family once', async () => {
    const { canteen, mairie, path, sessionIds } = await opened();
    const parents = await families(canteen, PARENTS, sessionIds);
    await service.settle();
    const mailsBefore = await Promise.all(parents.map(async ({ email }) => (await service.mails.to(email)).length));
    await rule(path, mairie);
    const recomputing = recompute(path, mairie);
    const validating = parents.map((parent) => parent.api.post(parent.path('basket/validations')));
    const [done, answers] = await Promise.all([
      recomputing,
      Promise.all(validating),
      // The new order is past: another instance freezes as soon as it sees it.
      service.app.get(FreezeHeadcounts).run(),
    ]);
    await service.app.get(FreezeHeadcounts).run();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const lines = answers.flatMap(({ body }) => body.lines);
    const accepted = lines.filter(({ outcome }) => outcome === 'ACCEPTED');
    const refusals = lines.flatMap(({ refusal }) => refusal ?? []).map(({ code }) => code);
    expect(new Set(refusals)).toEqual(new Set(refusals.length > 0 ? ['SESSION_CLOSED'] : []));
    expect(accepted.length + refusals.length).toBe(PARENTS * sessionIds.length);
    expect(done).toMatchObject({ changed: sessionIds.length, families: PARENTS });
    for (const sessionId of sessionIds) {
      const booked = accepted.filter((line) => line.sessionId === sessionId).length;
      expect([await canteen.taken(sessionId), await canteen.living(sessionId)]).toEqual([booked, booked]);
      expect(await fed(sessionId)).toBe(booked);
    }
    await service.settle();
    for (const [index, { email }] of parents.entries()) {
      const mails = (await service.mails.to(email)).slice(mailsBefore[index]);
      expect(mails.filter(({ subject }) => subject?.includes('les délais changent'))).toHaveLength(1);
    }
  });

  /** Children in the count that the kitchen got. */
  async function fed(sessionId: number): Promise<number> {
    const [row] = await service.database.read(() =>
      service.database.rows<{ n: number | string | null }>(
        'SELECT SUM(children) AS n FROM headcounts WHERE session_id = ?',
        [sessionId],
      ),
    );
    return Number(row!.n ?? 0);
  }

  it('is done once, whoever confirms it ten times at once', async () => {
    const { canteen, mairie, path, sessionIds } = await opened();
    const [family] = await families(canteen, 1, sessionIds);
    await rule(path, mairie);
    const digest = await digestOf(path, mairie);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mairie.post(`${path}/session-recomputations`, { digest })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect([...new Set(answers.map(({ text }) => text))]).toHaveLength(1);
    expect(answers[0]!.body).toMatchObject({ changed: sessionIds.length, kept: 0, families: 1 });
    await service.settle();
    const mails = await service.mails.to(family!.email);
    expect(mails.filter(({ subject }) => subject?.includes('les délais changent'))).toHaveLength(1);
  });

  it('lets no session slip between a planning and an exception', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { canteen, mairie, path } = await opened();
      const exceptions = `/collectivites/${canteen.collectiviteId}/policy-exceptions`;
      const [planned, added] = await Promise.all([
        mairie.post(`${path}/session-plannings`, { from: '2026-11-23', to: '2026-12-04' }),
        mairie.post(exceptions, { from: '2026-11-23', to: '2026-12-04', reason: 'Travaux', add: LONG_BEFORE }),
      ]);
      expect([planned.status, added.status]).toEqual([201, 201]);
      const { items } = (await mairie.get(`${path}/sessions?from=2026-11-23&to=2026-12-04`)).body;
      const unruled = items.filter(({ policyExceptionId }: { policyExceptionId: number | null }) => !policyExceptionId);
      expect([0, items.length]).toContain(unruled.length);
      const counted = added.body.toRecompute.map(({ sessions }: { sessions: number }) => sessions);
      expect(counted).toEqual(unruled.length === 0 ? [] : [unruled.length]);
    }
  });

  it('keeps one of two exceptions that are made at once for the same days', async () => {
    const { canteen, mairie } = await opened();
    const exceptions = `/collectivites/${canteen.collectiviteId}/policy-exceptions`;
    for (const scope of [{}, { siteId: canteen.siteId }, { prestationId: canteen.prestation.id }]) {
      const body = { ...scope, from: '2026-12-14', to: '2026-12-18', reason: 'Repas de Noël', add: LONG_BEFORE };
      const answers = await Promise.all(Array.from({ length: 6 }, () => mairie.post(exceptions, body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    }
  });
});
