import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { parseTariff, quoteFor } from '../../reglement/rules/index.js';
import { basketForfaits } from './basket-forfaits.js';

const on = (text: string) => Temporal.PlainDate.from(text);
const quoteOf = (tariff: object) => {
  const read = parseTariff(tariff);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return quoteFor(read.tariff, { quotient: null });
};
const MONTHLY = quoteOf({ type: 'FORFAIT', per: 'MONTH', tariff: { type: 'FLAT', unitCents: 4500 } });
const BY_DAY = quoteOf({ type: 'FLAT', unitCents: 350 });
const day = (date: string, { quote = MONTHLY, childId = 7 } = {}) => ({
  ...{ childId, childName: 'Léa Moreau', prestationId: 1, prestationName: 'Cantine', date: on(date), quote },
});
const monthOf = (_: string, date: Temporal.PlainDate) => ({
  from: date.with({ day: 1 }).toString(),
  to: date.with({ day: date.daysInMonth }).toString(),
});

describe('the forfaits of a basket', () => {
  it.each([
    ['no forfait', [day('2026-11-16', { quote: BY_DAY })], [], []],
    ['two days of a month', [day('2026-11-16'), day('2026-11-17')], [], [[2, 4500]]],
    [
      'two months',
      [day('2026-11-30'), day('2026-12-01')],
      [],
      [
        [1, 4500],
        [1, 4500],
      ],
    ],
    [
      'two children',
      [day('2026-11-16'), day('2026-11-16', { childId: 8 })],
      [],
      [
        [1, 4500],
        [1, 4500],
      ],
    ],
    ['a month that a day carries already', [day('2026-11-16')], ['2026-11-02'], [[1, 0]]],
    ['a day of another month carries nothing', [day('2026-11-16')], ['2026-10-16'], [[1, 4500]]],
  ])('%s', (_, days, reserved, expected) => {
    const before = reserved.map((date) => ({ childId: 7, prestationId: 1, date: on(date) }));
    expect(basketForfaits(days, before, monthOf).map((one) => [one.days, one.cents])).toEqual(expected);
  });

  it('are told in French, due or not', () => {
    const told = (reserved: string[]) =>
      basketForfaits(
        [day('2026-11-16'), day('2026-11-17')],
        reserved.map((date) => ({ childId: 7, prestationId: 1, date: on(date) })),
        monthOf,
      ).map(({ sentence }) => sentence.replaceAll('\u00a0', ' '));
    expect(told([])).toEqual([
      'Cantine, Léa Moreau : forfait de 45,00 € pour la période du 1er novembre 2026 au 30 novembre 2026, dû une seule fois ; il comprend 2 jours de ce panier.',
    ]);
    expect(told(['2026-11-02'])).toEqual([
      'Cantine, Léa Moreau : 2 jours de ce panier sont compris dans le forfait de la période du 1er novembre 2026 au 30 novembre 2026, déjà dû pour un jour réservé avant.',
    ]);
  });
});
