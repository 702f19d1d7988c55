import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { firstUnbilled } from './covered-period.js';

const period = (from: string, to: string) => ({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) });
const SEPTEMBER = period('2026-09-01', '2026-09-30');
const OCTOBER = period('2026-10-01', '2026-10-31');

it.each([
  ['a month that was billed', SEPTEMBER, [OCTOBER, SEPTEMBER], null],
  ['days of two months', period('2026-09-28', '2026-10-02'), [OCTOBER, SEPTEMBER], null],
  ['a month that was not', OCTOBER, [SEPTEMBER], '2026-10-01'],
  ['the end of it was not', period('2026-09-28', '2026-10-02'), [SEPTEMBER], '2026-10-01'],
])('%s', (_, asked, runs, expected) => {
  expect(firstUnbilled(asked, runs)?.toString() ?? null).toBe(expected);
});
