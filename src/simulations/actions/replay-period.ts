import { Injectable } from '@nestjs/common';
import { JudgeAbsences } from '../../attendance/index.js';
import type { CivilCalendar } from '../../calendar/index.js';
import { LoadCustody } from '../../families/index.js';
import { groupedBy } from '../../kernel/lists.js';
import type { FieldError } from '../../kernel/problem.js';
import { Database } from '../../platform/database/database.js';
import {
  LoadTariffs,
  LoadWindows,
  mergedPolicy,
  type SessionRow,
  type SessionWindows,
  type TariffBook,
} from '../../prestations/index.js';
import {
  type AbsencePolicy,
  type BookingPolicy,
  compilePolicy,
  type Effect,
  asksWhatIsTaken,
  type CompiledTariff,
  isToldBeforehand,
  type PolicyInstants,
} from '../../reglement/index.js';
import { dayAt, type Days, NO_DAYS } from '../rules/days.js';
import { LateCounts } from '../rules/meet-in-order.js';
import type { ChildMonth, MonthOfService } from '../rules/month.js';
import { cameUnbooked, payerOf, payersOf } from '../rules/payers.js';
import { newRanks, type Ranks, replayMonth } from '../rules/replay-month.js';
import type { Totals } from '../rules/totals.js';
import type { PayerOn } from '../rules/uses.js';
import { FactsBook, LoadFacts } from './facts-book.js';
import { type AbsencesBySession, LoadMonths, type MonthToLoad } from './load-months.js';
import { QuoteBook, type TariffOfDays } from './quote-book.js';
import { windowOfChild } from './window-of-child.js';
import { cannotHold, type DraftOfPrestation, notValid } from './read-draft.js';

/** What is replayed with what. */
export interface PeriodToReplay {
  /** Of the whole commune: school periods are told by it. */
  readonly calendar: CivilCalendar;
  readonly drafts: readonly DraftOfPrestation[];
}

const NOBODY = { familyIds: [], childIds: [] };

interface Sources {
  readonly calendar: CivilCalendar;
  readonly tariffs: TariffBook;
  readonly windows: ReadonlyMap<number, PolicyInstants>;
  /** Those of the règlements in force: what the mairie decided for a day holds under a draft too. */
  readonly planned: SessionWindows;
  readonly absences: { readonly before: AbsencesBySession; readonly after: AbsencesBySession };
}

/** One prestation on its way through the months. */
interface Replay {
  readonly draft: DraftOfPrestation;
  readonly quotes: QuoteBook;
  readonly ranks: Ranks;
  readonly counts: MonthToLoad['counts'];
  readonly toldBeforehand: boolean;
  /** What was taken with a day makes its price, before or under the draft. */
  readonly taken: boolean;
}

/** What is loaded and replayed together. */
interface Step {
  readonly months: readonly (MonthToLoad & { readonly replay: Replay })[];
  readonly facts: FactsBook;
}

/** What one query may join, and about as many children as one step should hold in memory. */
const SESSIONS_AT_ONCE = 50;

/**
 * Replays a period, a few prestations at a time and then month by month: what is held in memory is one month of these,
 * and each step is a read of its own, so that the service goes on answering.
 */
@Injectable()
export class ReplayPeriod {
  constructor(
    private readonly database: Database,
    private readonly judgeAbsences: JudgeAbsences,
    private readonly loadTariffs: LoadTariffs,
    private readonly loadWindows: LoadWindows,
    private readonly loadCustody: LoadCustody,
    private readonly loadFacts: LoadFacts,
    private readonly loadMonths: LoadMonths,
  ) {}

  /** Adds all that it finds to `totals`. Throws DRAFT_NOT_VALID on a policy that cannot hold on a day. */
  async run(collectiviteId: number, period: PeriodToReplay, totals: Totals): Promise<void> {
    const sources = await this.sources(collectiviteId, period);
    const steps = stepsOf(period.drafts, sources);
    const loadNext = () => {
      const { value: step } = steps.next();
      return step && { step, loading: this.load(collectiviteId, step, sources) };
    };
    for (let coming = loadNext(); coming;) {
      const { step, loading } = coming;
      const children = await loading;
      // The database gathers the next month while this one is priced.
      coming = loadNext();
      coming?.loading.catch(() => undefined);
      await this.replay(collectiviteId, step, { children, sources, totals });
    }
  }

