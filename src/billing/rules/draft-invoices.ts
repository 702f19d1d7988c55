import { Temporal } from '../../kernel/civil-time.js';
import { longDate } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { ChargeEvent, Explanation } from '../../reglement/rules/index.js';
import type { DueReason } from './due.js';

/** Why a charge is what it is: what happened, and the steps of its price. */
export interface ChargeReasons {
  readonly reason: DueReason;
  readonly steps: Explanation;
  /** What the règlement made of the absence, in French: « 1er jour de carence : dû ». Only where one was announced. */
  readonly absence?: string;
  /** What was billed of this day before, and is not charged again: the amount is what is due beyond it. */
  readonly before?: { readonly cents: Cents; readonly careCents: Cents | null };
}

/** A priced consumption that no invoice carries yet. One per child, prestation and date. */
export interface ChargeToBill {
  readonly sessionId: number;
  /** The foyer that pays for this child on this date. */
  readonly familyId: number;
  readonly childId: number;
  readonly childName: string;
  readonly date: Temporal.PlainDate;
  readonly prestationId: number;
  readonly prestationLabel: string;
  readonly event: ChargeEvent;
  readonly cents: Cents;
  /** 1 unless the day was billed before. */
  readonly rank?: number;
  /** The care in it; null where the tariff does not tell it. */
  readonly careCents: Cents | null;
  readonly reasons: ChargeReasons;
}

/** One line of an invoice; `label` is read by the family and does not repeat the child's name. */
export interface DraftLine extends ChargeToBill {
  readonly label: string;
}

export interface DraftInvoice {
  readonly familyId: number;
  /** By child (in French alphabetical order), then date, then prestation. */
  readonly lines: readonly DraftLine[];
  readonly totalCents: Cents;
}

const NAMES = new Intl.Collator('fr');
const WHAT_HAPPENED: Record<ChargeEvent, string> = {
  UNIT: '',
  UNPLANNED: ' (présence non prévue)',
  UNJUSTIFIED_ABSENCE: ' (absence injustifiée)',
};

/** Days that are due at the unit price though nobody came. */
const THOUGH_ABSENT: Partial<Record<DueReason, string>> = {
  ABSENCE_CARENCE: ' (jour de carence)',
  CANCELLED_LATE: ' (annulé hors délai)',
};

/**
 * One draft per family, in the order of family ids. Throws RangeError when the same child, prestation and date come
 * twice, whoever pays: a consumption is billed once.
 */
export function draftInvoices(charges: readonly ChargeToBill[]): DraftInvoice[] {
  refuseDoubles(charges);
  const byFamily = new Map<number, DraftLine[]>();
  for (const charge of [...charges].sort(byChildThenDate)) {
    const lines = byFamily.get(charge.familyId) ?? [];
    byFamily.set(charge.familyId, lines);
    lines.push({ ...charge, label: lineLabel(charge) });
  }
  return [...byFamily]
    .sort(([a], [b]) => a - b)
    .map(([familyId, lines]) => ({ familyId, lines, totalCents: sumCents(lines.map((line) => line.cents)) }));
}

/** « Cantine, jeudi 26 novembre 2026 (présence non prévue) ». */
export function lineLabel(charge: Pick<ChargeToBill, 'prestationLabel' | 'date' | 'event' | 'reasons'>): string {
  const { prestationLabel, date, event, reasons } = charge;
  const happened = THOUGH_ABSENT[reasons.reason] ?? WHAT_HAPPENED[event];
  return `${prestationLabel}, ${longDate(date)}${happened}${reasons.before ? ' (complément)' : ''}`;
}

function byChildThenDate(a: ChargeToBill, b: ChargeToBill): number {
  return (
    NAMES.compare(a.childName, b.childName) ||
    a.childId - b.childId ||
    Temporal.PlainDate.compare(a.date, b.date) ||
    NAMES.compare(a.prestationLabel, b.prestationLabel) ||
    a.prestationId - b.prestationId
  );
}

function refuseDoubles(charges: readonly ChargeToBill[]): void {
  const seen = new Set<string>();
  for (const { childId, prestationId, date } of charges) {
    const key = `${childId}/${prestationId}/${date.toString()}`;
    if (seen.has(key)) throw new RangeError(`child/prestation/date ${key} is charged twice`);
    seen.add(key);
  }
}
