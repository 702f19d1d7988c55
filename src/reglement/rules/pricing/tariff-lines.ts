import { dearestRow } from './forms/brackets.js';
import { euros, typeset } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import { toldPrices } from './compile-tariff.js';
import { type Leaf, leavesOf } from './leaves.js';
import { HIGHEST } from './parse-options.js';
import { perPeriod } from './price-words.js';
import type { Prices } from './prices.js';
import type { Quote } from './quote.js';
import { stayInFrench } from './slice-words.js';
import type { Tariff } from './tariff.js';
import {
  audiencesInFrench,
  daysWords,
  effortRateInFrench,
  leafLabel,
  optionsInFrench,
  quotientsInFrench,
  sliceInFrench,
  uptoInFrench,
} from './tariff-words.js';

/** One row of the règlement table: a row of a grid, a rate, a number of days, a length of stay. */
export interface TariffLine {
  readonly label: string;
  /** Whom it is for; empty for everybody. */
  readonly audience: string;
  readonly quotients: string;
  /** Null where the price depends on the family or on what happens: the words say how. */
  readonly cents: { readonly [Price in keyof Prices]: Cents | null };
  readonly words: { readonly [Price in keyof Prices]: string };
}

/** A tariff as the règlement shows it: its rows, and one French line for each thing that holds beside them. */
export interface TariffTable {
  readonly lines: readonly TariffLine[];
  readonly notes: readonly string[];
  /** What the families without a known quotient pay; null where no price depends on it. */
  readonly withoutQuotient: string | null;
}

export function tariffTable(tariff: Tariff): TariffTable {
  const leaves = leavesOf(tariff);
  const notes = leaves.flatMap((leaf) => optionsInFrench(leaf.options).map((note) => withAudience(leaf, note, leaves)));
  const missing = leaves.map(withoutQuotient).filter((words) => words !== null);
  return {
    lines: leaves.flatMap(linesOf),
    notes: [...new Set(notes)],
    withoutQuotient: missing.length === 0 ? null : [...new Set(missing)].join(' ; '),
  };
}

/** A note that not all the grids share says whose it is. */
function withAudience(leaf: Leaf, note: string, leaves: readonly Leaf[]): string {
  const shared = leaves.every(({ options }) => optionsInFrench(options).includes(note));
  return shared || leaf.audiences.length === 0 ? note : typeset(`${audiencesInFrench(leaf)} : ${note}`);
}

function linesOf(leaf: Leaf): TariffLine[] {
  const { form } = leaf;
  const audience = audiencesInFrench(leaf);
  const everybody = 'tous les QF';
  switch (form.type) {
    case 'FLAT':
      return [{ label: leafLabel(leaf, 0), audience, quotients: everybody, ...pricesOf(leaf, 0) }];
    case 'BRACKETS':
      return form.rows.map((row, index) => ({
        label: row.label,
        audience,
        quotients: quotientsInFrench(row),
        ...pricesOf(leaf, index),
      }));
    case 'EFFORT_RATE':
      return [
        { label: leafLabel(leaf, 0), audience, quotients: everybody, ...alike(per(leaf, effortRateInFrench(form))) },
      ];
    case 'DAYS_PER_WEEK':
      return Object.entries(form.byDaysPerWeek).map(([days, cents]) => ({
        label: daysWords(Number(days)),
        audience,
        quotients: everybody,
        ...pricesOf(leaf, 0, Number(days), cents),
      }));
    case 'NONE':
      return leaf.stay!.table!.map(({ uptoMinutes, cents }, index, all) => ({
        label: uptoInFrench(uptoMinutes, index === all.length - 1 ? all[index - 1]?.uptoMinutes : undefined),
        audience,
        quotients: everybody,
        ...same(cents),
      }));
  }
}

/** The prices of a row; those of a forfait are its whole amount, and what is charged beside it. */
function pricesOf(
  leaf: Leaf,
  rowIndex: number,
  daysPerWeek: number | null = null,
  whole?: Cents,
): Pick<TariffLine, 'cents' | 'words'> {
  const { forfait: periodic, ...withoutPeriod } = leaf;
  const told = toldPrices(leaf, rowIndex, daysPerWeek);
  const { unitCents: each, unplannedCents, unjustifiedAbsenceCents } = told;
  const prices = { unitCents: each, unplannedCents, unjustifiedAbsenceCents };
  if (!periodic) return { cents: prices, words: leaf.stay?.sliceMinutes ? bySlice(told) : inWords(prices) };
  const unitCents = whole ?? toldPrices(withoutPeriod, rowIndex, daysPerWeek).unitCents;
  const cents = { ...prices, unitCents };
  const beside = (amount: Cents) => (amount === 0 ? 'compris dans le forfait' : euros(amount));
  return {
    cents,
    words: {
      unitCents: per(leaf, euros(unitCents)),
      unplannedCents: beside(prices.unplannedCents),
      unjustifiedAbsenceCents: beside(prices.unjustifiedAbsenceCents),
    },
  };
}

/** Of the three prices, an absence has no length and what is added for who comes unplanned may be added once. */
function bySlice(quote: Quote): TariffLine['words'] {
  return {
    unitCents: stayInFrench(quote, { event: 'UNIT' }),
    unplannedCents: stayInFrench(quote, { event: 'UNPLANNED' }),
    unjustifiedAbsenceCents: stayInFrench(quote, { event: 'UNJUSTIFIED_ABSENCE' }),
  };
}

/** « 40,00 € par mois », « 1,1 % du QF par demi-heure commencée ». */
function per({ forfait: periodic, stay }: Leaf, price: string): string {
  if (periodic) return `${price} ${perPeriod(periodic.per)}`;
  return stay?.sliceMinutes === undefined ? price : `${price} ${sliceInFrench(stay)}`;
}

function same(cents: Cents): Pick<TariffLine, 'cents' | 'words'> {
  const prices = { unitCents: cents, unplannedCents: cents, unjustifiedAbsenceCents: cents };
  return { cents: prices, words: inWords(prices) };
}

function alike(words: string): Pick<TariffLine, 'cents' | 'words'> {
  return {
    cents: { unitCents: null, unplannedCents: null, unjustifiedAbsenceCents: null },
    words: { unitCents: words, unplannedCents: words, unjustifiedAbsenceCents: words },
  };
}

function inWords({ unitCents, unplannedCents, unjustifiedAbsenceCents }: Prices): TariffLine['words'] {
  return {
    unitCents: euros(unitCents),
    unplannedCents: euros(unplannedCents),
    unjustifiedAbsenceCents: euros(unjustifiedAbsenceCents),
  };
}

function withoutQuotient({ form, options }: Leaf): string | null {
  if (form.type === 'EFFORT_RATE') return euros(form.maxCents);
  if (form.type !== 'BRACKETS') return null;
  const named = options.missingQuotient?.row ?? HIGHEST;
  return named === HIGHEST ? form.rows[dearestRow(form.rows)]!.label : named;
}
