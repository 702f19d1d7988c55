import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { Counter, OperationInstants } from '../../reglement/rules/index.js';
import { LateCounts } from './meet-in-order.js';

const at = (text: string) => Temporal.Instant.from(text);

/** Closes the day before at 9 h; then 50 % more, as far as the counter says. */
function closing(date: string, counter: Counter): OperationInstants {
  const day = Temporal.PlainDate.from(date);
  const closesAt = at(`${day.subtract({ days: 1 }).toString()}T09:00:00Z`);
  const endsAt = at(`${date}T09:00:00Z`);
  return { opensAt: null, closesAt, endsAt, late: [{ effect: { type: 'SURCHARGE', pct: 50, counter }, endsAt }] };
}

interface Booking {
  readonly child?: number;
  readonly date: string;
  readonly late?: boolean;
}

describe('late bookings that count', () => {
  it.each<{ rule: string; counter: Counter; bookings: Booking[]; met: string[] }>([
    {
      rule: 'from the third of the child in the month',
      counter: { per: 'CHILD', period: 'MONTH', from: 3 },
      bookings: [
        { date: '2026-11-02' },
        { date: '2026-11-03' },
        { date: '2026-11-05', late: false },
        { date: '2026-11-05', child: 2 },
        { date: '2026-11-06' },
        { date: '2026-12-01' },
      ],
      met: ['GRACE', 'GRACE', 'IN_TIME', 'GRACE', 'SURCHARGE', 'GRACE'],
    },
    {
      rule: 'the first two of the family in the school year (Lons-le-Saunier)',
      counter: { per: 'FAMILY', period: 'SCHOOL_YEAR', upTo: 2 },
      bookings: [
        { date: '2026-11-02' },
        { date: '2027-01-05', child: 2 },
        { date: '2027-03-01' },
        { date: '2027-09-02' },
      ],
      met: ['SURCHARGE', 'SURCHARGE', 'GRACE', 'SURCHARGE'],
    },
    {
      rule: 'from the second of an invoice, which covers a month',
      counter: { per: 'FAMILY', period: 'INVOICE', from: 2 },
      bookings: [{ date: '2026-11-02' }, { date: '2026-11-30', child: 2 }, { date: '2026-12-01' }],
      met: ['GRACE', 'SURCHARGE', 'GRACE'],
    },
  ])('$rule', ({ counter, bookings, met }) => {
    const counts = new LateCounts();
    const meetings = bookings.map(({ child = 1, date, late = true }) => {
      const instants = closing(date, counter);
      const at = instants.closesAt.epochMilliseconds + (late ? 0 : -1);
      return counts.meet({ childId: child, familyId: 7, date: Temporal.PlainDate.from(date), at, instants }).met;
    });
    expect(meetings).toEqual(met);
  });

  it('that are cancellations: two a year are credited, then each is owed', () => {
    const counts = new LateCounts();
    const endsAt = at('2026-11-20T09:00:00Z');
    const closesAt = at('2026-11-01T09:00:00Z');
    const counter: Counter = { per: 'FAMILY', period: 'SCHOOL_YEAR', upTo: 2 };
    const late = [
      { effect: { type: 'CREDIT', counter } as const, endsAt },
      { effect: { type: 'BILL_FULL' } as const, endsAt },
    ];
    const met = ['2026-11-16', '2026-11-17', '2026-12-01'].map(
      (date, index) =>
        counts.meet({
          ...{ childId: index, familyId: 7, date: Temporal.PlainDate.from(date) },
          ...{ at: closesAt.epochMilliseconds, instants: { opensAt: null, closesAt, endsAt, late } },
        }).met,
    );
    expect(met).toEqual(['CREDIT', 'CREDIT', 'BILL_FULL']);
  });
});
