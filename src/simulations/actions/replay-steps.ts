import type { CivilCalendar } from '../../calendar/index.js';
import { groupedBy } from '../../kernel/lists.js';
import { concerns, type PolicyBook, type SessionRow, type TariffBook } from '../../prestations/index.js';
import {
  asksWhatIsTaken,
  type BookingPolicy,
  type Effect,
  isToldBeforehand,
  isUnitToldBeforehand,
} from '../../reglement/index.js';
import { dayAt, dayCount, type Days, NO_DAYS } from '../rules/days.js';
import { LateCounts } from '../rules/meet-in-order.js';
import { MeetingsOfDay } from '../rules/meetings.js';
import { PriceLists } from '../rules/price-list.js';
import { newTallies, type Tallies } from '../rules/replay-month.js';
import type { AbsencesBySession } from './announced-absences.js';
import type { Drafted } from './draft-windows.js';
import { FactsBook } from './facts-book.js';
import type { MonthToLoad, Wanted } from './load-months.js';
import { QuoteBook } from './quote-book.js';
import type { DraftOfPrestation } from './read-draft.js';

export interface Sources extends Drafted {
  readonly calendar: CivilCalendar;
  readonly tariffs: TariffBook;
  readonly policies: PolicyBook;
  readonly absences: AbsencesBySession;
}

/** One prestation on its way through the months. */
export interface Replay {
  readonly draft: DraftOfPrestation;
  readonly lists: PriceLists;
  readonly quotes: QuoteBook;
  readonly tallies: Tallies;
  readonly counts: MonthToLoad['counts'];
  /** The prices of a day were all there was to know. */
  readonly toldBeforehand: boolean;
  /** The price of a booked day was. */
  readonly unitToldBeforehand: boolean;
  /** The rules of then let some book, or exchange, after their deadline. */
  readonly bookedLate: boolean;
  /** What was taken with a day makes its price, before or under the draft. */
  readonly taken: boolean;
}

export interface MonthToReplay extends MonthToLoad {
  readonly replay: Replay;
}

/** What is loaded and replayed together. */
export interface Step {
  readonly months: readonly MonthToReplay[];
  readonly wanted: Wanted;
  readonly facts: FactsBook;
}

/** What one query may ask for, and about as many children as one step should hold in memory. */
const SESSIONS_AT_ONCE = 150;

