import { describe, expect, it } from '@jest/globals';
import { reasoningsOf } from './reasonings';

const group = {
  prestation: 'Cantine',
  event: 'UNIT',
  unitCents: 305,
  dates: ['2026-09-01', '2026-09-03', '2026-09-04'],
};
const line = (date: string, label: string, more: object = {}) => ({
  ...{
    date,
    label: `${label}, le ${date}`,
    event: 'UNIT',
    cents: 305,
    reason: '',
    explanation: ['tranche B', 'total'],
  },
  ...more,
});

describe('why days of an invoice cost what they do', () => {
  it('is said once for the days that it is the same for, and for those of the group alone', () => {
    const lines = [
      line('2026-09-01', 'Cantine'),
      line('2026-09-03', 'Cantine', { explanation: ['tranche C', 'total'] }),
      line('2026-09-04', 'Cantine'),
      line('2026-09-04', 'Cantine du soir'),
      line('2026-09-04', 'Cantine', { event: 'UNPLANNED' }),
      line('2026-09-04', 'Cantine', { cents: 310 }),
      line('2026-09-07', 'Cantine'),
    ];
    const told = reasoningsOf(group as never, lines as never);
    expect(told.map(({ explanation, lines: days }) => [explanation[0], days.map(({ date }) => date)])).toEqual([
      ['tranche B', ['2026-09-01', '2026-09-04']],
      ['tranche C', ['2026-09-03']],
    ]);
  });

  it('is not lost for a prestation that changed its name', () => {
    const lines = [line('2026-09-01', 'Restaurant')];
    expect(reasoningsOf(group as never, lines as never)).toHaveLength(1);
  });
});
