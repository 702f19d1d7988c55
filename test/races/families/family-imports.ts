import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type RunningService, startService } from '../../support/application.js';

const TABLES = ['families', 'guardians', 'children', 'custodies', 'quotients', 'sites', 'menu_types'];

describe('two imports of the same file at once', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('family-imports-race');
  });
  afterAll(() => service.stop());

  it('take turns: everything is created once', async () => {
    const content = readFileSync('config/demo/familles.csv');
    const collectiviteId = await service.fixtures.collectivite();
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    const administrator = await service.api.signedIn(email, password);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        administrator.upload(`/collectivites/${collectiviteId}/family-imports`, { dryRun: 'false' }, [
          { field: 'file', name: 'familles.csv', type: 'text/csv', content },
        ]),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const created = answers.map(({ body }) => [body.families.created, body.children.created, body.custodiesOpened]);
    expect(created.sort(([a], [b]) => b! - a!)).toEqual([
      [60, 99, 105],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const counts = await service.database.read(async () => {
      const found: Record<string, number> = {};
      for (const table of [...TABLES, 'audit_entries']) {
        const [row] = await service.database.rows<{ n: number }>(
          `SELECT COUNT(*) AS n FROM ${table} WHERE collectivite_id = ?`,
          [collectiviteId],
        );
        found[table] = Number(row!.n);
      }
      return found;
    });
    expect(counts).toMatchObject({ families: 60, children: 99, custodies: 105, sites: 2, audit_entries: 1 });
  });
});