/** A few prestations at a time, month by month; what is known of their families is forgotten with them. */
export function* stepsOf(drafts: readonly DraftOfPrestation[], sources: Sources): Generator<Step, undefined> {
  for (const pack of packs(drafts)) yield* monthsOf(pack, sources);
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

function monthsOf(drafts: readonly DraftOfPrestation[], sources: Sources): Step[] {
  const facts = new FactsBook();
  const replays = drafts.map((draft) => ({
    replay: newReplay(draft, sources, facts),
    sessions: byMonth(draft.sessions),
  }));
  const yearMonths = new Set(replays.flatMap(({ sessions }) => [...sessions.keys()]));
  return [...yearMonths].sort().map((yearMonth) => {
    const months = replays.flatMap(({ replay, sessions }) => {
      const ofMonth = sessions.get(yearMonth);
      return ofMonth ? [monthToReplay(replay, ofMonth, sources)] : [];
    });
    return { facts, months, wanted: wantedOf(months, sources) };
  });
}

function newReplay(draft: DraftOfPrestation, { tariffs, policies }: Sources, facts: FactsBook): Replay {
  const { prestation, policy } = draft;
  const lists = new PriceLists({ opensAt: prestation.startsAt, closesAt: prestation.endsAt });
  const versions = tariffs.versionsOf(prestation.id);
  return {
    ...{ draft, lists },
    quotes: new QuoteBook(prestation.id, lists, (childId, familyId) => facts.factsOf(childId, familyId)),
    tallies: newTallies(),
    counts: {
      bookings: policy && counts(policy, 'add') ? new LateCounts() : null,
      cancellations: policy && counts(policy, 'cancel') ? new LateCounts() : null,
    },
    toldBeforehand: versions.every(isToldBeforehand),
    unitToldBeforehand: versions.every(isUnitToldBeforehand),
    bookedLate: letsBookLate(prestation, policies),
    taken: draft.tariff?.taken === true || versions.some(asksWhatIsTaken),
  };
}

function monthToReplay(replay: Replay, sessions: readonly SessionRow[], { drafted }: Sources): MonthToReplay {
  const { prestation, policy, tariff } = replay.draft;
  const rules = policy && sessions.map(({ id }) => drafted.get(id)!);
  const meetings = rules && rules.map(({ forAll, waived }) => new MeetingsOfDay(forAll.operations, waived));
  const apart = (rules ?? []).some(({ ofChild }) => ofChild !== null);
  return {
    month: {
      prestationId: prestation.id,
      dates: sessions.map(({ date }) => date),
      calledOff: daysWhere(sessions, ({ calledOffAt }) => calledOffAt !== null),
      billed: daysWhere(sessions, ({ billedAt }) => billedAt !== null),
      unitToldBeforehand: replay.unitToldBeforehand,
    },
    ...{ replay, sessions, counts: replay.counts },
    meetings,
    meetingsOfChild: apart ? (facts, child, day) => rules![day]!.ofChild?.(facts, child) ?? meetings![day]! : null,
    // Some of the children of a public may be late before the others.
    lateAt: rules && rules.map(({ forAll }) => (apart ? 0 : forAll.addClosesAt.epochMilliseconds)),
    hours: !replay.toldBeforehand || tariff?.hours === true,
  };
}

function daysWhere(sessions: readonly SessionRow[], holds: (session: SessionRow) => boolean): Days {
  return sessions.reduce((days, session, day) => (holds(session) ? days | dayAt(day) : days), NO_DAYS);
}

function byMonth(sessions: readonly SessionRow[]): Map<string, SessionRow[]> {
  return groupedBy(sessions, ({ date }) => date.toString().slice(0, 7));
}

/** Promises are read whole only where their prices alone do not tell what is due; instants, where stages do not. */
function wantedOf(months: readonly MonthToReplay[], { waivedFamilies }: Sources): Wanted {
  const unbilled = ({ month: { dates, billed } }: MonthToReplay) => dayCount(billed) < dates.length;
  const whole = {
    all: months.some((one) => !one.replay.toldBeforehand && (unbilled(one) || one.replay.draft.tariff === null)),
    late: months.some(
      ({ replay: { draft } }) => draft.tariff === null && draft.policy !== null && surcharges(draft.policy),
    ),
    bookedLate: months.some(({ replay }) => replay.bookedLate),
    taken: months.some(({ replay }) => replay.taken),
  };
  return { whole, instants: { late: months.some(oneByOne), families: waivedFamilies } };
}

function letsBookLate(prestation: DraftOfPrestation['prestation'], policies: PolicyBook): boolean {
  const exceptions = [...policies.allExceptions].filter((exception) => concerns(exception, prestation));
  const ruling = [
    ...policies.versions.filter(({ prestationId }) => prestationId === prestation.id).map(({ policy }) => policy),
    ...exceptions.map(({ rules }) => rules),
  ];
  return ruling.some((rules) => [...effectsOf(rules, 'add'), ...effectsOf(rules, 'modify')].length > 0);
}

/** Whether each late booking is looked at on its own: where some count, or where some children have rules apart. */
function oneByOne({ counts: { bookings }, meetingsOfChild }: MonthToReplay): boolean {
  return bookings !== null || meetingsOfChild !== null;
}

function surcharges(policy: BookingPolicy): boolean {
  return effectsOf(policy, 'add').some(({ type }) => type === 'SURCHARGE');
}

function counts(policy: BookingPolicy, operation: 'add' | 'cancel'): boolean {
  return effectsOf(policy, operation).some(({ counter }) => counter !== undefined);
}

/** Those of everybody, and of each public. */
function effectsOf(
  { publics = [], ...policy }: Partial<BookingPolicy>,
  operation: 'add' | 'cancel' | 'modify',
): Effect[] {
  return [policy, ...publics].flatMap((rules) => rules[operation]?.afterDeadline ?? []);
}
