import { Temporal } from '../../kernel/civil-time.js';
import { hour, longInstant, typeset } from '../../kernel/french.js';
import type { Cents } from '../../kernel/money.js';
import { isOpen } from '../../reglement/rules/index.js';

export type HoldState = 'HELD' | 'RESERVED' | 'RELEASED';
/**
 * EXPIRED: the delay to pay was over. NOT_PAID: the payment failed or was given up. GIVEN_UP: the family said so.
 * LIST_CLOSED: the list left for the kitchen. CALLED_OFF: the mairie called the session off.
 */
export const RELEASE_REASONS = ['EXPIRED', 'NOT_PAID', 'GIVEN_UP', 'LIST_CLOSED', 'CALLED_OFF'] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

/**
 * For how long a place is kept once its payment was begun, whatever its own delay: PayFiP keeps an address of payment
 * open for 15 minutes and may answer « abandoned » for 5 more while the family tries another card; we ask again each
 * five minutes.
 */
export const PAYMENT_MINUTES = 25;

/** Whether a day is paid before it is reserved: asked by a family, of a prestation paid at booking, and not free. */
export function isPaidAtBooking(
  { paymentMode }: { readonly paymentMode: 'R' | 'C' },
  { asParent }: { readonly asParent: boolean },
  told: Cents,
): boolean {
  // Of hours or forfaits the told price is what the day costs at least; the rest comes with the month. Nothing: as C.
  return paymentMode === 'R' && asParent && told > 0;
}

/**
 * First instant at which the payment of a place held now can no longer be begun: after the collectivité's delay, or,
 * of a place that was offered to the family, when that offer would have been over where this is later; but never past
 * the instant at which the list leaves for the kitchen.
 */
export function holdExpiresAt(
  now: Temporal.Instant,
  holdMinutes: number,
  {
    ordersAt,
    offerEndsAt = null,
  }: { readonly ordersAt: Temporal.Instant; readonly offerEndsAt?: Temporal.Instant | null },
): Temporal.Instant {
  const delay = now.add({ minutes: holdMinutes });
  const own = offerEndsAt !== null && Temporal.Instant.compare(offerEndsAt, delay) > 0 ? offerEndsAt : delay;
  return Temporal.Instant.compare(ordersAt, own) < 0 ? ordersAt : own;
}

/** Until when a place is kept whose payment begins now. */
export function keptWhilePaying(expiresAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const paid = now.add({ minutes: PAYMENT_MINUTES });
  return Temporal.Instant.compare(paid, expiresAt) > 0 ? paid : expiresAt;
}

export interface HeldPlace {
  readonly state: HoldState;
  readonly expiresAt: Temporal.Instant;
  readonly keptUntil: Temporal.Instant;
}

/** Whether the place is still the family's, by the clock: one that is over is over, whether a task has seen it or not. */
export function isHeld({ state, keptUntil }: HeldPlace, now: Temporal.Instant): boolean {
  return state === 'HELD' && isOpen(now, keptUntil);
}

/** Whether its payment may be begun now. */
export function isPayable({ state, expiresAt }: HeldPlace, now: Temporal.Instant): boolean {
  return state === 'HELD' && isOpen(now, expiresAt);
}

/** Whether money that came too late may still reserve the day, if there is a place. */
export function mayComeBack({ releasedFor }: { readonly releasedFor: ReleaseReason | null }): boolean {
  return releasedFor === 'EXPIRED' || releasedFor === 'NOT_PAID';
}

/** « en attente de paiement jusqu’à 14 h 20 »; with the day where it is not today. */
export function awaitingWords(expiresAt: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  return typeset(`en attente de paiement jusqu’${untilWords(expiresAt, now, zone)}`);
}

/** « à 14 h 20 », « au mardi 24 novembre 2026 à 9 h 00 ». */
export function untilWords(until: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const [end, today] = [until, now].map((instant) => instant.toZonedDateTimeISO(zone)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ];
  return end.toPlainDate().equals(today.toPlainDate()) ? `à ${hour(end)}` : `au ${longInstant(until, zone)}`;
}

/** Why an online payment came to nothing, as `online-failed` tells it. */
export type PaymentFailure = 'CANCELLED' | 'REFUSED' | 'EXPIRED' | 'FAILED' | 'TESTED' | 'ANOMALY';

/**
 * What becomes of the places then. RELEASE: they are given back at once. RETRY: PayFiP never opened the payment, the family
 * has the rest of its own delay to try again. WAIT: nobody knows whether money moved; they are kept as long as a payment
 * takes, and a settlement that comes later reserves what it still can.
 */
export function afterFailure(reason: PaymentFailure): 'RELEASE' | 'RETRY' | 'WAIT' {
  if (reason === 'FAILED') return 'RETRY';
  return reason === 'ANOMALY' ? 'WAIT' : 'RELEASE';
}
