import type { Temporal } from '../../../kernel/civil-time.js';
import { counted, typeset } from '../../../kernel/french.js';
import { unitDay } from './counting-unit.js';
import { type Edge, momentWords } from './day-words.js';
import type { DaysFrancsBefore } from './deadline.js';
import type { DeadlineForm, PartContext } from './form.js';
import { oneOf, parseWholeNumber } from './json-object.js';
import { DeadlineNotDefined, rememberedByDate } from './wall-moment.js';

const MAX_DAYS = 366;
/** The longest stretch without school holidays is well under a year. */
const LONGEST_PERIOD = 366;

export const daysFrancs: DeadlineForm<DaysFrancsBefore> = {
  choice: 'un nombre de jours francs avant le jour ou la période',
  fields: ['n', 'anchor', 'periodStart'],
  parse(json, field, { errors }) {
    const n = parseWholeNumber(
      json.n,
      { field: `${field}.n`, what: 'le nombre de jours francs', min: 1, max: MAX_DAYS },
      errors,
    );
    const anchor = oneOf(
      json.anchor,
      ['SERVICE_DAY', 'PERIOD_START'] as const,
      {
        field: `${field}.anchor`,
        what: 'ce que les jours francs précèdent : SERVICE_DAY (le jour de service) ou PERIOD_START (le début de la période)',
      },
      errors,
    );
    if (json.periodStart === undefined) return { type: 'DAYS_FRANCS_BEFORE', n, anchor };
    const periodStart = oneOf(
      json.periodStart,
      ['OFFICIAL', 'FIRST_SERVICE_DAY'] as const,
      {
        field: `${field}.periodStart`,
        what: 'le début de la période : OFFICIAL (le jour du calendrier scolaire) ou FIRST_SERVICE_DAY (le premier jour de service)',
      },
      errors,
    );
    if (anchor === 'SERVICE_DAY')
      errors.push({
        field: `${field}.periodStart`,
        message: typeset('Retirez « periodStart » : il n’a de sens qu’avec l’ancre PERIOD_START.'),
      });
    return { type: 'DAYS_FRANCS_BEFORE', n, anchor, periodStart };
  },
  compile({ n, anchor, periodStart }, context) {
    const start = anchor === 'SERVICE_DAY' ? (date: Temporal.PlainDate) => date : periodStartOf(context, periodStart);
    return (serviceDate) => ({ date: start(serviceDate).subtract({ days: n }), at: '00:00' });
  },
  phrase,
};

function periodStartOf(
  context: PartContext,
  from: DaysFrancsBefore['periodStart'] = 'OFFICIAL',
): (date: Temporal.PlainDate) => Temporal.PlainDate {
  const official = firstOfPeriod(context);
  if (from === 'OFFICIAL') return official;
  const firstServiceDay = rememberedByDate((first) => {
    for (let day = first, walked = 0; walked < LONGEST_PERIOD; day = day.add({ days: 1 }), walked += 1) {
      if (!official(day).equals(first)) return null;
      if (context.isServiceDay(day)) return day;
    }
    return null;
  });
  return (date) => {
    const day = firstServiceDay(official(date));
    if (!day) throw new DeadlineNotDefined(date, NO_SERVICE_DAY);
    return day;
  };
}

const NO_SERVICE_DAY = typeset(
  'La période de ce jour n’a aucun jour de service : vérifiez les jours de la semaine, et si la prestation fonctionne pendant les vacances.',
);

/** The first day of the school holidays that hold a date, or the day class resumed after the previous ones. */
function firstOfPeriod({ calendar }: PartContext): (date: Temporal.PlainDate) => Temporal.PlainDate {
  const inHolidays = rememberedByDate((date) => calendar.schoolHoliday(date) !== null);
  const first = rememberedByDate((date: Temporal.PlainDate): Temporal.PlainDate => {
    const before = date.subtract({ days: 1 });
    return inHolidays(before) === inHolidays(date) ? first(before) : date;
  });
  return first;
}

const PERIOD = {
  OFFICIAL: 'le premier jour de la période (vacances, ou reprise des cours)',
  FIRST_SERVICE_DAY: 'le premier jour de service de la période (vacances, ou reprise des cours)',
};

function phrase({ n, anchor, periodStart }: DaysFrancsBefore, edge: Edge): string {
  const days = counted(n, 'jour franc', 'jours francs');
  if (anchor === 'PERIOD_START')
    return `${edge === 'UNTIL' ? 'jusqu’à' : 'à partir de'} ${days} avant ${PERIOD[periodStart ?? 'OFFICIAL']}`;
  // 15 jours francs: the 16th day before is the last on which one may ask, the 15th the first on which one may not.
  const day = unitDay('CALENDAR', edge === 'UNTIL' ? n + 1 : n);
  return momentWords({ ...day, remark: days }, edge === 'UNTIL' ? '24:00' : '00:00', edge);
}
