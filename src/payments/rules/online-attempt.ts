import type { Temporal } from '../../kernel/civil-time.js';
import {
  type Anomaly,
  type Attempt,
  type AttemptState,
  differences,
  type PayfipAnswer,
  type PaymentDetail,
} from '../../payfip/rules/index.js';
import type { Means } from './means.js';

interface Kept {
  readonly state: AttemptState;
  readonly anomaly: Anomaly | null;
  readonly createdAt: Temporal.Instant;
  readonly numcli: string;
  readonly exercise: number;
  readonly reference: string;
  readonly amountCents: number;
  readonly mode: string;
}

/** An attempt as its fate is decided. */
export function attemptOf({
  state,
  anomaly,
  createdAt,
  numcli,
  exercise,
  reference,
  amountCents,
  mode,
}: Kept): Attempt {
  const asked = { numcli, exer: exercise, refdet: reference, montant: amountCents, saisie: mode };
  return { state, anomaly, createdAt, asked };
}

/** What PayFiP said, in a few codes for the régisseur: a result, a fault, the fields that differ. */
export function toldBy(attempt: Attempt, answer: PayfipAnswer<PaymentDetail>): string {
  if (answer.kind === 'FAULT') return answer.code.slice(0, 20);
  if (answer.kind === 'UNANSWERED') return answer.why;
  const result = answer.value.resultrans.slice(0, 20);
  const different = differences(attempt.asked, answer.value);
  return different.length === 0 ? result : `${result} ${different.join(' ')}`;
}

/** P is a card, V a direct debit. */
export function meansOf(resultrans: string): Means {
  return resultrans === 'V' ? 'PAYFIP_DEBIT' : 'PAYFIP_CARD';
}
