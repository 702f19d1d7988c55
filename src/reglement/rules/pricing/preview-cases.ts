import type { CivilCalendar } from '../../../calendar/rules/index.js';
import { DateOutsideCalendar } from '../../../calendar/rules/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import type { FieldError } from '../../../kernel/problem.js';
import { compileTariff } from './compile-tariff.js';
import { explanationInFrench } from './explanation.js';
import { forfaitPeriod } from './forfait-period.js';
import type { PricingCase } from './parse-case.js';
import { counterOf, dependsOnHours, isInForfait, priceOf } from './price-of.js';
import type { Quote } from './quote.js';
import { chosenSupplements } from './supplements.js';
import type { Counter } from '../counter.js';
import type { Tariff } from './tariff.js';

export interface PreviewedCase {
  readonly amountCents: Cents;
  readonly explanation: readonly string[];
  readonly mealCents?: Cents;
  readonly careCents?: Cents;
}

export interface Previewed {
  /** In the order of the cases. */
  readonly cases: readonly PreviewedCase[];
  /** What was supposed where a case does not say it. */
  readonly warnings: readonly string[];
  /** Cases that cannot be priced; the others are then of no use. */
  readonly errors: readonly FieldError[];
}

/** What a tariff would ask in each of these cases. */
export function previewCases(tariff: Tariff, cases: readonly PricingCase[], calendar: CivilCalendar): Previewed {
  const compiled = compileTariff(tariff);
  const previewed: PreviewedCase[] = [];
  const warnings: string[] = [];
  const errors: FieldError[] = [];
  cases.forEach((one, index) => {
    const field = `cases[${index}]`;
    try {
      const quote = compiled.quote(one.context);
      const { unknown } = chosenSupplements(quote, one.happened.supplements ?? []);
      if (unknown.length > 0) {
        const message = `Ce tarif n’a pas de supplément « ${unknown.join(' », « ')} ».`;
        errors.push({ field: `${field}.supplements`, message: typeset(message) });
        return;
      }
      const { cents, explanation, ...parts } = priceOf(quote, {
        ...one.happened,
        period: periodOf(one, quote, calendar),
      });
      previewed.push({ amountCents: cents, explanation: explanationInFrench(explanation), ...parts });
      warnings.push(...supposed(one, quote).map((what) => typeset(`Cas n° ${index + 1} : ${what}`)));
    } catch (error) {
      errors.push(refusal(error, field));
    }
  });
  return { cases: previewed, warnings, errors };
}

function periodOf({ date }: PricingCase, { rules }: Quote, calendar: CivilCalendar) {
  if (rules?.forfait === undefined || date === null) return null;
  return forfaitPeriod(rules.forfait, Temporal.PlainDate.from(date), calendar);
}

const COUNTS: Record<Counter['period'], 'countThisMonth' | 'countThisSchoolYear' | 'countThisInvoice'> = {
  MONTH: 'countThisMonth',
  SCHOOL_YEAR: 'countThisSchoolYear',
  INVOICE: 'countThisInvoice',
};

function supposed({ happened }: PricingCase, quote: Quote): string[] {
  const counter = counterOf(quote, happened.event);
  const stays = happened.event !== 'UNJUSTIFIED_ABSENCE' && dependsOnHours(quote);
  return [
    ...(counter !== null && happened[COUNTS[counter.period]] === undefined
      ? [`sans ${COUNTS[counter.period]}, compté comme la première fois.`]
      : []),
    ...(isInForfait(quote, happened.event) && happened.rankInPeriod === undefined
      ? ['sans rankInPeriod, compté comme la première fois du forfait.']
      : []),
    ...(stays && happened.departure == null && quote.rules?.stay?.until === undefined
      ? ['sans heure de départ, compté jusqu’à la fin connue du service.']
      : []),
  ];
}

function refusal(error: unknown, field: string): FieldError {
  if (error instanceof DateOutsideCalendar)
    return { field: `${field}.date`, message: 'Le calendrier scolaire n’est pas encore publié à cette date.' };
  if (!(error instanceof RangeError)) throw error;
  const message =
    'Ce cas ne dit pas tout ce que le tarif demande : complétez l’âge, le niveau, le nombre d’enfants ou de jours, ou le prix coûtant.';
  return { field, message: typeset(message) };
}
