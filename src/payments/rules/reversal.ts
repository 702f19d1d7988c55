import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { euros, longDate } from '../../kernel/french.js';
import type { Cents } from '../../kernel/money.js';
import { paymentsProblems } from '../problems.js';
import type { Means } from './means.js';
import type { PaperHead } from './paper.js';
import type { SettledPart } from './receipt.js';

export const REVERSAL_REASONS = [
  'UNPAID_CHEQUE',
  'REJECTED_DEBIT',
  'DISPUTED_CARD',
  'TRANSFER_RECALLED',
  'MISTAKE',
  'OTHER',
] as const;
/** Why a payment does not hold. */
export type ReversalReason = (typeof REVERSAL_REASONS)[number];

const LABELS: Record<ReversalReason, string> = {
  UNPAID_CHEQUE: 'chèque impayé',
  REJECTED_DEBIT: 'prélèvement rejeté',
  DISPUTED_CARD: 'paiement par carte contesté',
  TRANSFER_RECALLED: 'virement rappelé',
  MISTAKE: 'erreur d’enregistrement',
  OTHER: 'autre motif',
};

export function reversalLabel(reason: ReversalReason): string {
  return LABELS[reason];
}

/** The photograph of a reversal: what its paper says. Days are ISO 8601. */
export interface ReversalPaper extends PaperHead {
  readonly reason: ReversalReason;
  /** What the bank wrote, what the mistake was. */
  readonly note: string | null;
  /** The day on which the payment failed. */
  readonly occurredOn: string;
  readonly accountedOn: string;
  /** The receipt that it annuls. */
  readonly receiptNumber: string;
  readonly receivedOn: string;
  readonly payerName: string;
  readonly family: { readonly name: string; readonly addressLines: readonly string[] };
  readonly means: Means;
  readonly reference: string | null;
  readonly cents: Cents;
  /** What it had settled and is due again. */
  readonly dueAgain: readonly SettledPart[];
  /** What it had left as a credit, and is no more. */
  readonly creditCents: Cents;
  /** What that credit had paid since, and is due again too. */
  readonly creditUndone: readonly SettledPart[];
  /** What the family has to pay at the régie afterwards, all invoices together. */
  readonly stillDueCents: Cents;
  /** What is due there besides, and waits: the comptable collects the rest of these invoices. Absent in older papers. */
  readonly waitingCents?: Cents;
  /** What of that credit baskets being paid counted on; absent in older papers. */
  readonly promiseLoweredCents?: Cents;
}

/** What a family has to do afterwards, as its paper says it. */
export function dueAfterReversal({
  stillDueCents,
  waitingCents = 0,
}: Pick<ReversalPaper, 'stillDueCents' | 'waitingCents'>): string {
  if (waitingCents === 0)
    return stillDueCents === 0
      ? 'Toutes vos factures émises restent réglées : vous n’avez rien à faire.'
      : `Il reste désormais ${euros(stillDueCents)} à régler sur vos factures émises.`;
  const waits = `${euros(waitingCents)} restent dus sur une facture que la Trésorerie recouvre déjà en partie : ils vous seront demandés quand le reste aura été payé à la Trésorerie.`;
  return stillDueCents === 0
    ? `${waits} Vous n’avez rien à payer à la régie pour le moment.`
    : `Il reste désormais ${euros(stillDueCents)} à régler sur vos autres factures. De plus, ${waits}`;
}

/** What becomes of the credit that the payment had left; null where it had left none. */
export function creditTakenBack({
  creditCents,
  promiseLoweredCents = 0,
}: Pick<ReversalPaper, 'creditCents' | 'promiseLoweredCents'>): string | null {
  if (creditCents === 0) return null;
  const taken = `L’avoir de ${euros(creditCents)} que ce paiement avait laissé est repris.`;
  return promiseLoweredCents === 0
    ? taken
    : `${taken} Vos réservations en cours de paiement comptaient sur ${euros(promiseLoweredCents)} de cet avoir : ce que votre paiement en ligne ne couvre pas ne sera pas réservé, et restera dans votre panier. Un message vous le dira jour par jour.`;
}

/** A use of a family's credit that still holds. */
export interface CreditUse {
  readonly entryId: number;
  readonly cents: Cents;
}

/**
 * The uses to undo, the latest first, for `needed` to be held again; none where the balance suffices. Null when undoing
 * every one of them would not do: the rest was given back to the family. `uses` come with the latest first.
 */
export function usesToUndo<Use extends CreditUse>(needed: Cents, balance: Cents, uses: readonly Use[]): Use[] | null {
  const undone: Use[] = [];
  let held = balance;
  for (const use of uses) {
    if (held >= needed) break;
    undone.push(use);
    held += use.cents;
  }
  return held >= needed ? undone : null;
}

/** Throws PAYMENT_DATE_REFUSED for a day to come, or one before the payment came in. */
export function checkOccurredOn(
  occurredOn: Temporal.PlainDate,
  receivedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): void {
  if (isBefore(today, occurredOn)) {
    throw paymentsProblems.PAYMENT_DATE_REFUSED(
      `Le ${longDate(occurredOn)} n’est pas encore arrivé. Indiquez le jour du rejet ou de l’erreur.`,
      { errors: [{ field: 'occurredOn', message: 'Aujourd’hui au plus tard.' }] },
    );
  }
  if (isBefore(occurredOn, receivedOn)) {
    throw paymentsProblems.PAYMENT_DATE_REFUSED(
      `Ce paiement a été reçu le ${longDate(receivedOn)} : il ne peut pas avoir été rejeté avant.`,
      { errors: [{ field: 'occurredOn', message: `Au plus tôt le ${longDate(receivedOn)}.` }] },
    );
  }
}
