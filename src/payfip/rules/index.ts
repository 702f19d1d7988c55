export type { PayfipAnswer } from './answers.js';
export { isOperationId } from './answers.js';
export {
  ANOMALIES,
  type Anomaly,
  type Attempt,
  ATTEMPT_STATES,
  type AttemptState,
  blockedUntil,
  decideAttempt,
  neverOpened,
  UNDECIDED_MINUTES,
  type Verdict,
} from './decide-attempt.js';
export { type AskedPayment, differences, paidOn, type PaymentDetail } from './payment-detail.js';
export {
  faultsOfRequest,
  fieldsOf,
  LEAST_CENTS,
  MOST_CENTS,
  type PaymentRequest,
  plainObject,
} from './payment-request.js';
export { type Mode, MODES, paymentPageAddress } from './vocabulary.js';
