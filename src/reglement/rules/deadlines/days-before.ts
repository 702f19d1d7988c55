import type { Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { parseClosingHour } from './closing-hour.js';
import { counts, parseCountingUnit, unitDay } from './counting-unit.js';
import { type Edge, momentWords } from './day-words.js';
import type { DaysBefore } from './deadline.js';
import type { DeadlineForm, PartContext } from './form.js';
import { parseWholeNumber } from './json-object.js';
import { DeadlineNotDefined, rememberedByDate } from './wall-moment.js';

const MAX_DAYS = 366;
/** 366 days of one weekday span seven years: beyond ten, no day counts at all. */
const FARTHEST_DAYS = 3660;

export const daysBefore: DeadlineForm<DaysBefore> = {
  choice: 'un nombre de jours avant',
  fields: ['n', 'unit', 'at'],
  parse: (json, field, { errors }) => ({
    type: 'DAYS_BEFORE',
    n: parseWholeNumber(json.n, { field: `${field}.n`, what: 'le nombre de jours', min: 0, max: MAX_DAYS }, errors),
    unit: parseCountingUnit(json.unit, `${field}.unit`, errors),
    at: parseClosingHour(json.at, `${field}.at`, errors),
  }),
  compile({ n, unit, at }, context) {
    const dayBefore = unit === 'CALENDAR' ? (date: Temporal.PlainDate) => date.subtract({ days: n }) : counted(context);
    return (serviceDate) => ({ date: dayBefore(serviceDate), at });

    function counted(days: PartContext) {
      const isCounted = rememberedByDate((date) => counts(unit, date, days));
      return (serviceDate: Temporal.PlainDate) => {
        let date = serviceDate;
        for (let missing = n, walked = 0; missing > 0; walked += 1) {
          if (walked === FARTHEST_DAYS) throw new DeadlineNotDefined(serviceDate, noDayCounts(n));
          date = date.subtract({ days: 1 });
          if (isCounted(date)) missing -= 1;
        }
        return date;
      };
    }
  },
  phrase,
};

function phrase({ n, unit, at }: DaysBefore, edge: Edge): string {
  // Midnight at the start of a plain day is the end of the day before, which reads more clearly as a limit…
  if (edge === 'UNTIL' && at === '00:00' && (n === 0 || unit === 'CALENDAR'))
    return phrase({ type: 'DAYS_BEFORE', n: n + 1, unit: 'CALENDAR', at: '24:00' }, edge);
  // … and the end of a day is the start of the next, which reads more clearly as an opening.
  if (edge === 'FROM' && at === '24:00' && n > 0 && unit === 'CALENDAR')
    return phrase({ type: 'DAYS_BEFORE', n: n - 1, unit, at: '00:00' }, edge);
  const day = n === 0 ? ({ article: 'le', noun: 'jour même', included: 'inclus' } as const) : unitDay(unit, n);
  return momentWords(day, at, edge);
}

function noDayCounts(n: number): string {
  return typeset(`Cette règle ne trouve pas ${n} jours qui comptent avant ce jour : vérifiez les jours à compter.`);
}
