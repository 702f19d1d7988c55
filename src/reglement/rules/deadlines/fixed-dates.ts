import { isBefore, spanHolds, spansOverlap, Temporal, weekdayOf } from '../../../kernel/civil-time.js';
import { longDate, monthName, plainDate, typeset, weekdayName } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { type ClosingHour, wholeEvening } from './closing-hour.js';
import { type Edge, momentWords } from './day-words.js';
import type { FixedDate, FixedDates } from './deadline.js';
import type { DeadlineForm } from './form.js';
import { isJsonObject, refuseUnknownFields } from './json-object.js';
import { DeadlineNotDefined } from './wall-moment.js';
import { parseWeekday } from './weekdays-field.js';

interface Limit {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly date: Temporal.PlainDate;
  readonly at: ClosingHour;
}

const MAX_DATES = 200;
/** A sentence tells so many limits one by one; beyond, it tells the first and the last. */
const TOLD = 6;

export const fixedDates: DeadlineForm<FixedDates> = {
  choice: 'les dates limites publiées par la mairie',
  fields: ['dates'],
  datesAreChosen: true,
  parse(json, field, { errors }) {
    const given = Array.isArray(json.dates) ? (json.dates as unknown[]) : [];
    if (given.length === 0 || given.length > MAX_DATES)
      errors.push({
        field: `${field}.dates`,
        message: `Donnez de 1 à ${MAX_DATES} dates limites, chacune avec sa période.`,
      });
    const before = errors.length;
    const dates = given.slice(0, MAX_DATES).map((one, index) => parseDate(one, `${field}.dates[${index}]`, errors));
    if (errors.length === before) refuseOverlaps(dates.map(limitOf), `${field}.dates`, errors);
    return { type: 'FIXED_DATES', dates };
  },
  compile({ dates }) {
    const limits = dates.map(limitOf);
    return (serviceDate) => {
      const limit = limits.find((one) => spanHolds(one, serviceDate));
      if (!limit)
        throw new DeadlineNotDefined(
          serviceDate,
          typeset(`Aucune période de la liste ne contient le ${plainDate(serviceDate)} : complétez les dates limites.`),
        );
      return limit;
    };
  },
  phrase({ dates }, edge) {
    const limits = [...dates].map((one) => ({ ...limitOf(one), period: one.period }));
    limits.sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
    const told = limits.map((one) => `${moment(one, edge)}, pour ${periodWords(one)}`);
    if (told.length <= TOLD) return told.join(' ; ');
    const list =
      edge === 'UNTIL' ? 'jusqu’aux dates publiées par la mairie' : 'à partir des dates publiées par la mairie';
    return `${list} (${told.length} dates, la première ${moment(limits[0]!, edge)}, pour ${periodWords(limits[0]!)}, la dernière ${moment(limits.at(-1)!, edge)}, pour ${periodWords(limits.at(-1)!)})`;
  },
};

function moment({ date, at }: Limit, edge: Edge): string {
  return momentWords({ article: 'le', noun: longDate(date), included: 'inclus' }, at, edge);
}

function periodWords({ from, to, period }: Limit & Pick<FixedDate, 'period'>): string {
  if (typeof period === 'string') return monthName(Temporal.PlainYearMonth.from(period));
  return from.equals(to) ? `le ${plainDate(from)}` : `la période du ${plainDate(from)} au ${plainDate(to)}`;
}

/** What was parsed before is read without looking for faults again. */
function limitOf({ period, closesAt }: FixedDate): Limit {
  const [date = '', at = ''] = closesAt.split('T');
  const limit = { date: Temporal.PlainDate.from(date), at };
  if (typeof period !== 'string')
    return { ...limit, from: Temporal.PlainDate.from(period.from), to: Temporal.PlainDate.from(period.to) };
  const month = Temporal.PlainYearMonth.from(period);
  return { ...limit, from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) };
}

function parseDate(json: unknown, field: string, errors: FieldError[]): FixedDate {
  const given = isJsonObject(json) ? json : {};
  refuseUnknownFields(given, ['period', 'closesAt', 'weekday'], field, errors);
  const period = parsePeriod(given.period, `${field}.period`, errors);
  const closesAt = parseLocal(given.closesAt, `${field}.closesAt`, errors);
  if (given.weekday === undefined || given.weekday === null) return { period, closesAt };
  const weekday = parseWeekday(given.weekday, `${field}.weekday`, errors);
  if (!weekday || !closesAt) return { period, closesAt };
  const date = Temporal.PlainDate.from(closesAt.slice(0, 10));
  if (weekday !== weekdayOf(date))
    errors.push({
      field: `${field}.weekday`,
      message: typeset(
        `Le ${plainDate(date)} est un ${weekdayName(weekdayOf(date))} et non un ${weekdayName(weekday)} : corrigez la date ou le jour.`,
      ),
    });
  return { period, closesAt, weekday };
}

function parsePeriod(json: unknown, field: string, errors: FieldError[]): FixedDate['period'] {
  if (typeof json === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(json)) return json;
  if (isJsonObject(json)) {
    refuseUnknownFields(json, ['from', 'to'], field, errors);
    const [from, to] = [parseDay(json.from, `${field}.from`, errors), parseDay(json.to, `${field}.to`, errors)];
    if (from && to && isBefore(to, from))
      errors.push({
        field: `${field}.to`,
        message: typeset('La période finit avant de commencer : corrigez ses dates.'),
      });
    return { from: from?.toString() ?? '', to: to?.toString() ?? '' };
  }
  errors.push({
    field,
    message: typeset(
      'Indiquez la période concernée : un mois comme « 2026-11 », ou { "from": "2026-11-02", "to": "2026-12-18" }.',
    ),
  });
  return '';
}

function parseDay(json: unknown, field: string, errors: FieldError[]): Temporal.PlainDate | null {
  const date = typeof json === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(json) ? existing(json) : null;
  if (!date) errors.push({ field, message: typeset('Indiquez une date qui existe, comme « 2026-11-02 ».') });
  return date;
}

function parseLocal(json: unknown, field: string, errors: FieldError[]): string {
  const [, day, at] =
    (typeof json === 'string' && /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(json)) || [];
  if (day && at && existing(day)) return `${day}T${wholeEvening(at)}`;
  errors.push({
    field,
    message: typeset(
      'Indiquez une date qui existe et son heure limite, sur l’horloge de la commune, comme « 2026-10-27T09:00 ».',
    ),
  });
  return '';
}

function existing(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function refuseOverlaps(limits: readonly Limit[], field: string, errors: FieldError[]): void {
  limits.forEach((limit, index) => {
    const other = limits.slice(0, index).find((earlier) => spansOverlap(earlier, limit));
    if (other)
      errors.push({
        field: `${field}[${index}].period`,
        message: typeset(
          `Cette période chevauche celle du ${plainDate(other.from)} au ${plainDate(other.to)} : un jour n’a qu’une date limite.`,
        ),
      });
  });
}
