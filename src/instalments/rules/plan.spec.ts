import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { planFaults } from './plan.js';

const TODAY = Temporal.PlainDate.from('2026-11-26');

describe('a plan of 120 € proposed on 26 November 2026', () => {
  it.each<[string, [string, number][], string[]]>([
    [
      'three times, each month',
      [
        ['2026-12-05', 4000],
        ['2027-01-05', 4000],
        ['2027-02-05', 4000],
      ],
      [],
    ],
    ['all of it today', [['2026-11-26', 12_000]], []],
    ['all of it in two years', [['2028-11-26', 12_000]], []],
    ['nothing at all', [], ['instalments', 'instalments']],
    ['25 times', Array.from({ length: 25 }, (_, day) => [TODAY.add({ days: day }).toString(), 480]), ['instalments']],
    ['a day that is over', [['2026-11-25', 12_000]], ['instalments[0].dueOn']],
    [
      'twice on one day',
      [
        ['2026-12-05', 6000],
        ['2026-12-05', 6000],
      ],
      ['instalments[1].dueOn'],
    ],
    [
      'days in disorder',
      [
        ['2027-01-05', 6000],
        ['2026-12-05', 6000],
      ],
      ['instalments[1].dueOn'],
    ],
    ['two years and a day', [['2028-11-27', 12_000]], ['instalments[0].dueOn']],
    [
      'a cent less',
      [
        ['2026-12-05', 6000],
        ['2027-01-05', 5999],
      ],
      ['instalments'],
    ],
    [
      'a cent more',
      [
        ['2026-12-05', 6000],
        ['2027-01-05', 6001],
      ],
      ['instalments'],
    ],
  ])('%s', (_, instalments, fields) => {
    const proposed = instalments.map(([dueOn, cents]) => ({ dueOn: Temporal.PlainDate.from(dueOn), cents }));
    expect(planFaults(proposed, 12_000, TODAY).map(({ field }) => field)).toEqual(fields);
  });
});
