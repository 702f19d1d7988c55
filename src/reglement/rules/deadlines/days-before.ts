import { type Temporal, wallClock } from '../../../kernel/civil-time.js';
import type { FieldError } from '../../../kernel/problem.js';
import { type ClosingHour, closingPhrase, parseClosingHour } from './closing-hour.js';
import { type CountingDays, type CountingUnit, counts, parseCountingUnit, unitWords } from './counting-unit.js';
import { parseWholeNumber, refuseUnknownFields } from './json-object.js';

/** « n jours avant, à telle heure »: `n` days that count before the day of service; 0 is the day of service itself. */
export interface DaysBefore {
  readonly type: 'DAYS_BEFORE';
  readonly n: number;
  readonly unit: CountingUnit;
  readonly at: ClosingHour;
}

const MAX_DAYS = 366;
/** 366 days of one weekday span seven years: beyond ten, no day counts at all. */
const FARTHEST_DAYS = 3660;

export function parseDaysBefore(json: Record<string, unknown>, field: string, errors: FieldError[]): DaysBefore {
  refuseUnknownFields(json, ['type', 'n', 'unit', 'at'], field, errors);
  return {
    type: 'DAYS_BEFORE',
    n: parseWholeNumber(json.n, { field: `${field}.n`, what: 'le nombre de jours', min: 0, max: MAX_DAYS }, errors),
    unit: parseCountingUnit(json.unit, `${field}.unit`, errors),
    at: parseClosingHour(json.at, `${field}.at`, errors),
  };
}

export function daysBeforeClosesAt(
  { n, unit, at }: DaysBefore,
  serviceDate: Temporal.PlainDate,
  context: CountingDays & { readonly zone: string },
): Temporal.Instant {
  let date = serviceDate;
  for (let missing = n, walked = 0; missing > 0; walked += 1) {
    if (walked === FARTHEST_DAYS) throw new RangeError(`no ${n} days that count before ${serviceDate.toString()}`);
    date = date.subtract({ days: 1 });
    if (counts(unit, date, context)) missing -= 1;
  }
  return wallClock(date, at, context.zone);
}

/** « à 2 jours ouvrés avant, avant 10 h 00 »: follows « jusqu’ ». */
export function daysBeforePhrase({ n, unit, at }: DaysBefore): string {
  // Midnight at the start of a plain day is the end of the day before, which reads more clearly.
  if (at === '00:00' && (n === 0 || unit === 'CALENDAR'))
    return daysBeforePhrase({ type: 'DAYS_BEFORE', n: n + 1, unit: 'CALENDAR', at: '24:00' });
  if (n === 0) return `au jour même${closingPhrase(at)}`;
  const words = unitWords(unit);
  if (n === 1) return at === '24:00' ? words.oneIncluded : `${words.one}${closingPhrase(at)}`;
  return `${words.several(n)}${at === '24:00' ? ', ce jour inclus' : closingPhrase(at)}`;
}
