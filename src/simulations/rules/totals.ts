import type { Cents } from '../../kernel/money.js';
import { dayCount, NO_DAYS } from './days.js';
import type { ChildMonth, Met, MonthOfService } from './month.js';
import type { PricedDays } from './price-uses.js';
import type { QuotesOf, ReplayedMonth } from './replay-month.js';

/** What was due, by what it was due for; the parts are the total. */
export interface Revenue {
  totalCents: Cents;
  /** Present, or booked and never pointed; days of carence too. */
  unitCents: Cents;
  unplannedCents: Cents;
  unjustifiedAbsenceCents: Cents;
  /** What being late added to the unit price. */
  lateSurchargeCents: Cents;
}

export interface Counted {
  count: number;
  cents: Cents;
}

/** What families paid for not doing what the règlement asks, and days of carence. */
export interface Penalties {
  readonly lateSurcharges: Counted;
  readonly unplanned: Counted;
  readonly unjustifiedAbsences: Counted;
  readonly carenceDays: Counted;
}

export interface PrestationTotals {
  readonly prestationId: number;
  readonly before: Revenue;
  readonly after: Revenue;
}

/** What the families of a row paid while they were in it. */
export interface RowTotals {
  readonly prestationId: number;
  readonly row: string;
  readonly families: number;
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
}

export interface FamilyTotals {
  readonly familyId: number;
  beforeCents: Cents;
  afterCents: Cents;
  /** By prestation, the row of the last days. */
  readonly rows: Map<number, string>;
}

/** Requests that would have met something else than a yes. */
export interface MetTotals {
  readonly prestationId: number;
  readonly met: Met;
  readonly count: number;
}

/** Sums up months as they are replayed; what it keeps grows with families and rows, not with days. */
export class Totals {
  private readonly byPrestation = new Map<number, PrestationTotals>();
  private readonly byRow = new Map<string, { of: { prestationId: number; row: string }; sums: RowSums }>();
  readonly families = new Map<number, FamilyTotals>();
  private readonly bookings = new Map<string, MetTotals>();
  private readonly cancellations = new Map<string, MetTotals>();
  readonly penalties = { before: noPenalties(), after: noPenalties() };

  /** `rows` gives the row of each day, of the draft's tariff or of the one in force. */
  add(month: MonthOfService, { before, after }: ReplayedMonth, rows: QuotesOf): void {
    const { prestationId } = month;
    const totals = this.byPrestation.get(prestationId) ?? { prestationId, before: nothing(), after: nothing() };
    this.byPrestation.set(prestationId, totals);
    for (const line of before) this.addLine(prestationId, line, 'before', rows, totals.before);
    for (const line of after) this.addLine(prestationId, line, 'after', rows, totals.after);
  }

  /** What the bookings and cancellations of a child met; those of sessions called off meet nothing. */
  meet({ prestationId, calledOff }: MonthOfService, { booked, cancelled }: ChildMonth): void {
    for (const { days, met } of booked) count(this.bookings, prestationId, met, dayCount(days & ~calledOff));
    for (const { day, booking, cancellation } of cancelled) {
      if ((day & calledOff) !== NO_DAYS) continue;
      count(this.bookings, prestationId, booking.met, 1);
      if (booking.met !== 'BLOCKED') count(this.cancellations, prestationId, cancellation.met, 1);
    }
  }

  get prestations(): PrestationTotals[] {
    return [...this.byPrestation.values()].sort((a, b) => a.prestationId - b.prestationId);
  }

  get rows(): RowTotals[] {
    return [...this.byRow.values()]
      .map(({ of, sums }) => ({
        ...of,
        families: sums.families.size,
        beforeCents: sums.beforeCents,
        afterCents: sums.afterCents,
      }))
      .sort((a, b) => a.prestationId - b.prestationId || (a.row < b.row ? -1 : 1));
  }

  /** Bookings that would not have been accepted as they were. */
  get lateBookings(): MetTotals[] {
    return notable(this.bookings);
  }

  get lateCancellations(): MetTotals[] {
    return notable(this.cancellations);
  }