  private async sources(collectiviteId: number, { calendar, drafts }: PeriodToReplay): Promise<Sources> {
    return this.database.read(async () => {
      const prestationIds = drafts.map(({ prestation }) => prestation.id);
      const sessions = drafts.flatMap((draft) => draft.sessions);
      const absencePolicies = new Map<number, AbsencePolicy | null>(
        drafts.flatMap(({ prestation, policy }) => (policy ? [[prestation.id, policy.absence ?? null]] : [])),
      );
      const before = await this.judgeAbsences.inSessions(collectiviteId, sessions);
      const after =
        absencePolicies.size === 0
          ? before
          : await this.judgeAbsences.inSessions(collectiviteId, sessions, absencePolicies);
      const planned = await this.loadWindows.run(collectiviteId, prestationIds, NOBODY);
      return {
        calendar,
        tariffs: await this.loadTariffs.run(collectiviteId, prestationIds),
        windows: windowsOf(drafts, planned),
        planned,
        absences: { before, after },
      };
    });
  }

  private load(collectiviteId: number, { months }: Step, { absences }: Sources): Promise<ChildMonth[][]> {
    return this.loadMonths.run(collectiviteId, months, { whole: wholePart(months), absences });
  }

  private replay(
    collectiviteId: number,
    { months, facts }: Step,
    { children, sources, totals }: { children: readonly ChildMonth[][]; sources: Sources; totals: Totals },
  ): Promise<void> {
    return this.database.read(async () => {
      const unbooked = children.flat().filter((child) => cameUnbooked(child) !== NO_DAYS);
      const custody = await this.loadCustody.run(collectiviteId, new Set(unbooked.map(({ childId }) => childId)));
      for (const [index, { replay, month }] of months.entries()) {
        const payerOn = payerOf(month, (childId, date) => custody.familyOn(childId, date));
        const ofMonth = children[index]!;
        await this.loadFacts.run(collectiviteId, facts, ofMonth, (child) => payersOf(child, payerOn));
        this.add(replay, month, ofMonth, { payerOn, sources, totals });
      }
    });
  }

  private add(
    { draft, quotes, ranks }: Replay,
    month: MonthOfService,
    children: readonly ChildMonth[],
    { payerOn, sources, totals }: { payerOn: PayerOn; sources: Sources; totals: Totals },
  ): void {
    const { prestation, tariff } = draft;
    const inForce = quotes.of(month, tariffsInForce(month, sources.tariffs));
    const drafted = tariff && quotes.of(month, [{ tariff: tariff.compiled, days: month.days }]);
    const replayed = replayMonth(month, children, {
      prices: { inForce, draft: drafted },
      service: { opensAt: prestation.startsAt, closesAt: prestation.endsAt, calendar: sources.calendar },
      ...{ payerOn, ranks },
    });
    totals.add(month, replayed, drafted ?? inForce);
    for (const child of children) totals.meet(month, child);
  }
}

/** Prestations of one site together: its families are then known once. */
function packs(drafts: readonly DraftOfPrestation[]): DraftOfPrestation[][] {
  const bySite = [...drafts].sort(
    (a, b) => a.prestation.siteId - b.prestation.siteId || a.prestation.id - b.prestation.id,
  );
  const all: { drafts: DraftOfPrestation[]; sessions: number }[] = [];
  for (const draft of bySite) {
    const busiest = Math.max(0, ...[...byMonth(draft.sessions).values()].map(({ length }) => length));
    const last = all.at(-1);
    if (last && last.sessions + busiest <= SESSIONS_AT_ONCE) {
      last.drafts.push(draft);
      last.sessions += busiest;
    } else all.push({ drafts: [draft], sessions: busiest });
  }
  return all.map((pack) => pack.drafts);
}

/** Each pack of prestations, month by month; what is known of one is forgotten with it. */
function* stepsOf(drafts: readonly DraftOfPrestation[], sources: Sources): Generator<Step, undefined> {
  for (const pack of packs(drafts)) yield* monthsOf(pack, sources);
}

function monthsOf(drafts: readonly DraftOfPrestation[], { tariffs, windows, planned }: Sources): Step[] {
  const facts = new FactsBook();
  const replays = drafts.map((draft) => {
    const { prestation, policy, sessions } = draft;
    const replay: Replay = {
      draft,
      quotes: new QuoteBook(prestation.id, (childId, familyId) => facts.factsOf(childId, familyId)),
      ranks: newRanks(),
      counts: {
        bookings: policy && counts(policy, 'add') ? new LateCounts() : null,
        cancellations: policy && counts(policy, 'cancel') ? new LateCounts() : null,
      },
      toldBeforehand: tariffs.versionsOf(prestation.id).every(isToldBeforehand),
      taken: draft.tariff?.taken === true || tariffs.versionsOf(prestation.id).some(asksWhatIsTaken),
    };
    return { replay, sessions: byMonth(sessions) };
  });
  const months = new Set(replays.flatMap(({ sessions }) => [...sessions.keys()]));
  return [...months].sort().map((yearMonth) => ({
    facts,
    months: replays.flatMap(({ replay, sessions }) => {
      const ofMonth = sessions.get(yearMonth);
      return ofMonth ? [{ replay, ...monthToLoad(replay, ofMonth, { windows, planned }) }] : [];
    }),
  }));
}

