import { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { DebtAt, DebtFilter, DebtKind, DebtsRead, LineFilter, ProductDebt } from '../../ledger/rules/index.js';

export const AGES = ['NOT_DUE', 'DAYS_0_30', 'DAYS_31_60', 'DAYS_61_90', 'DAYS_OVER_90'] as const;
/** How long after the due date. The due date itself is not late: a family may pay until its last minute. */
export type Age = (typeof AGES)[number];

const LABELS: Record<Age, string> = {
  NOT_DUE: 'non échu',
  DAYS_0_30: '1 à 30 jours',
  DAYS_31_60: '31 à 60 jours',
  DAYS_61_90: '61 à 90 jours',
  DAYS_OVER_90: 'plus de 90 jours',
};

/** An invoice that is paid in several times: when the first instalment that is not paid is due. */
export interface PlannedDue {
  readonly planId: number;
  readonly dueOn: Temporal.PlainDate | null;
}

/** Who collects a debt: the régie, or the comptable once he took it over. */
export const CHANNELS = ['REGIE', 'TRESORERIE'] as const;
export type Channel = (typeof CHANNELS)[number];

const CHANNEL_OF: Record<DebtKind, Channel> = { FAMILY: 'REGIE', CLAIM: 'TRESORERIE' };
const CHANNEL_LABELS: Record<Channel, string> = { REGIE: 'régie', TRESORERIE: 'comptable public' };

export function channelOf(debt: DebtKind): Channel {
  return CHANNEL_OF[debt];
}

export function debtOf(channel: Channel): DebtKind {
  return channel === 'REGIE' ? 'FAMILY' : 'CLAIM';
}

/** The lines of the ledger that make what remains due of some debts at the end of a day. */
export function debtLines(at: Temporal.PlainDate, { debt, ...asked }: LineFilter & DebtFilter): LineFilter {
  return { ...asked, ...(debt && { account: debt }), to: at };
}

export function channelLabel(channel: Channel): string {
  return CHANNEL_LABELS[channel];
}

/** What is known of debts besides the ledger, by invoice. */
export interface AboutDebts {
  /** The dates of the invoices that are paid in several times to the régie. */
  readonly plans?: ReadonlyMap<number, PlannedDue>;
  readonly marks?: ReadonlyMap<number, { readonly reminders: number; readonly titre: string | null }>;
}

export interface ArrearsLine extends DebtAt {
  readonly channel: Channel;
  /** Steps of reminders that were taken. */
  readonly reminders: number;
  /** The number of its piece at the Trésorerie, while the comptable holds it. */
  readonly titre: string | null;
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

export interface ChannelTotal {
  readonly channel: Channel;
  readonly label: string;
  readonly invoices: number;
  readonly cents: Cents;
}

/** What remains due of a prestation, of the invoices of one year, in one channel. */
export interface ProductTotal extends Omit<ProductDebt, 'debt'> {
  readonly channel: Channel;
}

/** Restes à recouvrer at a date. `openCents` is the balance of the accounts of debts that were asked for. */
export interface ArrearsReport {
  readonly at: Temporal.PlainDate;
  /** Oldest due first. */
  readonly lines: readonly ArrearsLine[];
  /** The five ages, empty ones too. */
  readonly byAge: readonly AgeTotal[];
  /** Both channels, empty ones too. */
  readonly byChannel: readonly ChannelTotal[];
  /** By year, then channel, then imputation. */
  readonly byProduct: readonly ProductTotal[];
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
 * What families owe at the end of a day, from the ledger's sums by invoice and by product, and the balance of all the
 * accounts of debts. Throws RangeError when the three do not agree, or when an invoice is settled beyond its amount: the
 * report would no longer equal the ledger.
 */
export function arrearsReport(
  { at, items, byProduct, balanceCents }: DebtsRead,
  about: AboutDebts = {},
): ArrearsReport {
  const lines = items
    .map((item) => arrearsLine(at, item, about))
    .sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn) || a.invoiceId - b.invoiceId);
  const byAge = AGES.map((age) => {
    const aged = lines.filter((line) => line.age === age);
    return { age, label: ageLabel(age), invoices: aged.length, cents: openOf(aged) };
  });
  const byChannel = CHANNELS.map((channel) => {
    const there = lines.filter((line) => line.channel === channel);
    return { channel, label: channelLabel(channel), invoices: there.length, cents: openOf(there) };
  });
  const openCents = sumCents(byAge.map((total) => total.cents));
  const products = sumCents(byProduct.map(({ cents }) => cents));
  if (openCents !== balanceCents || products !== balanceCents) {
    throw new RangeError(
      `the invoices (${openCents}), the products (${products}) and the families' accounts (${balanceCents}) differ`,
    );
  }
  const lateCents = openCents - byAge[0]!.cents;
  const totals = byProduct.map(({ debt, ...total }) => ({ ...total, channel: channelOf(debt) }));
  return { at, lines, byAge, byChannel, byProduct: totals, lateCents, openCents };
}

function openOf(lines: readonly ArrearsLine[]): Cents {
  return sumCents(lines.map((line) => line.openCents));
}

function arrearsLine(at: Temporal.PlainDate, item: DebtAt, { plans, marks }: AboutDebts): ArrearsLine {
  const openCents = item.invoicedCents - item.settledCents;
  if (openCents <= 0) throw new RangeError(`the invoice ${item.number} is settled beyond its amount`);
  const channel = channelOf(item.debt);
  const plan = channel === 'REGIE' ? plans?.get(item.invoiceId) : undefined;
  const mark = marks?.get(item.invoiceId);
  const dueOn = plan?.dueOn ?? item.dueOn;
  const daysLate = dueOn.until(at, { largestUnit: 'days' }).days;
  return {
    ...{ ...item, channel, openCents, planId: plan?.planId ?? null, daysLate, age: ageOf(daysLate) },
    reminders: mark?.reminders ?? 0,
    titre: channel === 'TRESORERIE' ? (mark?.titre ?? null) : null,
  };
}
