import { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { OpenItemAt } from '../../ledger/rules/index.js';

export const AGES = ['NOT_DUE', 'DAYS_0_30', 'DAYS_31_60', 'DAYS_61_90', 'DAYS_OVER_90'] as const;
/** How long after the due date. The due date itself is not late: a family may pay until its last minute. */
export type Age = (typeof AGES)[number];

const LABELS: Record<Age, string> = {
  NOT_DUE: 'non échu',
  DAYS_0_30: '0 à 30 jours',
  DAYS_31_60: '31 à 60 jours',
  DAYS_61_90: '61 à 90 jours',
  DAYS_OVER_90: 'plus de 90 jours',
};

/** An invoice that is paid in several times: when the first instalment that is not paid is due. */
export interface PlannedDue {
  readonly planId: number;
  readonly dueOn: Temporal.PlainDate | null;
}

export interface ArrearsLine extends OpenItemAt {
  /** More than zero. */
  readonly openCents: Cents;
  /** The plan by which it is paid in several times; null without one. */
  readonly planId: number | null;
  /** Days since the due date, or since the oldest instalment that is not paid; zero or less when not yet due. */
  readonly daysLate: number;
  readonly age: Age;
}

export interface AgeTotal {
  readonly age: Age;
  readonly label: string;
  readonly invoices: number;
  readonly cents: Cents;
}

/** Restes à recouvrer at a date. `openCents` is the balance of all the families' accounts given. */
export interface ArrearsReport {
  readonly at: Temporal.PlainDate;
  /** Oldest due first. */
  readonly lines: readonly ArrearsLine[];
  /** The five ages, empty ones too. */
  readonly byAge: readonly AgeTotal[];
  /** What is past its due date. */
  readonly lateCents: Cents;
  /** What is open, late or not. */
  readonly openCents: Cents;
}

export function ageLabel(age: Age): string {
  return LABELS[age];
}

/** Throws RangeError on a fraction of a day, which would be a mistake of the caller. */
export function ageOf(daysLate: number): Age {
  if (!Number.isInteger(daysLate)) throw new RangeError(`${daysLate} is not a number of days`);
  if (daysLate <= 0) return 'NOT_DUE';
  if (daysLate <= 30) return 'DAYS_0_30';
  if (daysLate <= 60) return 'DAYS_31_60';
  return daysLate <= 90 ? 'DAYS_61_90' : 'DAYS_OVER_90';
}

/**
 * What families owe at the end of the day `at`, from the ledger's sums by invoice; `balanceCents` is the sum of all
 * the families' accounts on that day, `plans` the dates of the invoices that are paid in several times. Throws RangeError when the invoices do not add up to it, or when one is
 * settled beyond its amount: the report would no longer equal the ledger.
 */
export function arrearsReport(
  at: Temporal.PlainDate,
  items: readonly OpenItemAt[],
  balanceCents: Cents,
  plans: ReadonlyMap<number, PlannedDue> = new Map(),
): ArrearsReport {
  const lines = items
    .map((item) => arrearsLine(at, item, plans.get(item.invoiceId) ?? null))
    .sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn) || a.invoiceId - b.invoiceId);
  const byAge = AGES.map((age) => {
    const aged = lines.filter((line) => line.age === age);
    return { age, label: ageLabel(age), invoices: aged.length, cents: sumCents(aged.map((line) => line.openCents)) };
  });
  const openCents = sumCents(byAge.map((total) => total.cents));
  if (openCents !== balanceCents) {
    throw new RangeError(`the invoices (${openCents}) and the families' accounts (${balanceCents}) differ`);
  }
  return { at, lines, byAge, lateCents: openCents - byAge[0]!.cents, openCents };
}

function arrearsLine(at: Temporal.PlainDate, item: OpenItemAt, plan: PlannedDue | null): ArrearsLine {
  const openCents = item.invoicedCents - item.settledCents;
  if (openCents <= 0) throw new RangeError(`the invoice ${item.number} is settled beyond its amount`);
  const dueOn = plan?.dueOn ?? item.dueOn;
  const daysLate = dueOn.until(at, { largestUnit: 'days' }).days;
  return { ...item, openCents, planId: plan?.planId ?? null, daysLate, age: ageOf(daysLate) };
}