  private addLine(
    prestationId: number,
    line: PricedDays,
    when: 'before' | 'after',
    rows: QuotesOf,
    revenue: Revenue,
  ): void {
    const { use, days, cents } = line;
    const times = dayCount(days);
    const family = this.familyOf(use.familyId);
    addRevenue(revenue, line, times);
    addPenalties(this.penalties[when], line, times);
    family[when === 'before' ? 'beforeCents' : 'afterCents'] += cents * times;
    const parts = when === 'after' && line.row !== null ? null : rows(use.childId, use.familyId, days);
    if (parts === null) this.addToRow(prestationId, line.row!, { family, when, cents: cents * times });
    else
      for (const { days: theirs, quote } of parts)
        this.addToRow(prestationId, quote.rowLabel, { family, when, cents: cents * dayCount(theirs & days) });
  }

  private addToRow(
    prestationId: number,
    row: string,
    { family, when, cents }: { family: FamilyTotals; when: 'before' | 'after'; cents: Cents },
  ): void {
    family.rows.set(prestationId, row);
    const sums = this.sumsOf(prestationId, row);
    sums.families.add(family.familyId);
    sums[when === 'before' ? 'beforeCents' : 'afterCents'] += cents;
  }

  private familyOf(familyId: number): FamilyTotals {
    let family = this.families.get(familyId);
    if (!family) {
      family = { familyId, beforeCents: 0, afterCents: 0, rows: new Map() };
      this.families.set(familyId, family);
    }
    return family;
  }

  private sumsOf(prestationId: number, row: string): RowSums {
    const key = `${prestationId}/${row}`;
    let known = this.byRow.get(key);
    if (!known) {
      known = { of: { prestationId, row }, sums: { families: new Set(), beforeCents: 0, afterCents: 0 } };
      this.byRow.set(key, known);
    }
    return known.sums;
  }
}

interface RowSums {
  readonly families: Set<number>;
  beforeCents: Cents;
  afterCents: Cents;
}

function nothing(): Revenue {
  return { totalCents: 0, unitCents: 0, unplannedCents: 0, unjustifiedAbsenceCents: 0, lateSurchargeCents: 0 };
}

function noPenalties(): Penalties {
  const none = () => ({ count: 0, cents: 0 });
  return { lateSurcharges: none(), unplanned: none(), unjustifiedAbsences: none(), carenceDays: none() };
}

const PART = {
  UNIT: 'unitCents',
  UNPLANNED: 'unplannedCents',
  UNJUSTIFIED_ABSENCE: 'unjustifiedAbsenceCents',
} as const;

function addRevenue(revenue: Revenue, { use, cents, lateCents }: PricedDays, times: number): void {
  revenue.totalCents += cents * times;
  revenue[PART[use.event]] += (cents - lateCents) * times;
  revenue.lateSurchargeCents += lateCents * times;
}

function addPenalties(penalties: Penalties, { use, cents, lateCents }: PricedDays, times: number): void {
  if (lateCents !== 0) addTo(penalties.lateSurcharges, times, lateCents);
  if (use.event === 'UNPLANNED') addTo(penalties.unplanned, times, cents);
  if (use.event === 'UNJUSTIFIED_ABSENCE') addTo(penalties.unjustifiedAbsences, times, cents);
  if (use.carence) addTo(penalties.carenceDays, times, cents);
}

function addTo(counted: Counted, times: number, cents: Cents): void {
  counted.count += times;
  counted.cents += cents * times;
}

function count(into: Map<string, MetTotals>, prestationId: number, met: Met, more: number): void {
  const key = `${prestationId}/${met}`;
  into.set(key, { prestationId, met, count: (into.get(key)?.count ?? 0) + more });
}

function notable(counts: ReadonlyMap<string, MetTotals>): MetTotals[] {
  return [...counts.values()]
    .filter(({ met, count: times }) => met !== 'IN_TIME' && met !== 'AS_IT_WAS' && times > 0)
    .sort((a, b) => a.prestationId - b.prestationId || (a.met < b.met ? -1 : 1));
}
