import { parseClosingHour } from './closing-hour.js';
import { type Edge, type DayWords, momentWords, ordinal } from './day-words.js';
import type { DayOfMonth } from './deadline.js';
import type { DeadlineForm } from './form.js';
import { parseWholeNumber } from './json-object.js';

const MAX_MONTHS = 12;
/** The days that every month has. */
const SHORTEST_MONTH = 28;

export const dayOfMonth: DeadlineForm<DayOfMonth> = {
  choice: 'un jour d’un mois précédent',
  fields: ['monthsBack', 'day', 'at'],
  parse(json, field, { errors }) {
    const monthsBack = parseWholeNumber(
      json.monthsBack,
      { field: `${field}.monthsBack`, what: 'le nombre de mois (0 pour le mois même)', min: 0, max: MAX_MONTHS },
      errors,
    );
    const day = parseWholeNumber(json.day, { field: `${field}.day`, what: 'le jour du mois', min: 1, max: 31 }, errors);
    const named = day > 1 && day <= SHORTEST_MONTH ? { day: `le ${day}`, eve: `le ${ordinalDay(day - 1)}` } : undefined;
    return { type: 'DAY_OF_MONTH', monthsBack, day, at: parseClosingHour(json.at, `${field}.at`, errors, named) };
  },
  compile:
    ({ monthsBack, day, at }) =>
    (serviceDate) => ({
      // From the first of the month, so that 31 March minus one month is in February; `with` keeps to its last day.
      date: serviceDate.with({ day: 1 }).subtract({ months: monthsBack }).with({ day }, { overflow: 'constrain' }),
      at,
    }),
  phrase,
};

function phrase(form: DayOfMonth, edge: Edge): string {
  const { type, monthsBack, day, at } = form;
  if (edge === 'UNTIL' && at === '00:00' && day > 1 && day <= SHORTEST_MONTH)
    return phrase({ type, monthsBack, day: day - 1, at: '24:00' }, edge);
  if (edge === 'FROM' && at === '24:00' && day < SHORTEST_MONTH)
    return phrase({ type, monthsBack, day: day + 1, at: '00:00' }, edge);
  return momentWords(dayWords(form), at, edge);
}

function dayWords({ monthsBack, day }: DayOfMonth): DayWords {
  const month = monthWords(monthsBack);
  if (day === 31) return { article: 'le', noun: `dernier jour ${month}`, included: 'inclus' };
  const noun = `${ordinalDay(day)} ${month}`;
  return day <= SHORTEST_MONTH
    ? { article: 'le', noun, included: 'inclus' }
    : { article: 'le', noun, included: 'inclus', remark: 'ou le dernier jour d’un mois plus court' };
}

function ordinalDay(day: number): string {
  return day === 1 ? '1er' : String(day);
}

function monthWords(monthsBack: number): string {
  if (monthsBack === 0) return 'du même mois';
  if (monthsBack === 1) return 'du mois précédent';
  return `du ${ordinal(monthsBack)} mois qui précède`;
}
