import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { openCanteen } from '../../support/canteen.js';

describe('copies of one’s data, asked for at the same time', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('data-copies', '2026-11-02T08:00:00+01:00');
  });
  afterAll(() => service.stop());

  it('are five in all, in either form, and each is traced', async () => {
    const canteen = await openCanteen(service);
    const family = await canteen.family();
    const paths = ['personal-data', 'personal-data/page'].map((path) => family.path(path));
    const answers = await Promise.all(Array.from({ length: 14 }, (_, index) => family.api.get(paths[index % 2]!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(200), ...Array(9).fill(429)]);
    const { body } = await family.api.get(family.path('personal-data/allowance'));
    expect(body).toEqual({ limit: 5, left: 0, again: '2026-11-03T07:00:00Z' });
    const traces = await service.database.read(() =>
      service.database.rows("SELECT id FROM audit_entries WHERE action = 'personal-data.copied'"),
    );
    expect(traces).toHaveLength(5);
  });
});
