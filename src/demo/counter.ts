import { isBefore, Temporal } from '../kernel/civil-time.js';
import { oneOf, percent } from './chance.js';
import type { Json } from './client.js';
import type { OpenCommune } from './opening.js';

export interface CounterCounts {
  payments: number;
  cents: number;
}

const MEANS = ['CHEQUE', 'CHEQUE', 'CARD', 'CARD', 'TRANSFER', 'CASH'] as const;
const CASH_LIMIT = 30_000;

/**
 * The régisseur receives what families bring on a day: most pay in full, some in two parts, a few not at all.
 * `isBrought`: whether an invoice is paid here, some day; others are debited, or wait for whoever tries the demo.
 */
export async function receivePayments(
  { collectiviteId, regisseur }: OpenCommune,
  today: Temporal.PlainDate,
  isBrought: (invoice: Json) => boolean,
  counts: CounterCounts,
): Promise<void> {
  const waiting = await regisseur.all(`/collectivites/${collectiviteId}/invoices?state=waiting`);
  for (const invoice of waiting) {
    if (!isBrought(invoice)) continue;
    const paid = amountBrought(invoice, today);
    if (paid === 0) continue;
    const chosen = oneOf(MEANS, 'means', invoice.familyId as number);
    const means = chosen === 'CASH' && paid > CASH_LIMIT ? 'CHEQUE' : chosen;
    await regisseur.post(`/collectivites/${collectiviteId}/payments`, {
      familyId: invoice.familyId,
      means,
      cents: paid,
      receivedOn: today.toString(),
      ...(means === 'CHEQUE' ? { reference: `CIC 00${10_000 + (invoice.invoiceId as number)}` } : {}),
      shares: [{ invoiceId: invoice.invoiceId, cents: paid }],
    });
    counts.payments += 1;
    counts.cents += paid;
  }
}

/** In cents; nothing on most days. */
function amountBrought({ invoiceId, issuedOn, openCents, totalCents }: Json, today: Temporal.PlainDate): number {
  const habit = percent('habit', invoiceId as number);
  if (habit < 14) return 0;
  const first = Temporal.PlainDate.from(issuedOn as string).add({
    days: 4 + (percent('day', invoiceId as number) % 15),
  });
  if (isBefore(today, first)) return 0;
  const inTwoParts = habit < 30;
  if (!inTwoParts) return openCents as number;
  const half = Math.floor((totalCents as number) / 2);
  if ((openCents as number) === totalCents) return half;
  return isBefore(today, first.add({ days: 9 })) || habit < 22 ? 0 : (openCents as number);
}
