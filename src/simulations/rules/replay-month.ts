import { Tally } from '../../billing/rules/index.js';
import { type Days, NO_DAYS } from './days.js';
import { supplementsCents } from '../../reglement/rules/index.js';
import { AS_USUAL, type AttendedDays, type ChildMonth, type MonthOfService } from './month.js';
import { type PricedDays, type QuotedDays, type Service, UsePricer } from './price-uses.js';
import { type PayerOn, type Use, usesAfter, usesBefore } from './uses.js';

/** The quotes of some days of a child whom a foyer pays for, with its usual menu unless told; days without a tariff are left out. */
export type QuotesOf = (
  childId: number,
  familyId: number,
  days: Days,
  menuTypeId?: number | null,
) => readonly QuotedDays[];

/** What the prices of one prestation go by. */
export interface Prices {
  /** The tariffs in force on each day. */
  readonly inForce: QuotesOf;
  /** The tariff of the draft; null: prices stay as they were. */
  readonly draft: QuotesOf | null;
}

/** Ranks that go on from month to month, before and after. */
export interface Ranks {
  readonly before: Tally;
  readonly after: Tally;
}

export function newRanks(): Ranks {
  return { before: new Tally(), after: new Tally() };
}

export interface ReplayedMonth {
  readonly before: readonly PricedDays[];
  readonly after: readonly PricedDays[];
}

/** What the families paid for one prestation in one month, or would pay today, and what they would pay under the draft. */
export function replayMonth(
  month: MonthOfService,
  children: readonly ChildMonth[],
  {
    prices,
    service,
    payerOn,
    ranks,
  }: { readonly prices: Prices; readonly service: Service; readonly payerOn: PayerOn; readonly ranks: Ranks },
): ReplayedMonth {
  const attended = new Map(children.map((child) => [child.childId, child.attended]));
  const attendedOf = (childId: number): readonly AttendedDays[] => attended.get(childId) ?? [];
  const before = new UsePricer(month, service, ranks.before, false);
  const after = new UsePricer(month, service, ranks.after, prices.draft !== null);
  for (const child of children) {
    for (const line of billedLines(child)) before.priced.push(line);
    for (const use of usesBefore(month, child, payerOn)) before.add(use, promised(use, prices), child.attended);
    for (const use of usesAfter(month, child, payerOn)) {
      const { draft } = prices;
      if (draft) after.add(use, draft(use.childId, use.familyId, use.days, use.taken.menuTypeId), child.attended);
      else addUnchanged(after, use, child, prices);
    }
  }
  return { before: before.settle(attendedOf), after: after.settle(attendedOf) };
}

/** What is due as it was billed stays at that amount; the rest is priced as it was promised. */
function addUnchanged(after: UsePricer, use: Use, child: ChildMonth, prices: Prices): void {
  const ruled = child.booked.filter(({ met }) => met !== 'AS_IT_WAS');
  const surcharged = daysOf(ruled.filter(({ surcharge, lateBooking }) => surcharge !== null || lateBooking !== null));
  let rest = use.days;
  for (const line of billedLines(child)) {
    if (line.use.event !== use.event || line.use.familyId !== use.familyId) continue;
    const same = line.days & rest & ~surcharged & ~(line.lateCents === 0 ? NO_DAYS : daysOf(ruled));
    if (same === NO_DAYS) continue;
    after.priced.push({ ...line, use, days: same });
    rest &= ~same;
  }
  if (rest !== NO_DAYS) after.add({ ...use, days: rest }, promised({ ...use, days: rest }, prices), child.attended);
}

function daysOf(groups: readonly { readonly days: Days }[]): Days {
  return groups.reduce((days, group) => days | group.days, NO_DAYS);
}

/** A promise holds whatever the tariff became. */
function promised(use: Use, { inForce }: Prices): readonly QuotedDays[] {
  return use.promise === null ? inForce(use.childId, use.familyId, use.days) : [{ days: use.days, quote: use.promise }];
}

/** What was billed, with its days of carence and what being late cost, as far as the promise tells. */
function billedLines(child: ChildMonth): PricedDays[] {
  const came = child.attended
    .filter(({ state }) => state === 'PRESENT' || state === 'PRESENT_UNPLANNED')
    .reduce((days, { days: some }) => days | some, NO_DAYS);
  const carence = child.absences.before.CARENCE & ~came;
  return child.charged.flatMap(({ familyId, days, event, cents }) => {
    const base = { childId: child.childId, familyId, event, promise: null, taken: AS_USUAL, surcharge: null };
    const parts = event === 'UNIT' ? [days & ~carence, days & carence] : [days, NO_DAYS];
    return parts.flatMap((part, index) => {
      if (part === NO_DAYS) return [];
      const use: Use = { ...base, days: part, carence: index === 1, absent: index === 1 };
      return linesOf(use, part, cents, child);
    });
  });
}

function linesOf(use: Use, days: Days, cents: number, { booked }: ChildMonth): PricedDays[] {
  const lines: PricedDays[] = [];
  let rest = days;
  if (use.event === 'UNIT' && !use.carence)
    for (const { days: theirs, promise, taken } of booked) {
      const late = cents - promise.unitCents - supplementsCents(promise, taken.supplements);
      const same = theirs & rest;
      if (same === NO_DAYS || late <= 0 || !isTold(promise)) continue;
      lines.push({ use, days: same, cents, lateCents: late, row: null });
      rest &= ~same;
    }
  if (rest !== NO_DAYS) lines.push({ use, days: rest, cents, lateCents: 0, row: null });
  return lines;
}

/** Whether the unit price was known beforehand: then what was billed beyond it is for being late. */
function isTold({ rules }: BookedPromise): boolean {
  return rules?.stay === undefined && rules?.forfait === undefined && rules?.latePickup === undefined;
}

type BookedPromise = ChildMonth['booked'][number]['promise'];
