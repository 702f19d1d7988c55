import { weekdayOfWeek } from '../../../kernel/civil-time.js';
import { weekdayName } from '../../../kernel/french.js';
import { parseClosingHour } from './closing-hour.js';
import { type Edge, momentWords, ordinal } from './day-words.js';
import type { WeekdayOfWeek } from './deadline.js';
import type { DeadlineForm } from './form.js';
import { parseWholeNumber } from './json-object.js';
import { ambiguous, eveOf, morrowOf, parseWeekday } from './weekdays-field.js';

const MAX_WEEKS = 52;

export const weekdayOfAWeek: DeadlineForm<WeekdayOfWeek> = {
  choice: 'un jour d’une semaine précédente',
  fields: ['weeksBack', 'weekday', 'at'],
  parse(json, field, { errors }) {
    const weeksBack = parseWholeNumber(
      json.weeksBack,
      { field: `${field}.weeksBack`, what: 'le nombre de semaines (0 pour la semaine même)', min: 0, max: MAX_WEEKS },
      errors,
    );
    const weekday = parseWeekday(json.weekday, `${field}.weekday`, errors);
    const at = parseClosingHour(json.at, `${field}.at`, errors, ambiguous(weekday));
    return { type: 'WEEKDAY_OF_WEEK', weeksBack, weekday: weekday ?? 'MO', at };
  },
  compile:
    ({ weeksBack, weekday, at }) =>
    (serviceDate) => ({ date: weekdayOfWeek(serviceDate, weekday, -weeksBack), at }),
  phrase,
};

function phrase({ type, weeksBack, weekday, at }: WeekdayOfWeek, edge: Edge): string {
  // Midnight is said by the day that it ends or begins, as a règlement does.
  if (edge === 'UNTIL' && at === '00:00')
    return phrase(
      { type, weeksBack: weekday === 'MO' ? weeksBack + 1 : weeksBack, weekday: eveOf(weekday), at: '24:00' },
      edge,
    );
  if (edge === 'FROM' && at === '24:00' && (weekday !== 'SU' || weeksBack > 0))
    return phrase(
      { type, weeksBack: weekday === 'SU' ? weeksBack - 1 : weeksBack, weekday: morrowOf(weekday), at: '00:00' },
      edge,
    );
  const noun = `${weekdayName(weekday)} ${weekWords(weeksBack)}`;
  return momentWords({ article: 'le', noun, included: 'inclus' }, at, edge);
}

function weekWords(weeksBack: number): string {
  if (weeksBack === 0) return 'de la même semaine';
  if (weeksBack === 1) return 'de la semaine précédente';
  return `de la ${ordinal(weeksBack)} semaine qui précède`;
}
