import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { dayCount, NO_DAYS } from './days.js';
import type { ChildMonth, Met, MonthOfService } from './month.js';
import type { Price } from './price-list.js';
import type { Use } from './uses.js';

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
  /** By prestation, the row of the last day. */
  readonly rows: Map<number, RowOfFamily>;
}

export interface RowOfFamily {
  row: string;
  /** As `dayNumber` tells it. */
  on: number;
}

/** Requests that would have met something else than a yes. */
export interface MetTotals {
  readonly prestationId: number;
  readonly met: Met;
  readonly count: number;
}

export type When = 'before' | 'after';

/** Sums up months as they are replayed; what it keeps grows with families and rows, not with days. */
export class Totals {
  private readonly byPrestation = new Map<number, PrestationTotals>();
  readonly families = new Map<number, FamilyTotals>();
  readonly penalties = { before: noPenalties(), after: noPenalties() };

  of(prestationId: number): PrestationTotals {
    const totals = this.byPrestation.get(prestationId) ?? new PrestationTotals(prestationId, this);
    this.byPrestation.set(prestationId, totals);
    return totals;
  }

  get prestations(): PrestationTotals[] {
    return [...this.byPrestation.values()].sort((a, b) => a.prestationId - b.prestationId);
  }

  get rows(): RowTotals[] {
    return this.prestations.flatMap(({ rows }) => rows);
  }

  /** Bookings that would not have been accepted as they were. */
  get lateBookings(): MetTotals[] {
    return this.prestations.flatMap(({ lateBookings }) => lateBookings);
  }

  get lateCancellations(): MetTotals[] {
    return this.prestations.flatMap(({ lateCancellations }) => lateCancellations);
  }

  familyOf(familyId: number): FamilyTotals {
    let family = this.families.get(familyId);
    if (!family) this.families.set(familyId, (family = { familyId, beforeCents: 0, afterCents: 0, rows: new Map() }));
    return family;
  }
}

/** Those of one prestation. */
export class PrestationTotals {
  readonly before = nothing();
  readonly after = nothing();
  readonly unpriced = { before: noUnpriced(), after: noUnpriced() };
  private readonly byRow = new Map<string, RowSums>();
  private readonly bookings = new Map<Met, number>();
  private readonly cancellations = new Map<Met, number>();
  /** Days come child by child: the family and the row are mostly those of the day before. */
  private last: Sums | null = null;

  constructor(
    readonly prestationId: number,
    private readonly all: Totals,
  ) {}

  /** One day, as `dayNumber` tells it; without a row where no tariff holds on it. */
  add(
    when: When,
    use: Pick<Use, 'event' | 'carence'> & { readonly familyId: number },
    price: Price,
    row: string | null,
    on: number,
  ): void {
    addRevenue(this[when], use, price);
    addPenalties(this.all.penalties[when], use, price);
    const { family, ofRow, rowOfFamily } = this.sumsFor(use.familyId, row);
    family[CENTS[when]] += price.cents;
    if (ofRow) ofRow[CENTS[when]] += price.cents;
    if (row === null || !rowOfFamily || on < rowOfFamily.on) return;
    rowOfFamily.row = row;
    rowOfFamily.on = on;
  }

  /** A day on which no tariff holds. */
  addUnpriced(when: When, date: Temporal.PlainDate): void {
    const unpriced = this.unpriced[when];
    unpriced.days += 1;
    if (!unpriced.from || isBefore(date, unpriced.from)) unpriced.from = date;
    if (!unpriced.to || isBefore(unpriced.to, date)) unpriced.to = date;
  }

  /** What the bookings and cancellations of a child met; those of sessions called off meet nothing. */
  meet({ calledOff }: MonthOfService, { booked, cancelled }: ChildMonth): void {
    for (const { days, met } of booked) count(this.bookings, met, dayCount(days & ~calledOff));
    for (const { days, booking, cancellation } of cancelled) {
      if ((days & calledOff) !== NO_DAYS) continue;
      count(this.bookings, booking.met, 1);
      if (booking.met !== 'BLOCKED') count(this.cancellations, cancellation.met, 1);
    }
  }

  get rows(): RowTotals[] {
    const { prestationId } = this;
    return [...this.byRow]
      .map(([row, { families, ...sums }]) => ({ prestationId, row, families: families.size, ...sums }))
      .sort((a, b) => (a.row < b.row ? -1 : 1));
  }

  get lateBookings(): MetTotals[] {
    return notable(this.prestationId, this.bookings);
  }

  get lateCancellations(): MetTotals[] {
    return notable(this.prestationId, this.cancellations);
  }

  private sumsFor(familyId: number, row: string | null): Sums {
    if (this.last?.family.familyId === familyId && this.last.row === row) return this.last;
    const family = this.all.familyOf(familyId);
    if (row === null) return (this.last = { family, row, ofRow: null, rowOfFamily: null });
    let ofRow = this.byRow.get(row);
    if (!ofRow) this.byRow.set(row, (ofRow = { families: new Set(), beforeCents: 0, afterCents: 0 }));
    ofRow.families.add(familyId);
    let rowOfFamily = family.rows.get(this.prestationId);
    if (!rowOfFamily) family.rows.set(this.prestationId, (rowOfFamily = { row, on: 0 }));
    return (this.last = { family, row, ofRow, rowOfFamily });
  }
}

interface Sums {
  readonly family: FamilyTotals;
  readonly row: string | null;
  readonly ofRow: RowSums | null;
  readonly rowOfFamily: RowOfFamily | null;
}

/** Days that no tariff holds, and the first and the last of them. */
export interface Unpriced {
  days: number;
  from: Temporal.PlainDate | null;
  to: Temporal.PlainDate | null;
}

interface RowSums {
  readonly families: Set<number>;
  beforeCents: Cents;
  afterCents: Cents;
}

function noUnpriced(): Unpriced {
  return { days: 0, from: null, to: null };
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

const CENTS = { before: 'beforeCents', after: 'afterCents' } as const;

function addRevenue(revenue: Revenue, { event }: Pick<Use, 'event'>, { cents, lateCents }: Price): void {
  revenue.totalCents += cents;
  revenue[PART[event]] += cents - lateCents;
  revenue.lateSurchargeCents += lateCents;
}

function addPenalties(
  penalties: Penalties,
  { event, carence }: Pick<Use, 'event' | 'carence'>,
  { cents, lateCents }: Price,
): void {
  if (lateCents !== 0) addTo(penalties.lateSurcharges, lateCents);
  if (event === 'UNPLANNED') addTo(penalties.unplanned, cents);
  if (event === 'UNJUSTIFIED_ABSENCE') addTo(penalties.unjustifiedAbsences, cents);
  if (carence) addTo(penalties.carenceDays, cents);
}

function addTo(counted: Counted, cents: Cents): void {
  counted.count += 1;
  counted.cents += cents;
}

function count(into: Map<Met, number>, met: Met, more: number): void {
  into.set(met, (into.get(met) ?? 0) + more);
}

function notable(prestationId: number, counts: ReadonlyMap<Met, number>): MetTotals[] {
  return [...counts]
    .filter(([met, times]) => met !== 'IN_TIME' && met !== 'AS_IT_WAS' && times > 0)
    .map(([met, times]) => ({ prestationId, met, count: times }))
    .sort((a, b) => (a.met < b.met ? -1 : 1));
}
