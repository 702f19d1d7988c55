import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { type RunningService, startService } from '../../support/application.js';
import type { Answer } from '../../support/api.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

describe('calendar feeds', () => {
  let service: RunningService;
  let canteen: Canteen;
  let sessionId: number;
  beforeAll(async () => {
    service = await startService('calendar_feeds', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service, { starts_at: '11:45', ends_at: '13:30' });
    sessionId = await canteen.session('2026-11-10', '2026-11-08T08:00:00Z');
  });
  afterAll(() => service.stop());

  const reserve = async (family: CanteenFamily, childId: number) => {
    await family.api.post(family.path('basket/lines'), { sessionId, childId });
    const { body } = await family.api.post(family.path('basket/validations'));
    return body.lines[0].reservationId as number;
  };
  const open = async (family: CanteenFamily, childId = family.childIds[0]!) => {
    const { status, body } = await family.api.post(family.path('calendar-feeds'), { childId });
    expect(status).toBe(201);
    return body.url as string;
  };
  /** As a calendar does: by the address alone. */
  const read = (url: string, headers: Record<string, string> = {}) =>
    service.api.withHeaders(headers).get(new URL(url).pathname.replace('/api/v1', ''));
  const isGone = async (url: string) => {
    const [gone, unknown] = [await read(url), await read(url.replace(/[^/]+\.ics$/, 'never-was.ics'))];
    expect([gone.status, unknown.status]).toEqual([404, 404]);
    const told = ({ body }: Answer) => ({ ...body, instance: null, requestId: null });
    expect(told(gone)).toEqual(told(unknown));
  };

  it('are read by their address alone: the days of this child and foyer, and what is given up afterwards', async () => {
    const family = await canteen.family(2);
    const url = await open(family);
    const reservationId = await reserve(family, family.childIds[0]!);
    await reserve(family, family.childIds[1]!);
    const answer = await read(url);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']!).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']!).toContain('private');
    const { text } = answer;
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('DTSTART:20261110T104500Z');
    const version = answer.headers['etag']!;
    expect((await read(url, { 'if-none-match': version })).status).toBe(304);

    const absence = { childIds: [family.childIds[0]], kind: 'ILLNESS', from: '2026-11-10', to: '2026-11-10' };
    const [{ id: absenceId }] = (await family.api.post(family.path('absences'), absence)).body;
    expect((await read(url)).text).toContain('STATUS:CANCELLED');
    await family.api.post(family.path(`absences/${absenceId}/withdrawals`));
    expect((await read(url)).text).toContain('STATUS:CONFIRMED');

    await family.api.post(family.path(`reservations/${reservationId}/cancellations`), {});
    const after = await read(url, { 'if-none-match': version });
    expect(after.status).toBe(200);
    expect(after.text).toContain('STATUS:CANCELLED');
  });

  it('keep the address nowhere, and show each adult their own alone', async () => {
    const family = await canteen.family();
    const url = await open(family);
    const token = url.split('/').at(-1)!.replace('.ics', '');
    expect(Buffer.from(token, 'base64url').length).toBeGreaterThanOrEqual(16);
    const stored = await service.database.read(() => service.database.rows('SELECT * FROM calendar_feeds'));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect((await family.api.get(family.path('calendar-feeds'))).body).toEqual([
      {
        id: expect.any(Number),
        childId: family.childIds[0],
        firstName: expect.any(String),
        createdAt: expect.any(String),
      },
    ]);
    const other = await service.fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(canteen.collectiviteId, family.id, { account_id: other.id, position: 2 });
    const second = await service.api.signedIn(other.email, other.password);
    expect((await second.get(family.path('calendar-feeds'))).body).toEqual([]);
    const [mine] = (await family.api.get(family.path('calendar-feeds'))).body;
    expect((await second.delete(family.path(`calendar-feeds/${mine.id}`))).status).toBe(404);
    const agent = await canteen.staff('administrateur');
    expect((await agent.post(family.path('calendar-feeds'), { childId: family.childIds[0] })).status).toBe(404);
  });

  it('end where they are renewed, ended, or where the adult or the foyer no longer has the child', async () => {
    const family = await canteen.family();
    const childId = family.childIds[0]!;
    const first = await open(family);
    const renewed = await open(family);
    await isGone(first);
    expect((await read(renewed)).status).toBe(200);
    const [{ id }] = (await family.api.get(family.path('calendar-feeds'))).body;
    expect((await family.api.delete(family.path(`calendar-feeds/${id}`))).status).toBe(204);
    await isGone(renewed);

    const stranger = await canteen.family();
    const stolen = await stranger.api.post(stranger.path('calendar-feeds'), { childId });
    expect(stolen.body).toMatchObject({ code: 'CHILD_UNKNOWN' });

    const change = (sql: string, ...values: (string | number)[]) =>
      service.database.unit(() => service.database.change(sql, values));
    const url = await open(family);
    await change("UPDATE custodies SET to_date = '2026-11-05' WHERE family_id = ?", family.id);
    expect((await read(url)).status).toBe(200);
    service.clock.set(Temporal.Instant.from('2026-11-06T08:00:00+01:00'));
    await isGone(url);
    service.clock.set(Temporal.Instant.from('2026-11-02T08:00:00+01:00'));
    await change('UPDATE accounts SET disabled_at = 1 WHERE id = ?', family.accountId);
    await isGone(url);
    await change('UPDATE accounts SET disabled_at = NULL WHERE id = ?', family.accountId);
    expect((await read(url)).status).toBe(200);
    await change('UPDATE guardians SET account_id = NULL WHERE family_id = ?', family.id);
    await isGone(url);
  });

  it('refuse those who try addresses by the hundred, and serve calendars from there all the same', async () => {
    const family = await canteen.family();
    const url = await open(family);
    const tries: number[] = [];
    for (let i = 0; i < 101; i += 1) tries.push((await read(url.replace('.ics', `${i}.ics`))).status);
    expect(tries.at(0)).toBe(404);
    expect(tries.at(-1)).toBe(429);
    expect((await read(url)).status).toBe(200);
  });
});