function byMonth(sessions: readonly SessionRow[]): Map<string, SessionRow[]> {
  return groupedBy(sessions, ({ date }) => date.toString().slice(0, 7));
}

/** What the draft sets for each session, but for the days of which the mairie decided otherwise. */
function windowsOf(drafts: readonly DraftOfPrestation[], planned: SessionWindows): Map<number, PolicyInstants> {
  const windows = new Map<number, PolicyInstants>();
  const errors: FieldError[] = [];
  for (const { policy, policyField, context, sessions } of drafts) {
    if (!policy) continue;
    const compiled = new Map<number | null, ReturnType<typeof compilePolicy>>();
    for (const session of sessions) {
      const rules = planned.exceptionFor(session);
      const ruled = mergedPolicy(policy, rules && { rules });
      const instantsOn = compiled.get(session.policyExceptionId) ?? compilePolicy(ruled, context);
      compiled.set(session.policyExceptionId, instantsOn);
      try {
        windows.set(session.id, instantsOn(session.date));
      } catch (error) {
        errors.push({ field: policyField, message: cannotHold(error) });
        break;
      }
    }
  }
  if (errors.length > 0) throw notValid(errors);
  return windows;
}

function monthToLoad(
  { draft, counts, toldBeforehand }: Replay,
  sessions: readonly SessionRow[],
  { windows, planned }: Pick<Sources, 'windows' | 'planned'>,
): MonthToLoad {
  const where = (holds: (session: SessionRow) => boolean): Days =>
    sessions.reduce((days, session, index) => (holds(session) ? days | dayAt(index) : days), NO_DAYS);
  return {
    month: {
      prestationId: draft.prestation.id,
      dates: sessions.map(({ date }) => date),
      days: where(() => true),
      calledOff: where(({ calledOffAt }) => calledOffAt !== null),
      billed: where(({ billedAt }) => billedAt !== null),
    },
    sessions,
    windows: draft.policy && sessions.map(({ id }) => windows.get(id)!),
    windowOfChild: windowOfChild(draft, sessions, planned),
    hours: !toldBeforehand || draft.tariff?.hours === true,
    counts,
  };
}

/** Promises are read whole only where their prices alone do not tell what is due. */
function wholePart(months: readonly (MonthToLoad & { readonly replay: Replay })[]) {
  const unbilled = ({ month }: MonthToLoad) => (month.days & ~month.billed) !== NO_DAYS;
  return {
    all: months.some((one) => !one.replay.toldBeforehand && (unbilled(one) || one.replay.draft.tariff === null)),
    late: months.some(
      ({ replay: { draft } }) => draft.tariff === null && draft.policy !== null && surcharges(draft.policy),
    ),
    bookedLate: months.some(unbilled),
    taken: months.some(({ replay }) => replay.taken),
  };
}

function surcharges(policy: BookingPolicy): boolean {
  return effectsOf(policy, 'add').some(({ type }) => type === 'SURCHARGE');
}

function counts(policy: BookingPolicy, operation: 'add' | 'cancel'): boolean {
  return effectsOf(policy, operation).some(({ counter }) => counter !== undefined);
}

/** Those of everybody, and of each public. */
function effectsOf({ publics = [], ...policy }: BookingPolicy, operation: 'add' | 'cancel'): Effect[] {
  return [policy, ...publics].flatMap((rules) => rules[operation]?.afterDeadline ?? []);
}

/** The versions of a tariff, each with its days. */
function tariffsInForce({ prestationId, dates }: MonthOfService, tariffs: TariffBook): TariffOfDays[] {
  const days = new Map<CompiledTariff, Days>();
  dates.forEach((date, index) => {
    const version = tariffs.on(prestationId, date);
    if (version) days.set(version.tariff, (days.get(version.tariff) ?? NO_DAYS) | dayAt(index));
  });
  return [...days].map(([tariff, some]) => ({ tariff, days: some }));
}
