import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { isSettlementDay, settlementDayFrom, settlementDaysBefore } from './target-days.js';

const on = (date: string) => Temporal.PlainDate.from(date);

describe('the days on which banks settle', () => {
  // Good Friday and Easter Monday, as the ECB publishes them.
  it.each([
    ['2024-03-29', '2024-04-01'],
    ['2025-04-18', '2025-04-21'],
    ['2026-04-03', '2026-04-06'],
    ['2027-03-26', '2027-03-29'],
    ['2028-04-14', '2028-04-17'],
    ['2029-03-30', '2029-04-02'],
    ['2030-04-19', '2030-04-22'],
    ['2038-04-23', '2038-04-26'],
  ])('close on %s and %s', (friday, monday) => {
    expect([friday, monday].map((date) => isSettlementDay(on(date)))).toEqual([false, false]);
    expect(isSettlementDay(on(friday).subtract({ days: 1 }))).toBe(true);
    expect(isSettlementDay(on(monday).add({ days: 1 }))).toBe(true);
  });

  it.each<[string, boolean, string]>([
    ['2026-01-01', false, 'New Year'],
    ['2026-05-01', false, '1 May'],
    ['2026-12-25', false, 'Christmas'],
    ['2026-12-28', true, 'a Monday after Christmas'],
    ['2025-12-26', false, '26 December'],
    ['2026-07-14', true, 'a French holiday on which banks settle'],
    ['2026-11-11', true, 'another'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
  ])('%s: %s (%s)', (date, open) => {
    expect(isSettlementDay(on(date))).toBe(open);
  });

  it('are counted over week-ends and closures', () => {
    expect(settlementDayFrom(on('2026-04-03')).toString()).toBe('2026-04-07');
    expect(settlementDayFrom(on('2026-04-07')).toString()).toBe('2026-04-07');
    expect(settlementDaysBefore(on('2026-04-07'), 1).toString()).toBe('2026-04-02');
    expect(settlementDaysBefore(on('2026-11-26'), 3).toString()).toBe('2026-11-23');
  });
});
