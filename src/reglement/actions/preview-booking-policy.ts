import { Injectable } from '@nestjs/common';
import { DateOutsideCalendar, FindCalendar, type HolidayTerritory } from '../../calendar/index.js';
import { type CollectiviteRow, FindCollectivite, FindSites } from '../../collectivites/index.js';
import { dateIn, Temporal, type Weekday, weekdaysIn } from '../../kernel/civil-time.js';
import type { SchoolZone } from '../../kernel/french-calendars.js';
import { enumeration, plainDate, typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { Clock } from '../../platform/clock/clock.js';
import { reglementProblems } from '../problems.js';
import { compileDeadline } from '../rules/deadlines/compile-deadline.js';
import type { Deadline, DeadlineContext, DeadlineOperation } from '../rules/deadlines/deadline.js';
import { deadlineSentence } from '../rules/deadlines/deadline-sentence.js';
import { parseDeadline } from '../rules/deadlines/parse-deadline.js';
import { deadlineRefusals } from '../rules/deadlines/refusals.js';
import type { SampledService } from '../rules/deadlines/sample.js';
import { DeadlineNotDefined } from '../rules/deadlines/wall-moment.js';
import { deadlineWarnings } from '../rules/deadlines/warnings.js';
import type { BookingPolicy } from '../rules/policy/booking-policy.js';
import { parseBookingPolicy } from '../rules/policy/parse-policy.js';
import { compilePolicy, type PolicyInstants } from '../rules/policy/policy-instants.js';
import { policyRefusals } from '../rules/policy/policy-refusals.js';
import { policySentences } from '../rules/policy/policy-sentences.js';
import { policyWarnings } from '../rules/policy/policy-warnings.js';
import { eachPublic, operationsApart } from '../rules/policy/publics.js';
import { audienceInFrench } from '../rules/pricing/audience.js';
import { previewDates } from '../rules/preview-dates.js';
import { type RunsOn, serviceDates, serviceDays } from '../rules/service-days.js';

/** A rule to look at, and where; what is absent is the collectivité's own. */
export interface PolicyToPreview {
  readonly deadline?: unknown;
  /** A whole règlement, instead of one deadline. */
  readonly policy?: unknown;
  readonly operation?: DeadlineOperation | null | undefined;
  readonly order?: unknown;
  readonly serviceWeekdays?: readonly Weekday[] | null | undefined;
  readonly runsOn?: RunsOn | null | undefined;
  readonly startsAt?: string | null | undefined;
  readonly schoolZone?: SchoolZone | null | undefined;
  readonly holidaysOf?: HolidayTerritory | null | undefined;
  readonly siteId?: number | null | undefined;
  /** `YYYY-MM-DD`; absent: the days on which a rule deserves a look. */
  readonly dates?: readonly string[] | null | undefined;
}

export interface PreviewedDay {
  readonly date: Temporal.PlainDate;
  readonly closesAt: Temporal.Instant | null;
  readonly opensAt: Temporal.Instant | null;
  /** Every instant of a whole règlement. */
  readonly instants?: PolicyInstants;
}

export interface Preview {
  /** Of the collectivité: the instants are to be shown on its clock. */
  readonly zone: string;
  readonly sentence: string;
  /** Of a whole règlement. */
  readonly sentences?: readonly string[];
  readonly days: readonly PreviewedDay[];
  /** Of a whole règlement, the same days for each public that has limits of its own. */
  readonly publics?: readonly PreviewedPublic[];
  readonly warnings: readonly string[];
}

export interface PreviewedPublic {
  /** « maternelle, de 3 à 5 ans ». */
  readonly who: string;
  readonly days: readonly PreviewedDay[];
}

@Injectable()
export class PreviewBookingPolicy {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSites: FindSites,
    private readonly findCalendar: FindCalendar,
  ) {}

  /** Tries a deadline or a whole règlement on real days; stores nothing. Throws NOT_FOUND, DEADLINE_NOT_VALID. */
  async run(collectiviteId: number, wanted: PolicyToPreview): Promise<Preview> {
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const weekdays = wanted.serviceWeekdays ?? weekdaysIn(collectivite.schoolWeekdays);
    const context = await this.contextOf(collectivite, { ...wanted, weekdays });
    const today = dateIn(context.zone, this.clock.now());
    const year = serviceDates({ from: today, to: today.add({ years: 1 }) }, context);
    const asked = wanted.dates ? datesOf(wanted.dates) : null;
    const dates = asked ?? previewDates(today, context);
    const service = { dates: year, startsAt: wanted.startsAt ?? null, endsAt: null, context, weekdays };
    const shown = { dates, chosenHere: asked === null };
    return (wanted.policy ?? null) === null ? ofDeadline(wanted, shown, service) : ofPolicy(wanted, shown, service);
  }

  private async contextOf(
    { id: collectiviteId, timeZone: zone }: CollectiviteRow,
    where: PolicyToPreview & { readonly weekdays: readonly Weekday[] },
  ): Promise<DeadlineContext> {
    const { weekdays } = where;
    const [siteId, runsOn] = [where.siteId ?? null, where.runsOn ?? 'SCHOOL_DAYS'];
    if (siteId !== null) await this.findSites.one(collectiviteId, siteId);
    const calendar = await this.findCalendar.run(collectiviteId, siteId, {
      schoolZone: where.schoolZone ?? undefined,
      holidaysOf: where.holidaysOf ?? undefined,
    });
    const isServiceDay = serviceDays({ weekdays, runsOn, calendar });
    return { zone, calendar, isServiceDay, startsAt: where.startsAt ?? null };
  }
}

