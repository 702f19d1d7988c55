import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acceptance } from '../../support/accept-and-die.js';
import { openCanteen } from '../../support/canteen.js';
import { PASSWORD } from '../../support/fixtures.js';
import { OutlivingDatabase } from '../../support/killed.js';
import { linesOf } from '../../support/lines.js';
import { onServer } from '../../support/test-database.js';

const AT = '2026-11-02T08:00:00+01:00';

(onServer ? describe : describe.skip)('an offer, when the service is killed while it is accepted', () => {
  let kept: OutlivingDatabase;
  beforeAll(async () => {
    kept = await OutlivingDatabase.create('waiting-killed', AT);
  });
  afterAll(() => kept.remove());

  it('still stands after a restart, holds its place, and is accepted once', async () => {
    const before = await kept.opened(async (service) => {
      const canteen = await openCanteen(service);
      const lines = linesOf(service, canteen);
      const session = await canteen.session('2026-11-16', '2026-11-15T08:00:00Z', { places: 1 });
      const [holder, waiting] = [await canteen.family(), await canteen.family()];
      const [reservation] = await lines.book(holder, session);
      const { body } = await lines.join(waiting, session);
      await lines.cancel(holder, reservation!);
      const { id: familyId, accountId, email } = waiting;
      const act = { collectiviteId: canteen.collectiviteId, familyId, accountId, asParent: true };
      return { act, email, session, entryId: body.id as number };
    });
    const { act, entryId, email, session } = before;
    expect(await kept.killedIn<Acceptance>('accept-and-die', { act, entryId })).toBe('SIGKILL');
    await kept.opened(async (service) => {
      const state = () =>
        service.database.read(async () => {
          const [row] = await service.database.rows<Record<string, number>>(
            `SELECT s.taken, (SELECT COUNT(*) FROM taken_places t WHERE t.session_id = s.id) AS places,
               (SELECT COUNT(*) FROM reservations r WHERE r.session_id = s.id AND r.active = 1) AS reservations,
               (SELECT COUNT(*) FROM waiting_entries w WHERE w.session_id = s.id AND w.state = 'OFFERED') AS offers
             FROM sessions s WHERE s.id = ?`,
            [session],
          );
          return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)]));
        });
      expect(await state()).toEqual({ taken: 1, places: 1, reservations: 0, offers: 1 });
      const parent = await service.api.signedIn(email, PASSWORD);
      const accept = () => parent.post(`/families/${act.familyId}/waiting-entries/${entryId}/acceptances`);
      expect((await accept()).status).toBe(201);
      expect((await accept()).status).toBe(409);
      expect(await state()).toEqual({ taken: 1, places: 1, reservations: 1, offers: 0 });
    });
  }, 240_000);
});
