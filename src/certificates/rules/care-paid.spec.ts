import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import { careCounts, carePaid } from './care-paid.js';

const child = (childId: number, careCents: number, otherCents = 0, unknownCents = 0) => {
  const parts = { careCents, otherCents, unknownCents };
  return { childId, before: parts, after: parts };
};

describe('the care paid in a year', () => {
  it.each<[string, ReturnType<typeof child>[], number, number, [number, number][]]>([
    ['a garderie paid whole', [child(1, 3600)], 0, 3600, [[3600, 0]]],
    ['a garderie half paid', [child(1, 3600)], 0, 1800, [[1800, 0]]],
    ['a canteen of which a third is care', [child(1, 1050, 2000)], 0, 3050, [[1050, 0]]],
    ['a third of that canteen', [child(1, 1050, 2000)], 0, 1017, [[350, 0]]],
    ['paid in two years: the first', [child(1, 1050, 2000)], 0, 1000, [[344, 0]]],
    ['paid in two years: the second', [child(1, 1050, 2000)], 1000, 3050, [[706, 0]]],
    [
      'two children, one cent over',
      [child(1, 1000), child(2, 1000)],
      0,
      1001,
      [
        [501, 0],
        [500, 0],
      ],
    ],
    ['a tariff that does not tell', [child(1, 0, 0, 3050)], 0, 3050, [[0, 3050]]],
    ['a penalty only', [child(1, 0, 500)], 0, 500, [[0, 0]]],
    ['nothing charged', [], 0, 0, []],
    ['a payment of last year that the bank took back', [child(1, 3600)], 3600, 0, [[-3600, 0]]],
    ['paid before, nothing since', [child(1, 3600)], 3600, 3600, [[0, 0]]],
  ])('%s', (_, children, before, after, expected) => {
    const paid = carePaid(children, { before, after });
    expect(paid.map(({ careCents, unknownCents }) => [careCents, unknownCents])).toEqual(expected);
  });

  it('is all of what is left once a credit note took back the meals of one of two children', () => {
    const [kept, taken] = [child(1, 1000, 2000), child(2, 500, 2500)];
    const children = [kept, { ...taken, after: { careCents: 500, otherCents: 0, unknownCents: 0 } }];
    expect(carePaid(children, { before: 0, after: 3500 }).map(({ careCents }) => careCents)).toEqual([1000, 500]);
    expect(carePaid(children, { before: 6000, after: 3500 }).map(({ careCents }) => careCents)).toEqual([0, 0]);
  });

  it('adds up to the care charged, however many times it is paid in', () => {
    const children = [child(1, 1051, 1999), child(2, 733, 2317), child(3, 0, 100, 2950)];
    const steps = [0, 1, 333, 334, 2000, 6100, 9149, 9150];
    const years = steps.slice(1).map((after, index) => carePaid(children, { before: steps[index]!, after }));
    expect(children.map((_, at) => sumCents(years.map((paid) => paid[at]!.careCents)))).toEqual([1051, 733, 0]);
    expect(children.map((_, at) => sumCents(years.map((paid) => paid[at]!.unknownCents)))).toEqual([0, 0, 2950]);
  });
});

describe('the children whose care counts for 2026', () => {
  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2023-06-15', true],
    ['2026-12-31', true],
  ])('born on %s: %s', (birth, expected) => {
    expect(careCounts(Temporal.PlainDate.from(birth), 2026)).toBe(expected);
  });
});
