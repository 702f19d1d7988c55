import { describe, expect, it } from '@jest/globals';
import { asInPlanning, byLimit, givenUpTogether, whatItMeans, whatTheyMean } from './cancel-words';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what giving up means, said before', () => {
  it.each([
    [null, null, 'Rien ne vous sera facturé pour ce jour. La place sera rendue aussitôt.'],
    [null, 350, '3,50 €, déjà payés, vous seront crédités. La place sera rendue aussitôt.'],
    [
      'annulation hors délai : le jour reste facturé en entier',
      350,
      'Annulation hors délai : le jour reste facturé en entier.',
    ],
  ])('one day, %s, paid %s', (cancelTerms, paidCents, told) => {
    expect(plain(whatItMeans({ cancelTerms, paidCents }))).toBe(told);
  });

  it.each([
    [[], 'Choisissez les jours que vous ne voulez plus.'],
    [[null], 'Rien ne vous sera facturé pour ce jour. La place sera rendue aussitôt.'],
    [[null, null], 'Rien ne vous sera facturé pour ces jours. Les places seront rendues aussitôt.'],
    [[350, 350], '7,00 €, déjà payés, vous seront crédités. Les places seront rendues aussitôt.'],
    [
      [350, null],
      '3,50 €, déjà payés, vous seront crédités ; rien ne vous sera facturé pour les autres jours. Les places seront rendues aussitôt.',
    ],
  ])('days paid %j', (paid, told) => {
    expect(plain(whatTheyMean(paid.map((paidCents) => ({ paidCents }))))).toBe(told);
  });
});

describe('the days that are given up together', () => {
  const day = (id: number, more: object = {}) => ({
    ...{ id, childId: 1, state: 'RESERVED' as const, cancellable: true, cancelTerms: null as string | null },
    ...more,
  });
  it('are in time, of the children that are shown; the late ones are told apart', () => {
    const { inTime, late } = givenUpTogether(
      [
        day(1),
        day(2, { cancellable: false }),
        day(3, { state: 'CANCELLED' }),
        day(4, { childId: 2 }),
        day(5, { cancelTerms: 'annulation hors délai, acceptée sans frais' }),
      ],
      [1],
    );
    expect([inTime, late].map((some) => some.map(({ id }) => id))).toEqual([[1], [5]]);
  });

  it('are told with the limit that they share, the first to close first', () => {
    const one = (prestationName: string, date: string, cancelClosesAt: string) => ({
      ...{ prestationName, date, cancelClosesAt },
    });
    const groups = byLimit([
      one('Cantine', '2026-11-23', '2026-11-19T11:00:00Z'),
      one('Cantine', '2026-11-16', '2026-11-12T11:00:00Z'),
      one('Garderie', '2026-11-16', '2026-11-13T17:00:00Z'),
      one('Cantine', '2026-11-17', '2026-11-12T11:00:00Z'),
    ]);
    expect(
      groups.map(({ prestationName, cancelClosesAt, days }) => [
        prestationName,
        cancelClosesAt.slice(0, 10),
        days.map(({ date }) => date.slice(-2)),
      ]),
    ).toEqual([
      ['Cantine', '2026-11-12', ['16', '17']],
      ['Garderie', '2026-11-13', ['16']],
      ['Cantine', '2026-11-19', ['23']],
    ]);
  });

  it('come as in the planning, whatever was given up before them', () => {
    const [CANTEEN, EVENING] = [10, 11];
    const rows = [{ prestationId: CANTEEN }, { prestationId: EVENING }];
    const days = [
      { id: 1, childId: 2, prestationId: EVENING, date: '2026-11-16' },
      { id: 2, childId: 1, prestationId: EVENING, date: '2026-11-16' },
      { id: 3, childId: 2, prestationId: CANTEEN, date: '2026-11-17' },
      { id: 4, childId: 2, prestationId: CANTEEN, date: '2026-11-16' },
      { id: 5, childId: 1, prestationId: CANTEEN, date: '2026-11-19' },
    ];
    const order = (some: typeof days) =>
      asInPlanning(some, [
        { childId: 2, rows },
        { childId: 1, rows },
      ]).map(({ id }) => id);
    expect(order(days)).toEqual([4, 3, 1, 5, 2]);
    expect(order(days.slice(1))).toEqual([4, 3, 5, 2]);
    expect(order([...days].reverse())).toEqual([4, 3, 1, 5, 2]);
  });
});
