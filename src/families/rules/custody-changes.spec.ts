import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import type { CustodyWeeks } from './custody.js';
import { custodyChanges } from './custody-changes.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const DATES = { today: day('2026-11-23'), schoolYearStart: day('2026-09-01') };

/** « 1 ALL 2026-09-01 2026-12-31 »: household, weeks, first and last day. */
const custody = (said: string) => {
  const [family, weeks, from, to] = said.split(' ') as [string, CustodyWeeks, string, string | undefined];
  return { id: 0, familyId: Number(family), weeks, from: day(from), to: to ? day(to) : null };
};
const want = (said: string) => {
  const [family, weeks] = said.split(' ') as [string, CustodyWeeks];
  return { family: Number(family), weeks };
};

describe('who has a child in a file, against the custodies already known', () => {
  it.each<[string, string[], string[], string[], string[]]>([
    ['a new child: since September', [], ['1 ALL'], ['1 ALL 2026-09-01'], []],
    ['two households', [], ['1 EVEN', '2 ODD'], ['1 EVEN 2026-09-01', '2 ODD 2026-09-01'], []],
    ['the same: nothing changes', ['1 ALL 2026-09-01'], ['1 ALL'], [], []],
    ['a move', ['1 ALL 2026-09-01'], ['2 ALL'], ['2 ALL 2026-11-23'], ['1 until 2026-11-22']],
    [
      'a separation',
      ['1 ALL 2025-09-01'],
      ['1 EVEN', '2 ODD'],
      ['1 EVEN 2026-11-23', '2 ODD 2026-11-23'],
      ['1 until 2026-11-22'],
    ],
    [
      'half of a shared custody: the other household keeps its weeks',
      ['1 EVEN 2026-09-01', '2 ODD 2026-09-01'],
      ['1 EVEN'],
      [],
      [],
    ],
    ['weeks that change places', ['1 EVEN 2026-09-01'], ['1 ODD'], ['1 ODD 2026-11-23'], ['1 until 2026-11-22']],
    ['a custody begun today is replaced whole', ['1 ALL 2026-11-23'], ['2 ALL'], ['2 ALL 2026-09-01'], ['1 dropped']],
    ['a custody that ended in October', ['1 ALL 2025-09-01 2026-10-15'], ['2 ALL'], ['2 ALL 2026-11-23'], []],
    ['a custody that ended last year', ['1 ALL 2024-09-01 2026-07-05'], ['2 ALL'], ['2 ALL 2026-09-01'], []],
    [
      'a change already entered for January stays',
      ['1 ALL 2026-09-01 2026-12-31', '2 ALL 2027-01-01'],
      ['3 ALL'],
      ['3 ALL 2026-11-23 2026-12-31'],
      ['1 until 2026-11-22'],
    ],
  ])('%s', (_, known, wanted, opened, ended) => {
    const changes = custodyChanges(known.map(custody), wanted.map(want), DATES);
    expect(
      changes.opened.map(({ family, weeks, from, to }) => [family, weeks, from, to ?? ''].join(' ').trim()),
    ).toEqual(opened);
    expect([
      ...changes.closed.map(({ before, to }) => `${before.familyId} until ${to.toString()}`),
      ...changes.dropped.map(({ familyId }) => `${familyId} dropped`),
    ]).toEqual(ended);
  });

  it('begins on the day of the import when that is 1 September', () => {
    const first = { today: day('2026-09-01'), schoolYearStart: day('2026-09-01') };
    expect(custodyChanges([], [want('1 ALL')], first).opened).toMatchObject([{ from: day('2026-09-01'), to: null }]);
  });
});
