import type { Cents } from '../../kernel/money.js';

export interface CreditPromise {
  readonly id: number;
  /** The whole price of what it is kept for. */
  readonly promisedCents: Cents;
  /** What of it was held; all of it once the rest was paid and the invoice is being made. */
  readonly ofCreditCents: Cents;
}

/**
 * What promises keep of a credit that has become `heldCents`: the first ones first, those of what is paid already before
 * those that are still being paid. Only those that keep less are answered, with what they keep. Null when it does not
 * suffice for what is paid already: its invoice is being made, and uses the credit in a moment.
 */
export function promisesLeft(heldCents: Cents, promises: readonly CreditPromise[]): CreditPromise[] | null {
  const isPaid = ({ promisedCents, ofCreditCents }: CreditPromise) => promisedCents === ofCreditCents;
  let left = heldCents;
  for (const { ofCreditCents } of promises.filter(isPaid)) left -= ofCreditCents;
  if (left < 0) return null;
  const lowered: CreditPromise[] = [];
  for (const promise of promises.filter((one) => !isPaid(one)).sort((a, b) => a.id - b.id)) {
    const ofCreditCents = Math.min(promise.ofCreditCents, left);
    left -= ofCreditCents;
    if (ofCreditCents < promise.ofCreditCents) lowered.push({ ...promise, ofCreditCents });
  }
  return lowered;
}
