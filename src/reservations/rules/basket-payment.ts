import { Temporal } from '../../kernel/civil-time.js';
import { counted, euros, typeset } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { LEAST_CENTS } from '../../payfip/rules/index.js';
import { type HeldPlace, isHeld, isPayable, untilWords } from './place-hold.js';

export interface BasketPrice {
  /** What of it the family's credit pays. */
  readonly creditCents: Cents;
  /** What is paid online; never less than PayFiP takes. */
  readonly toPayCents: Cents;
  /** True where nothing is asked now because so little remains: these days are billed with the month. */
  readonly billedLater: boolean;
}

/** How a basket is paid: the credit of the family first, then online. Amounts are zero or more. */
export function creditFirst(total: Cents, freeCredit: Cents): BasketPrice {
  const creditCents = Math.min(total, freeCredit);
  const toPayCents = total - creditCents;
  if (toPayCents === 0 || toPayCents >= LEAST_CENTS) return { creditCents, toPayCents, billedLater: false };
  if (total < LEAST_CENTS) return { creditCents: 0, toPayCents: 0, billedLater: true };
  return { creditCents: total - LEAST_CENTS, toPayCents: LEAST_CENTS, billedLater: false };
}

/**
 * What may reserve places once money came for a basket: what was kept of the family's credit for it and what has just
 * come in, whatever others wait for; and of the credit beyond, what nothing else was promised. Never more than is held.
 */
export function fundsOf({
  heldCents,
  ofCreditCents,
  arrivedCents,
  promisedToOthersCents,
}: {
  readonly heldCents: Cents;
  readonly ofCreditCents: Cents;
  readonly arrivedCents: Cents;
  readonly promisedToOthersCents: Cents;
}): Cents {
  const own = ofCreditCents + arrivedCents;
  return Math.min(heldCents, own + Math.max(0, heldCents - own - promisedToOthersCents));
}

/**
 * AWAITING: places wait for their payment. CHECKING: the delay is over, and a payment that was begun may still come.
 * PAID: it was settled, for the days that had a place. NOT_PAID: the places were given back.
 */
export type PaymentState = 'AWAITING' | 'CHECKING' | 'PAID' | 'NOT_PAID';

export interface PricedHold extends HeldPlace {
  readonly unitCents: Cents;
}

export interface BasketPayment extends BasketPrice {
  readonly state: PaymentState;
  /** First instant at which one of the places can no longer be paid; null where none can. */
  readonly payUntil: Temporal.Instant | null;
  /** What the places that can be paid now cost. */
  readonly dueCents: Cents;
  /** What was paid for the days that are reserved. */
  readonly paidCents: Cents;
}

/** Where the payment of a basket stands, by the clock; null where nothing in it was held to be paid. */
export function basketPayment(
  holds: readonly PricedHold[],
  { paid, freeCredit, now }: { readonly paid: boolean; readonly freeCredit: Cents; readonly now: Temporal.Instant },
): BasketPayment | null {
  if (holds.length === 0) return null;
  const payable = holds.filter((hold) => isPayable(hold, now));
  const checking = holds.some((hold) => isHeld(hold, now));
  const dueCents = sumOf(payable);
  return {
    state: payable.length > 0 ? 'AWAITING' : checking ? 'CHECKING' : paid ? 'PAID' : 'NOT_PAID',
    payUntil: payable.map(({ expiresAt }) => expiresAt).sort((a, b) => Temporal.Instant.compare(a, b))[0] ?? null,
    dueCents,
    paidCents: sumOf(holds.filter(({ state }) => state === 'RESERVED')),
    ...creditFirst(dueCents, freeCredit),
  };
}

/** « 3 places vous sont gardées jusqu’à 14 h 20 : il reste 10,50 € à payer, dont 4,00 € par votre avoir. » */
export function paymentSentence(
  payment: BasketPayment,
  holds: readonly PricedHold[],
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): string {
  const reserved = holds.filter(({ state }) => state === 'RESERVED').length;
  switch (payment.state) {
    case 'AWAITING': {
      const held = holds.filter((hold) => isPayable(hold, now)).length;
      const kept = `${counted(held, 'place vous est gardée', 'places vous sont gardées')} jusqu’${untilWords(payment.payUntil!, now, zone)}`;
      return typeset(`${kept} : ${owedWords(payment)}`);
    }
    case 'CHECKING':
      return typeset(
        'Le délai pour payer est passé. Si vous avez payé, votre paiement est en cours de vérification : un courriel vous dira ce qui est réservé.',
      );
    case 'PAID': {
      const missed = holds.length - reserved;
      const words = `${counted(reserved, 'jour réservé et payé', 'jours réservés et payés')} (${euros(payment.paidCents)})`;
      return missed === 0 ? `${words}.` : `${words}, ${counted(missed, 'non réservé', 'non réservés')}.`;
    }
    case 'NOT_PAID':
      return typeset(
        'Ces jours ne sont pas réservés : ils n’ont pas été payés à temps. Ils sont encore dans votre panier, que vous pouvez valider de nouveau.',
      );
  }
}

function owedWords({ dueCents, creditCents, toPayCents, billedLater }: BasketPayment): string {
  if (billedLater) return `moins de ${euros(LEAST_CENTS)} à payer, ce sera facturé avec le mois. Confirmez-les.`;
  if (toPayCents === 0) return `votre avoir paie la totalité (${euros(dueCents)}). Confirmez-les.`;
  const credit = creditCents === 0 ? '' : ` (${euros(dueCents)}, dont ${euros(creditCents)} par votre avoir)`;
  return `il reste ${euros(toPayCents)} à payer${credit}.`;
}

function sumOf(holds: readonly PricedHold[]): Cents {
  return sumCents(holds.map(({ unitCents }) => unitCents));
}
