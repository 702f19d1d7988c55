import type { CivilCalendar } from '../../../calendar/rules/index.js';
import { type Temporal, type Weekday, WEEKDAYS, weekdayOf } from '../../../kernel/civil-time.js';
import { enumeration, NBSP, weekdayName } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { type DayWords, ordinal } from './day-words.js';
import { isJsonObject, refuseUnknownFields } from './json-object.js';

/** Which days count, in the mairie's own choice. */
export interface CustomUnit {
  readonly type: 'CUSTOM';
  /** The days of the week that count; at least one. */
  readonly weekdays: readonly Weekday[];
  /** Whether public holidays are skipped. */
  readonly skipFeries: boolean;
  /** Whether school holidays are skipped. */
  readonly skipVacances: boolean;
  /** Whether closures by the mairie are skipped. */
  readonly skipClosures: boolean;
}

const NAMED_UNITS = ['CALENDAR', 'MON_FRI', 'OUVRE', 'OUVRABLE', 'SERVICE_DAY'] as const;

/**
 * The days that count when a règlement says « n jours avant »:
 * CALENDAR every day; MON_FRI without week-ends, public holidays counted; OUVRE Monday to Friday without public
 * holidays (school holidays count); OUVRABLE Monday to Saturday without public holidays; SERVICE_DAY the days on
 * which the prestation runs; CUSTOM as the mairie decides.
 */
export type CountingUnit = (typeof NAMED_UNITS)[number] | CustomUnit;

export interface CountingDays {
  readonly calendar: CivilCalendar;
  readonly isServiceDay: (date: Temporal.PlainDate) => boolean;
}

/** Whether a date counts. Throws DateOutsideCalendar when that needs holidays which are not known. */
export function counts(
  unit: CountingUnit,
  date: Temporal.PlainDate,
  { calendar, isServiceDay }: CountingDays,
): boolean {
  const weekday = weekdayOf(date);
  switch (unit) {
    case 'CALENDAR':
      return true;
    case 'MON_FRI':
      return weekday !== 'SA' && weekday !== 'SU';
    case 'OUVRE':
      return weekday !== 'SA' && weekday !== 'SU' && calendar.publicHoliday(date) === null;
    case 'OUVRABLE':
      return weekday !== 'SU' && calendar.publicHoliday(date) === null;
    case 'SERVICE_DAY':
      return isServiceDay(date);
    default:
      return (
        unit.weekdays.includes(weekday) &&
        !(unit.skipFeries && calendar.publicHoliday(date) !== null) &&
        !(unit.skipVacances && calendar.schoolHoliday(date) !== null) &&
        !(unit.skipClosures && calendar.closure(date) !== null)
      );
  }
}

/** The n-th day that counts before, from one on: « la veille », « le 2e jour ouvré qui précède ». */
export function unitDay(unit: CountingUnit, n: number): DayWords {
  switch (unit) {
    case 'CALENDAR':
      return plainDay(n, n > 0 && n % 7 === 0 ? (n === 7 ? 'une semaine' : `${n / 7} semaines`) : '');
    case 'MON_FRI':
      return plainDay(n, 'samedis et dimanches non comptés');
    case 'OUVRE':
      return precedingDay(n, 'jour ouvré');
    case 'OUVRABLE':
      return precedingDay(n, 'jour ouvrable');
    case 'SERVICE_DAY':
      return precedingDay(n, 'jour de service');
    default:
      return plainDay(n, customRemark(unit));
  }
}

function plainDay(n: number, text: string): DayWords {
  const remark = text ? { remark: text } : {};
  if (n === 1) return { article: 'la', noun: 'veille', included: 'incluse', ...remark };
  if (n === 2) return { article: 'l’', noun: 'avant-veille', included: 'incluse', ...remark };
  return { article: 'le', noun: `${ordinal(n)} jour qui précède`, ...remark };
}

function precedingDay(n: number, day: string): DayWords {
  return n === 1
    ? { article: 'le', noun: `${day} précédent`, included: 'inclus' }
    : { article: 'le', noun: `${ordinal(n)} ${day} qui précède` };
}

function customRemark(unit: CustomUnit): string {
  const skipped = [
    ...(unit.skipFeries ? ['jours fériés'] : []),
    ...(unit.skipVacances ? ['vacances scolaires'] : []),
    ...(unit.skipClosures ? ['jours de fermeture'] : []),
  ];
  const except = skipped.length > 0 ? `hors ${enumeration(skipped)}` : '';
  if (unit.weekdays.length === WEEKDAYS.length) return except;
  const days = `seuls comptent les ${enumeration(unit.weekdays.map((weekday) => `${weekdayName(weekday)}s`))}`;
  return except ? `${days}, ${except}` : days;
}

const UNIT_CHOICES =
  'CALENDAR (tous les jours), MON_FRI (sans les week-ends), OUVRE (jours ouvrés), OUVRABLE (jours ouvrables), ' +
  'SERVICE_DAY (jours de service) ou { "type": "CUSTOM", "weekdays": […] }';

export function parseCountingUnit(json: unknown, field: string, errors: FieldError[]): CountingUnit {
  if (NAMED_UNITS.some((unit) => unit === json)) return json as CountingUnit;
  if (isJsonObject(json) && json.type === 'CUSTOM') return parseCustomUnit(json, field, errors);
  const missing = json === undefined || json === null || json === '';
  errors.push({
    field,
    message: `${missing ? 'Indiquez les jours à compter' : `Cette façon de compter les jours n’existe pas${NBSP}; choisissez`}${NBSP}: ${UNIT_CHOICES}.`,
  });
  return 'CALENDAR';
}

function parseCustomUnit(json: Record<string, unknown>, field: string, errors: FieldError[]): CustomUnit {
  refuseUnknownFields(json, ['type', 'weekdays', 'skipFeries', 'skipVacances', 'skipClosures'], field, errors);
  const given = Array.isArray(json.weekdays) ? (json.weekdays as unknown[]) : [];
  const weekdays = WEEKDAYS.filter((weekday) => given.includes(weekday));
  if (weekdays.length === 0 || weekdays.length !== given.length)
    errors.push({
      field: `${field}.weekdays`,
      message: 'Choisissez les jours de la semaine qui comptent, une fois chacun, parmi MO, TU, WE, TH, FR, SA et SU.',
    });
  const flag = (name: 'skipFeries' | 'skipVacances' | 'skipClosures') => {
    const value = json[name] ?? false;
    if (typeof value !== 'boolean')
      errors.push({
        field: `${field}.${name}`,
        message: 'Répondez par true (ces jours ne comptent pas) ou false (ils comptent).',
      });
    return value === true;
  };
  return {
    type: 'CUSTOM',
    weekdays,
    skipFeries: flag('skipFeries'),
    skipVacances: flag('skipVacances'),
    skipClosures: flag('skipClosures'),
  };
}
