import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Acceptance } from '../../support/accept-and-die.js';
import { type RunningService, startService } from '../../support/application.js';
import { openCanteen } from '../../support/canteen.js';
import { PASSWORD } from '../../support/fixtures.js';
import { linesOf } from '../../support/lines.js';
import { newTestDatabase, onServer, type TestDatabase } from '../../support/test-database.js';

const AT = '2026-11-02T08:00:00+01:00';

describe('an offer, when the service is killed while it is accepted', () => {
  let folder: string;
  let kept: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'espace-famille-killed-'));
    const database = onServer ? await newTestDatabase('waiting-killed') : null;
    kept = database ?? { target: { engine: 'sqlite', file: join(folder, 'commune.db') }, drop: async () => undefined };
  });
  afterAll(async () => {
    await kept.drop();
    await rm(folder, { recursive: true, force: true });
  });
  async function opened<Result>(work: (service: RunningService) => Promise<Result>): Promise<Result> {
    const database = { target: kept.target, drop: () => Promise.resolve() };
    const service = await startService('waiting-killed', AT, { database });
    try {
      return await work(service);
    } finally {
      await service.stop();
    }
  }

  it('still stands after a restart, holds its place, and is accepted once', async () => {
    const before = await opened(async (service) => {
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
    expect(await acceptUntilKilled({ target: kept.target, folder, act, entryId, at: AT })).toBe('SIGKILL');
    await opened(async (service) => {
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
  }, 60_000);
});

/** Accepts in a process of its own; answers the signal that ended it, or null. */
function acceptUntilKilled(order: Acceptance): Promise<NodeJS.Signals | null> {
  const root = join(import.meta.dirname, '../../..');
  const script = ['--import', './test/support/typescript.mjs', 'test/support/accept-and-die.ts', JSON.stringify(order)];
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, script, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve(signal));
  });
}
