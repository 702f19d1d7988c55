import type { Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { parseClosingHour, SERVICE_START } from './closing-hour.js';
import { counts, parseCountingUnit, unitDay } from './counting-unit.js';
import { dayWords, type Edge, momentWords } from './day-words.js';
import type { DaysBefore } from './deadline.js';
import type { DeadlineForm } from './form.js';
import { parseWholeNumber } from './json-object.js';
import { DeadlineNotDefined, lastDateThat, rememberedByDate } from './wall-moment.js';

const MAX_DAYS = 366;
/** Where no day counts in ten years, none ever does. */
const FARTHEST_DAYS = 3660;

export const daysBefore: DeadlineForm<DaysBefore> = {
  choice: 'un nombre de jours avant',
  fields: ['n', 'unit', 'at'],
  parse: (json, field, { errors }) => ({
    type: 'DAYS_BEFORE',
    n: parseWholeNumber(json.n, { field: `${field}.n`, what: 'le nombre de jours', min: 0, max: MAX_DAYS }, errors),
    unit: parseCountingUnit(json.unit, `${field}.unit`, errors),
    at: json.at === SERVICE_START ? SERVICE_START : parseClosingHour(json.at, `${field}.at`, errors),
  }),
  compile({ n, unit, at: given }, context) {
    const at = given === SERVICE_START ? context.startsAt : given;
    if (at == null)
      return (serviceDate) => {
        throw new DeadlineNotDefined(serviceDate, NO_START);
      };
    if (unit === 'CALENDAR') return (serviceDate) => ({ date: serviceDate.subtract({ days: n }), at });
    // Links from day to counted day are remembered: the days of a year share them, whatever `n`.
    const previous = rememberedByDate((date) =>
      lastDateThat((day) => counts(unit, day, context), date.subtract({ days: 1 }), FARTHEST_DAYS),
    );
    return (serviceDate) => {
      let date: Temporal.PlainDate | null = serviceDate;
      for (let missing = n; missing > 0 && date; missing -= 1) date = previous(date);
      if (!date) throw new DeadlineNotDefined(serviceDate, noDayCounts(n));
      return { date, at };
    };
  },
  phrase,
};

function phrase({ n, unit, at }: DaysBefore, edge: Edge): string {
  if (at === SERVICE_START) return fromStart(n, unit, edge);
  // Midnight at the start of a plain day is the end of the day before, which reads more clearly as a limit…
  if (edge === 'UNTIL' && at === '00:00' && (n === 0 || unit === 'CALENDAR'))
    return phrase({ type: 'DAYS_BEFORE', n: n + 1, unit: 'CALENDAR', at: '24:00' }, edge);
  // … and the end of a day is the start of the next, which reads more clearly as an opening.
  if (edge === 'FROM' && at === '24:00' && n > 0 && unit === 'CALENDAR')
    return phrase({ type: 'DAYS_BEFORE', n: n - 1, unit, at: '00:00' }, edge);
  const day = n === 0 ? ({ article: 'le', noun: 'jour même', included: 'inclus' } as const) : unitDay(unit, n);
  return momentWords(day, at, edge);
}

/** Beyond, nobody counts in hours. */
const DAYS_IN_HOURS = 4;

/** « jusqu’à 48 heures avant le début du service »; many days, and those that only count sometimes, are said as days. */
function fromStart(n: number, unit: DaysBefore['unit'], edge: Edge): string {
  if (n === 0) return edge === 'UNTIL' ? 'jusqu’au début du service' : 'à partir du début du service';
  if (unit === 'CALENDAR' && n <= DAYS_IN_HOURS)
    return `${edge === 'UNTIL' ? 'jusqu’à' : 'à partir de'} ${24 * n} heures avant le début du service`;
  return `${dayWords(unitDay(unit, n), edge)}, à l’heure du début du service`;
}

/** Said to the mairie where a rule counts from the start of a service that has none. */
export const NO_START = typeset(
  'Cette prestation n’a pas d’heure de début : donnez-la d’abord, ou choisissez une heure limite.',
);

function noDayCounts(n: number): string {
  return typeset(`Cette règle ne trouve pas ${n} jours qui comptent avant ce jour : vérifiez les jours à compter.`);
}
