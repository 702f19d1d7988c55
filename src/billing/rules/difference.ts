import type { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { type Cents, roundHalfUp, sumCents } from '../../kernel/money.js';
import { type Creditable, type CreditLine, remaining, takeBack } from './credit-lines.js';
import type { ChargeToBill } from './draft-invoices.js';

/** A charge that other runs made of a child in a session, with what credit notes took back of it. */
export interface BilledCharge extends Creditable {
  readonly sessionId: number;
  readonly childId: number;
  readonly familyId: number;
  readonly invoiceId: number;
  readonly prestationId: number;
  readonly date: Temporal.PlainDate;
  readonly rank: number;
  readonly careCents: Cents | null;
  /** What a decision gave back of it (a discount): it is not charged again. */
  readonly waivedCents: Cents;
  /** Its invoice has its number: it can be taken back. */
  readonly issued: boolean;
}

/** What one invoice gives back. */
export interface CreditOnInvoice {
  readonly invoiceId: number;
  readonly familyId: number;
  readonly lines: readonly CreditLine[];
}

/** What a foyer is to get back of a child in a session, once the day is on an invoice. */
export interface WaitingCredit {
  readonly familyId: number;
  readonly sessionId: number;
  readonly childId: number;
  readonly prestationId: number;
  readonly date: Temporal.PlainDate;
  readonly cents: Cents;
}

export interface Difference {
  /** What is due beyond what was billed; null where there is nothing more. */
  readonly charge: ChargeToBill | null;
  /** What was billed beyond what is due, by invoice. */
  readonly credits: readonly CreditOnInvoice[];
  /** What is to be given back, and is on no issued invoice yet: the day is carried over. Nothing is done before. */
  readonly waits: readonly WaitingCredit[];
}

/**
 * What a run bills of a child in a session: what is due now less what was billed so far, foyer by foyer. A session that
 * changed hands is given back to the one and charged to the other; a discount stands. Nothing where nothing changed.
 */
export function differenceOf(due: ChargeToBill | null, billed: readonly BilledCharge[]): Difference {
  if (billed.length === 0) return { charge: due, credits: [], waits: [] };
  const rank = 1 + Math.max(...billed.map((charge) => charge.rank));
  const ofDue = billed.filter(({ familyId }) => familyId === due?.familyId);
  const before = { cents: sumCents(ofDue.map(kept)), careCents: careBilled(ofDue) };
  const moreCents = (due?.cents ?? 0) - before.cents;
  const charge = due !== null && moreCents > 0 ? complement(due, before, rank) : null;
  const back = [...groupedBy(billed, ({ familyId }) => familyId)].map(([familyId, charges]) => {
    const dueCents = familyId === due?.familyId ? due.cents : 0;
    const backCents = Math.max(0, sumCents(charges.map(remaining)) - dueCents);
    const issued = charges.filter((one) => one.issued).sort((a, b) => b.rank - a.rank);
    const lines = takeBack(backCents, issued);
    const waitingCents = backCents - sumCents(lines.map(({ cents }) => cents));
    const { sessionId, childId, prestationId, date } = charges[0]!;
    const place = { familyId, sessionId, childId, prestationId, date };
    return { waits: waitingCents > 0 ? [{ ...place, cents: waitingCents }] : [], credits: byInvoice(lines, charges) };
  });
  return { charge, credits: back.flatMap(({ credits }) => credits), waits: back.flatMap(({ waits }) => waits) };
}

/** The care in a difference: what is due of it beyond what was billed of it, within the difference. */
export function careOfDifference(dueCents: Cents, billedCents: Cents, differenceCents: Cents): Cents {
  return Math.min(differenceCents, Math.max(0, dueCents - billedCents));
}

function complement(due: ChargeToBill, before: { cents: Cents; careCents: Cents | null }, rank: number): ChargeToBill {
  const cents = due.cents - before.cents;
  const careCents = due.careCents === null ? null : careOfDifference(due.careCents, before.careCents ?? 0, cents);
  // Where nothing is left of what was billed, the day is charged as any other.
  const reasons = before.cents === 0 ? due.reasons : { ...due.reasons, before };
  return { ...due, rank, cents, careCents, reasons };
}

/** What stays charged of it, or would without a decision in favour of the family. */
function kept(charge: BilledCharge): Cents {
  return remaining(charge) + charge.waivedCents;
}

/** The care that stays charged, in proportion to what does; null where none tells it. */
function careBilled(charges: readonly BilledCharge[]): Cents | null {
  const told = charges.flatMap((charge) => {
    if (charge.careCents === null) return [];
    return [charge.cents === 0 ? 0 : roundHalfUp(charge.careCents * kept(charge), charge.cents)];
  });
  return told.length === 0 ? null : sumCents(told);
}

function byInvoice(lines: readonly CreditLine[], charges: readonly BilledCharge[]): CreditOnInvoice[] {
  const chargeOf = new Map(charges.map((charge) => [charge.chargeId, charge]));
  return [...groupedBy(lines, ({ chargeId }) => chargeOf.get(chargeId)!.invoiceId)].map(([invoiceId, some]) => ({
    invoiceId,
    familyId: chargeOf.get(some[0]!.chargeId)!.familyId,
    lines: some,
  }));
}
