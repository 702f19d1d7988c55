import { Temporal, type Weekday } from '../../../kernel/civil-time.js';
import { longDate, longInstant, typeset, weekdayName } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { SERVICE_START } from './closing-hour.js';
import { compileDeadline } from './compile-deadline.js';
import type { Deadline } from './deadline.js';
import { NO_START } from './days-before.js';
import { formOf } from './forms.js';
import { orNull, type SampledService, samplesOf } from './sample.js';

/**
 * What a well-written rule cannot mean, tried on the days of a prestation: a weekday of service without a limit, days
 * that never count, an opening after the closing, a limit after the kitchen's order has left.
 */
export function deadlineRefusals(
  deadline: Deadline,
  field: string,
  service: SampledService & { readonly weekdays: readonly Weekday[]; readonly order?: Deadline | undefined },
): FieldError[] {
  return [
    ...missingWeekdays(deadline, field, service.weekdays),
    ...withoutStart(deadline, field, service),
    ...neverCounted(deadline, field, service),
    ...openingTooLate(deadline, field, service),
    ...(service.order ? afterOrder(deadline, field, service.order, service) : []),
  ];
}

/** Each deadline inside a rule, itself included, with its path. */
export function* partsOf(deadline: Deadline, field: string): Generator<{ part: Deadline; at: string }> {
  yield { part: deadline, at: field };
  for (const { path, part } of formOf(deadline.type).parts?.(deadline) ?? []) yield* partsOf(part, `${field}.${path}`);
  if (deadline.opensAt) yield* partsOf(deadline.opensAt, `${field}.opensAt`);
}

function missingWeekdays(deadline: Deadline, field: string, weekdays: readonly Weekday[]): FieldError[] {
  return [...partsOf(deadline, field)].flatMap(({ part, at }) =>
    part.type === 'BATCH'
      ? weekdays
          .filter((weekday) => !part.perWeekday[weekday])
          .map((weekday) => ({
            field: `${at}.perWeekday.${weekday}`,
            message: typeset(
              `Il manque le ${weekdayName(weekday)}, qui est un jour de service : donnez son délai, ou { "type": "NONE" } s’il n’a pas de limite.`,
            ),
          }))
      : [],
  );
}

function withoutStart(deadline: Deadline, field: string, { context }: SampledService): FieldError[] {
  if (context.startsAt != null) return [];
  return [...partsOf(deadline, field)].flatMap(({ part, at }) =>
    part.type === 'DAYS_BEFORE' && part.at === SERVICE_START ? [{ field: `${at}.at`, message: NO_START }] : [],
  );
}

function neverCounted(deadline: Deadline, field: string, { dates, context }: SampledService): FieldError[] {
  return [...partsOf(deadline, field)].flatMap(({ part, at }) => {
    if (part.type !== 'DAYS_BEFORE' || part.unit === 'CALENDAR') return [];
    if (part.at === SERVICE_START && context.startsAt == null) return [];
    const compiled = compileDeadline(part, context);
    if (dates.length === 0 || dates.some((date) => orNull(() => compiled.closesAt(date)))) return [];
    const message = `Cette façon de compter ne trouve jamais ${part.n} jours avant un jour de service : vérifiez les jours comptés, ou diminuez leur nombre.`;
    return [{ field: `${at}.unit`, message: typeset(message) }];
  });
}

function openingTooLate(deadline: Deadline, field: string, { dates, context }: SampledService): FieldError[] {
  const late = samplesOf(compileDeadline(deadline, context), dates).find(
    ({ opensAt, closesAt }) => opensAt !== null && Temporal.Instant.compare(opensAt, closesAt) >= 0,
  );
  if (!late?.opensAt) return [];
  const { date, opensAt, closesAt } = late;
  const message = `L’ouverture vient après la fin : pour le ${longDate(date)}, on ouvrirait ${whenIn(opensAt, context.zone)} et on fermerait ${whenIn(closesAt, context.zone)}.`;
  return [{ field: `${field}.opensAt`, message: typeset(message) }];
}

function afterOrder(
  deadline: Deadline,
  field: string,
  order: Deadline,
  { dates, context }: SampledService,
): FieldError[] {
  const orders = compileDeadline(order, context);
  for (const { date, closesAt } of samplesOf(compileDeadline(deadline, context), dates)) {
    const ordersAt = orNull(() => orders.closesAt(date));
    if (!ordersAt || Temporal.Instant.compare(closesAt, ordersAt) <= 0) continue;
    const message = `Ce délai finit après la commande à la cuisine : pour le ${longDate(date)}, il finit ${whenIn(closesAt, context.zone)} alors que la commande part ${whenIn(ordersAt, context.zone)}.`;
    return [{ field, message: typeset(message) }];
  }
  return [];
}

/** « le jeudi 26 novembre 2026 à 9 h 00 ». */
export function whenIn(instant: Temporal.Instant, zone: string): string {
  return `le ${longInstant(instant, zone)}`;
}
