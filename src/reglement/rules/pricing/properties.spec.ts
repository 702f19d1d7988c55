import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumCents } from '../../../kernel/money.js';
import { compileTariff, quoteFor } from './compile-tariff.js';
import { explanationInFrench, recheck } from './explanation.js';
import { parseTariff } from './parse-tariff.js';
import { type Happened, priceOf } from './price-of.js';
import { CHARGE_EVENTS, priceFor } from './prices.js';
import type { PricingContext } from './quote.js';
import { SCHOOL_LEVELS, type Tariff } from './tariff.js';
import { tariffTable } from './tariff-lines.js';

/* Tariffs as mairies send them, of any form, with any options. */
const cents = fc.nat(3000);
const decimal = (max: number, decimals: number) =>
  fc.nat(max * 10 ** decimals - 1).map((units) => ((units + 1) / 10 ** decimals).toFixed(decimals));
const plainMarkup = fc.oneof(
  fc.integer({ min: -500, max: 1000 }).map((abs) => ({ abs })),
  fc.nat(1000).map((fixedPrice) => ({ fixedPrice })),
  fc.constant({ costPrice: true }),
);
const markup = fc.oneof(
  plainMarkup,
  decimal(200, 2).map((pct) => ({ pct })),
  decimal(3, 4).map((multiplier) => ({ multiplier })),
);
const counter = fc.record(
  {
    per: fc.constantFrom('CHILD', 'FAMILY'),
    period: fc.constantFrom('MONTH', 'SCHOOL_YEAR', 'INVOICE'),
    from: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['per', 'period', 'from'] },
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const counted = (inner: fc.Arbitrary<object>) =>
  fc.tuple(inner, maybe(counter)).map(([one, counts]) => ({ ...one, ...(counts ? { counter: counts } : {}) }));
const brackets = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 200_000 }), { maxLength: 5 }),
    fc.array(
      fc.record({
        unitCents: cents,
        unplannedCents: maybe(cents),
        unjustifiedAbsenceCents: maybe(cents),
        paiCents: maybe(cents),
      }),
      { minLength: 6, maxLength: 6 },
    ),
  )
  .map(([bounds, prices]) => {
    const starts = [0, ...bounds.sort((a, b) => a - b)];
    return {
      type: 'BRACKETS',
      rows: starts.map((start, index) => ({
        label: `T${index}`,
        quotientMin: start / 100,
        quotientMax: index === starts.length - 1 ? null : starts[index + 1]! / 100,
        ...prices[index],
      })),
    };
  });
const effort = fc.tuple(decimal(3, 4), cents, cents).map(([ratePct, a, b]) => ({
  ...{ type: 'EFFORT_RATE', ratePct, minCents: Math.min(a, b), maxCents: Math.max(a, b) },
}));
const flat = cents.map((unitCents) => ({ type: 'FLAT', unitCents }));
const price = fc.oneof(brackets, effort, flat);
const audiences = fc.tuple(price, price).map(([near, far]) => ({
  type: 'BY_AUDIENCE',
  grids: [{ when: { resident: true, schoolLevels: ['MATERNELLE'] }, tariff: near }, { tariff: far }],
}));
const slices = fc
  .tuple(fc.oneof(price, audiences), fc.constantFrom(15, 30, 60), maybe(fc.constant('16:15')))
  .map(([tariff, sliceMinutes, from]) => ({
    ...{ type: 'TIME_SLICES', tariff, sliceMinutes, from },
  }));
const table = fc.tuple(cents, cents).map(([short, long]) => ({
  ...{
    type: 'TIME_SLICES',
    table: [
      { uptoMinutes: 60, cents: short },
      { uptoMinutes: 120, cents: long },
    ],
  },
}));
const forfait = fc.oneof(
  fc.oneof(price, audiences).map((tariff) => ({ type: 'FORFAIT', per: 'MONTH', tariff })),
  cents.map((one) => ({ type: 'FORFAIT', per: 'SCHOOL_YEAR', byDaysPerWeek: { 1: one, 2: one * 2 } })),
);
const options = (own: fc.Arbitrary<object>) =>
  fc.record(
    {
      costPriceCents: cents,
      prices: fc.record({ unplanned: counted(own), unjustifiedAbsence: counted(own) }, { requiredKeys: [] }),
      nonResident: markup,
      pai: markup,
      reductions: fc
        .tuple(fc.constantFrom('ELDEST_FIRST', 'BY_ENROLMENTS'), decimal(99, 2), cents)
        .map(([order, pct, off]) => [
          {
            type: 'SIBLINGS',
            order,
            ranks: [
              { from: 2, pct },
              { from: 3, cents: off },
            ],
          },
        ]),
      supplements: cents.map((extra) => [{ label: 'Goûter', cents: extra }]),
      latePickup: cents.map((extra) => ({ after: '18:00', sliceMinutes: 15, cents: extra })),
      split: fc.oneof(
        cents.map((mealCents) => ({ mealCents })),
        decimal(99, 2).map((mealPct) => ({ mealPct })),
      ),
    },
    { requiredKeys: ['costPriceCents', 'supplements'] },
  );
