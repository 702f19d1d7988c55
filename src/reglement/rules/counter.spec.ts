import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { countedPeriod } from './counter.js';

describe('the days among which times are counted', () => {
  it.each([
    ['MONTH', '2026-11-16', '2026-11-01', '2026-11-30'],
    ['MONTH', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['INVOICE', '2026-12-01', '2026-12-01', '2026-12-31'],
    ['SCHOOL_YEAR', '2027-03-01', '2026-09-01', '2027-08-31'],
    ['SCHOOL_YEAR', '2026-08-31', '2025-09-01', '2026-08-31'],
  ] as const)('per %s, on %s', (period, date, from, to) => {
    const span = countedPeriod({ period }, Temporal.PlainDate.from(date));
    expect([span.from.toString(), span.to.toString()]).toEqual([from, to]);
  });
});
