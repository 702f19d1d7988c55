import { expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { CheckLedger, FindCollectionReports, MakeMonthlyReports } from '../../../src/treasury/index.js';
import { startService } from '../../support/application.js';

it('several instances at once make the report of a month once, and number it without a gap', async () => {
  const service = await startService('collection-reports-races', '2026-11-26T10:00:00+01:00');
  try {
    const collectiviteId = await service.fixtures.collectivite();
    service.clock.set(Temporal.Instant.from('2027-01-04T08:00:00+01:00'));
    const make = service.app.get(MakeMonthlyReports);
    const made = await Promise.all([1, 2, 3, 4].map(() => make.run()));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(2);
    const reports = await service.app.get(FindCollectionReports).run(collectiviteId, 10);
    expect(reports.map(({ month, year, number }) => [month, year, number])).toEqual([
      ['2026-12', 2026, 2],
      ['2026-11', 2026, 1],
    ]);
    expect(await service.app.get(CheckLedger).run()).toEqual({ entries: 0, faults: [] });
    await service.settle();
    expect(await service.mails.all()).toHaveLength(2);
  } finally {
    await service.stop();
  }
});