const tariffs = fc.oneof(
  fc.tuple(fc.oneof(price, audiences, slices, table), options(markup)),
  fc.tuple(forfait, options(plainMarkup)),
);
const read = (json: unknown): Tariff => {
  const parsed = parseTariff(JSON.parse(JSON.stringify(json)));
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.tariff;
};
const anyTariff = tariffs.map(([form, more]) => read({ ...form, ...more }));
const anyContext: fc.Arbitrary<PricingContext> = fc.record({
  quotient: fc.option(fc.nat(300_000)),
  resident: fc.boolean(),
  childRank: fc.integer({ min: 1, max: 5 }),
  enrolledRank: fc.integer({ min: 1, max: 3 }),
  schoolLevel: fc.constantFrom(...SCHOOL_LEVELS),
  daysPerWeek: fc.option(fc.integer({ min: 1, max: 5 })),
  pai: fc.boolean(),
});
const hour = fc
  .tuple(fc.integer({ min: 16, max: 19 }), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyHappening: fc.Arbitrary<Happened> = fc.record({
  event: fc.constantFrom(...CHARGE_EVENTS),
  arrival: fc.option(hour),
  departure: fc.option(hour),
  closesAt: fc.option(fc.constant('18:30')),
  countThisMonth: fc.integer({ min: 1, max: 5 }),
  countThisSchoolYear: fc.integer({ min: 1, max: 5 }),
  countThisInvoice: fc.integer({ min: 1, max: 5 }),
  rankInPeriod: fc.integer({ min: 1, max: 3 }),
  supplements: fc.constantFrom([], ['Goûter']),
  lateBooking: maybe(fc.oneof(fc.constant({ pct: 50 }), fc.constant({ abs: 300 }), fc.constant({ multiplier: 1.5 }))),
  promisedOn: maybe(fc.constant('2026-09-01')),
});

describe('whatever the tariff, the family and what happened', () => {
  it('a price is a whole number of cents, never negative, that its stored explanation gives again', () => {
    fc.assert(
      fc.property(anyTariff, anyContext, anyHappening, (tariff, context, happened) => {
        const quote = JSON.parse(JSON.stringify(quoteFor(tariff, context)));
        const { cents: amount, explanation, mealCents, careCents } = priceOf(quote, happened);
        expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
        const stored = JSON.parse(JSON.stringify(explanation));
        expect(stored).toEqual(explanation);
        expect(recheck(stored)).toBe(amount);
        expect(explanationInFrench(stored).join('\n')).not.toMatch(/ [:;!?%€]|undefined|NaN|null/);
        if (mealCents !== undefined) expect(sumCents([mealCents, careCents!])).toBe(amount);
      }),
      { numRuns: 3000 },
    );
  });

  it('the three prices told are those of the shortest use, when nothing else is to be known', () => {
    fc.assert(
      fc.property(anyTariff, anyContext, fc.constantFrom(...CHARGE_EVENTS), (tariff, context, event) => {
        const quote = quoteFor(tariff, context);
        const { unitCents, unplannedCents, unjustifiedAbsenceCents, rules } = quote;
        for (const told of [unitCents, unplannedCents, unjustifiedAbsenceCents]) expect(told).toBeGreaterThanOrEqual(0);
        if (rules!.stay || rules!.forfait) return;
        expect(priceOf(quote, { event }).cents).toBe(priceFor(event, quote));
      }),
    );
  });

  it('compiled once, it says the same to each', () => {
    fc.assert(
      fc.property(anyTariff, fc.array(anyContext, { maxLength: 8 }), (tariff, contexts) => {
        const compiled = compileTariff(tariff);
        for (const context of [...contexts, ...contexts.toReversed()])
          expect(compiled.quote(context)).toEqual(quoteFor(tariff, context));
      }),
    );
  });

  it('quotes that hold the same rules and row price alike, but for those of a rate', () => {
    fc.assert(
      fc.property(
        anyTariff,
        fc.array(anyContext, { minLength: 2, maxLength: 12 }),
        anyHappening,
        (tariff, contexts, happened) => {
          const compiled = compileTariff(tariff);
          const quotes = contexts.map((context) => compiled.quote(context));
          const known: { readonly rules: unknown; readonly row: string; readonly amount: number }[] = [];
          for (const quote of quotes.filter(({ basis }) => !basis.some(({ step }) => step === 'EFFORT_RATE'))) {
            const { cents: amount } = priceOf(quote, happened);
            const alike = known.find(({ rules, row }) => rules === quote.rules && row === quote.rowLabel);
            expect(alike?.amount ?? amount).toBe(amount);
            known.push({ rules: quote.rules, row: quote.rowLabel, amount });
          }
        },
      ),
    );
  });

  it('no amount depends on the order of the lines, nor on how they are split and merged', () => {
    const line = fc.tuple(anyContext, anyHappening);
    fc.assert(
      fc.property(anyTariff, fc.array(line, { maxLength: 8 }), fc.nat(8), (tariff, lines, cut) => {
        const compiled = compileTariff(tariff);
        const amounts = (some: typeof lines) =>
          some.map(([context, happened]) => priceOf(compiled.quote(context), happened).cents);
        const whole = sumCents(amounts(lines));
        expect(sumCents(amounts(lines.toReversed()))).toBe(whole);
        expect(sumCents([sumCents(amounts(lines.slice(0, cut))), sumCents(amounts(lines.slice(cut)))])).toBe(whole);
      }),
    );
  });

  it('a rate, or rising rows, never cost more to a lower quotient', () => {
    const rising = fc.oneof(
      effort,
      brackets.map(({ type, rows }) => {
        const sorted = rows.map(({ unitCents }) => unitCents!).sort((a, b) => a - b);
        return {
          type,
          rows: rows.map(({ label, quotientMin, quotientMax }, index) => ({
            label,
            quotientMin,
            quotientMax,
            unitCents: sorted[index],
          })),
        };
      }),
    );
    fc.assert(
      fc.property(rising, fc.nat(300_000), fc.nat(300_000), anyContext, (form, a, b, context) => {
        const compiled = compileTariff(
          read({ ...form, reductions: [{ type: 'SIBLINGS', ranks: [{ from: 2, pct: 33.33 }] }] }),
        );
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
          (quotient) => compiled.quote({ ...context, quotient }).unitCents,
        );
        expect(low!).toBeLessThanOrEqual(high!);
      }),
    );
  });

  it('the règlement table shows each of its rows in words', () => {
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const { lines, notes } = tariffTable(tariff);
        expect(lines.length).toBeGreaterThan(0);
        for (const { label, words } of lines)
          for (const text of [label, ...Object.values(words)]) expect(text).toMatch(/\S/);
        for (const text of [...notes, ...lines.flatMap(({ words }) => Object.values(words))])
          expect(text).not.toMatch(/ [:;!?%€]|undefined|NaN|null/);
      }),
    );
  });
});

describe('half up, once', () => {
  it('is what a line by hand gives, in whole numbers', () => {
    const percent = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(fc.nat(5000), percent, percent, (unitCents, off, more) => {
        const tariff = read({
          ...{ type: 'FLAT', unitCents },
          nonResident: { pct: (more / 100).toFixed(2) },
          reductions: [{ type: 'SIBLINGS', ranks: [{ from: 2, pct: (off / 100).toFixed(2) }] }],
        });
        const exact = BigInt(unitCents) * (10_000n + BigInt(more)) * (10_000n - BigInt(off));
        const byHand = (2n * exact + 100_000_000n) / 200_000_000n;
        expect(quoteFor(tariff, { quotient: null, resident: false, childRank: 2 }).unitCents).toBe(Number(byHand));
      }),
    );
  });
});