type Service = SampledService & { readonly weekdays: readonly Weekday[] };

/** The days to show: asked for, or chosen here. */
interface ShownDays {
  readonly dates: readonly Temporal.PlainDate[];
  readonly chosenHere: boolean;
}

function ofDeadline(wanted: PolicyToPreview, shown: ShownDays, service: Service): Preview {
  const { context } = service;
  const operation = wanted.operation ?? 'ADD';
  const deadline = readDeadline(wanted.deadline, 'deadline');
  const order = wanted.order ? readDeadline(wanted.order, 'order') : undefined;
  refuse(deadlineRefusals(deadline, 'deadline', { ...service, dates: [...shown.dates, ...service.dates], order }));
  const compiled = compileDeadline(deadline, context);
  return {
    zone: context.zone,
    sentence: deadlineSentence(deadline, operation),
    days: daysOf(shown, 'deadline', context, (date) => ({
      date,
      closesAt: compiled.closesAt(date),
      opensAt: compiled.opensAt(date),
    })),
    warnings: deadlineWarnings(deadline, operation, service),
  };
}

/** The closing shown of a day is that of booking; the others are among its instants. */
function ofPolicy({ policy: json, deadline, order }: PolicyToPreview, shown: ShownDays, service: Service): Preview {
  const { context, startsAt } = service;
  if (deadline ?? order) refuse([{ field: 'policy', message: EITHER }]);
  const parsed = parseBookingPolicy(json, 'policy');
  if ('errors' in parsed) throw notValid(parsed.errors);
  const { policy } = parsed;
  refuse(policyRefusals(policy, json, 'policy', { ...service, dates: [...shown.dates, ...service.dates] }));
  const compiled = (ruled: BookingPolicy) => compilePolicy(ruled, { ...context, startsAt });
  const previewed = (instantsOf: ReturnType<typeof compiled>) =>
    daysOf(shown, 'policy', context, (date) => {
      const instants = instantsOf(date);
      return { date, closesAt: instants.addClosesAt, opensAt: instants.addOpensAt, instants };
    });
  const forAll = compiled(policy);
  const publics = eachPublic(policy)
    .filter((_, index) => operationsApart(policy, [index]).size > 0)
    .map(({ own, policy: ruled }) => {
      const instantsOf = compiled(ruled);
      // One list leaves for the kitchen, whoever the children are.
      const days = previewed((date) => ({ ...instantsOf(date), ordersAt: forAll(date).ordersAt }));
      return { who: audienceInFrench(own.applies), days };
    });
  const sentences = policySentences(policy);
  return {
    zone: context.zone,
    sentence: sentences[0]!,
    sentences,
    days: previewed(forAll),
    ...(publics.length > 0 && { publics }),
    warnings: policyWarnings(policy, service),
  };
}

const EITHER = typeset('Envoyez « policy » seul, ou « deadline » avec « order » s’il le faut : pas les deux.');

function readDeadline(json: unknown, field: string): Deadline {
  const parsed = parseDeadline(json, field);
  if ('deadline' in parsed) return parsed.deadline;
  throw notValid(parsed.errors);
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw notValid(errors);
}

function notValid(errors: readonly FieldError[]) {
  return reglementProblems.DEADLINE_NOT_VALID(
    typeset('Ce délai ne peut pas s’appliquer tel quel : corrigez ce que signale « errors ».'),
    { errors },
  );
}

function datesOf(texts: readonly string[]): Temporal.PlainDate[] {
  const errors: FieldError[] = [];
  const dates = texts.flatMap((text, index) => {
    try {
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [Temporal.PlainDate.from(text, { overflow: 'reject' })];
    } catch {
      // Not a date of the calendar: refused below, like a wrong shape.
    }
    errors.push({ field: `dates[${index}]`, message: typeset('Indiquez une date qui existe, comme « 2026-11-30 ».') });
    return [];
  });
  refuse(errors);
  return dates;
}

/** Of the days chosen here, those that the rule says nothing about are left out: a warning tells of them. */
function daysOf(
  { dates, chosenHere }: ShownDays,
  field: string,
  context: DeadlineContext,
  previewed: (date: Temporal.PlainDate) => PreviewedDay,
): PreviewedDay[] {
  const errors: FieldError[] = [];
  const days = dates.flatMap((date, index) => {
    try {
      return [previewed(date)];
    } catch (error) {
      errors.push({ field: chosenHere ? field : `dates[${index}]`, message: whyNot(error, date, context) });
      return [];
    }
  });
  if (!chosenHere) refuse(errors);
  else if (days.length === 0) refuse(errors.slice(0, 1));
  return days;
}

function whyNot(error: unknown, date: Temporal.PlainDate, { calendar }: DeadlineContext): string {
  if (error instanceof DeadlineNotDefined) return error.reason;
  if (error instanceof DateOutsideCalendar)
    return typeset(
      `Le délai du ${plainDate(date)} dépend de vacances ou de jours fériés qui ne sont pas connus : choisissez une date des années scolaires ${enumeration(calendar.coveredSchoolYears)}.`,
    );
  throw error;
}
