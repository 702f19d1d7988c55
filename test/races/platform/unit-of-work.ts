import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningService, startService } from '../../support/application.js';
import { onServer } from '../../support/test-database.js';

describe('the unit of work', () => {
  let service: RunningService;
  let counter = 0;

  beforeAll(async () => {
    service = await startService('unit-of-work');
  });
  afterAll(() => service.stop());

  const write = (name: string) => service.database.change('INSERT INTO tasks (name, fence) VALUES (?, 0)', [name]);
  const written = async (prefix: string) => {
    const [row] = await service.database.read(() =>
      service.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM tasks WHERE name LIKE ?', [`${prefix}%`]),
    );
    return Number(row!.n);
  };
  const fresh = (word: string) => `${word}-${++counter}-`;

  it('keeps fifty units apart: those that fail leave nothing, the others everything', async () => {
    const prefix = fresh('fifty');
    const units = Array.from({ length: 50 }, (_, index) =>
      service.database.unit(async () => {
        await write(`${prefix}${index}`);
        await sleep(index % 3);
        if (index % 5 === 0) throw new Error('planned');
        await write(`${prefix}${index}-second`);
      }),
    );
    const results = await Promise.allSettled(units);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(await written(prefix)).toBe(80);
  });

  it('does not show its rows to others before the commit, nor takes theirs with it when it fails', async () => {
    const prefix = fresh('outsider');
    const failing = service.database.unit(async () => {
      await write(`${prefix}inside`);
      await sleep(30);
      throw new Error('planned');
    });
    const seen = written(`${prefix}inside`);
    const outsider = service.database.unit(() => write(`${prefix}outside`));
    await expect(failing).rejects.toThrow('planned');
    await outsider;
    expect(await seen).toBe(0);
    expect(await written(prefix)).toBe(1);
  });

  it('joins a unit inside a unit: one fate for both', async () => {
    const prefix = fresh('nested');
    const outer = service.database.unit(async () => {
      await service.database.unit(() => write(`${prefix}inner`));
      throw new Error('planned');
    });
    await expect(outer).rejects.toThrow('planned');
    expect(await written(prefix)).toBe(0);
  });

  it('refuses to write in a read, and to touch the database outside of both', async () => {
    await expect(service.database.read(() => write(fresh('read')))).rejects.toThrow('a read cannot change rows');
    await expect((async () => write(fresh('outside')))()).rejects.toThrow('only reached inside');
  });

  it('runs effects after the commit only', async () => {
    const seen: string[] = [];
    await service.database.unit(async () => {
      service.database.afterCommit(() => seen.push('committed'));
      expect(seen).toEqual([]);
    });
    const failed = service.database.unit(async () => {
      service.database.afterCommit(() => seen.push('rolled back'));
      throw new Error('planned');
    });
    await expect(failed).rejects.toThrow('planned');
    expect(seen).toEqual(['committed']);
  });

  (onServer ? it : it.skip)(
    'runs the whole unit again when the server chose it as the victim of a deadlock',
    async () => {
      const prefix = fresh('deadlock');
      const names = [`${prefix}a`, `${prefix}b`];
      await service.database.unit(async () => {
        for (const name of names) await write(name);
      });
      let [runs, holding] = [0, 0];
      let bothHold = (): void => undefined;
      const crossed = new Promise<void>((resolve) => (bothHold = resolve));
      const crossing = async (order: string[]) =>
        service.database.unit(async () => {
          runs += 1;
          for (const name of order) {
            await service.database.change('UPDATE tasks SET fence = fence + 1 WHERE name = ?', [name]);
            // Each holds the row that the other one wants.
            if ((holding += 1) === 2) bothHold();
            await crossed;
          }
        });
      await Promise.all([crossing(names), crossing([...names].reverse())]);
      const rows = await service.database.read(() =>
        service.database.rows<{ fence: number }>('SELECT fence FROM tasks WHERE name LIKE ?', [`${prefix}%`]),
      );
      expect(rows.map(({ fence }) => Number(fence))).toEqual([2, 2]);
      expect(runs).toBeGreaterThanOrEqual(3);
    },
  );

  it('makes the embedded engine refuse what the server refuses', async () => {
    const tooLong = () => service.database.unit(() => write('x'.repeat(61)));
    const notANumber = () =>
      service.database.unit(() =>
        service.database.change("INSERT INTO tasks (name, fence) VALUES (?, 'abc')", [fresh('text')]),
      );
    const negative = () =>
      service.database.unit(() =>
        service.database.change('INSERT INTO tasks (name, fence) VALUES (?, -1)', [fresh('negative')]),
      );
    const orphan = () =>
      service.database.unit(() =>
        service.database.change(
          'INSERT INTO login_sessions (account_id, created_at, expires_at) VALUES (999999, 0, 0)',
        ),
      );
    for (const refused of [tooLong, notANumber, negative, orphan]) await expect(refused()).rejects.toThrow();
  });

  it('keeps a foreign key from reaching into another collectivité', async () => {
    const [ours, theirs] = [await service.fixtures.collectivite(), await service.fixtures.collectivite()];
    const theirFamily = await service.fixtures.family(theirs);
    await expect(service.fixtures.guardian(ours, theirFamily)).rejects.toThrow();
  });
});
