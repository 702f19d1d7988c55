import { describe, expect, it } from '@jest/globals';
import { shownRow } from './shown-row.js';

describe('a row in a copy of personal data', () => {
  it.each([
    [{ booked_at: 1_795_680_000_000 }, { bookedAt: '2026-11-26T08:00:00Z' }],
    [{ booked_at: '1795680000000' }, { bookedAt: '2026-11-26T08:00:00Z' }],
    [{ cancelled_at: null }, { cancelledAt: null }],
    [{ arrived_at: '16:30' }, { arrivedAt: '16:30' }],
    [
      { amount_cents: 460, from_date: '2026-11-26' },
      { amountCents: 460, fromDate: '2026-11-26' },
    ],
    [{ address_line1: '8 rue <b>des Lilas</b>' }, { addressLine1: '8 rue <b>des Lilas</b>' }],
    [{ has_pai: 0 }, { hasPai: false }],
    [{ wished: '["Cantine"]' }, { wished: ['Cantine'] }],
  ])('%j is shown as %j', (row, expected) => {
    expect(shownRow(row, { flags: ['hasPai'], json: ['wished'] })).toEqual(expected);
  });
});
