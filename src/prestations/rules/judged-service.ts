import type { CivilCalendar } from '../../calendar/rules/index.js';
import type { Temporal, Weekday } from '../../kernel/civil-time.js';
import { type RunsOn, type SampledService, serviceDates, serviceDays } from '../../reglement/rules/index.js';

/** A prestation on its days of service between two dates, both included, as far as its holidays are known. */
export function judgedService(
  prestation: {
    readonly weekdays: readonly Weekday[];
    readonly runsOn: RunsOn;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
  },
  { calendar, zone }: { readonly calendar: CivilCalendar; readonly zone: string },
  span: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): SampledService & { readonly weekdays: readonly Weekday[] } {
  const { weekdays, startsAt, endsAt } = prestation;
  const context = { zone, calendar, startsAt, isServiceDay: serviceDays({ ...prestation, calendar }) };
  return { weekdays, startsAt, endsAt, context, dates: serviceDates(span, context) };
}
