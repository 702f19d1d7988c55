import type { OnlinePayment } from '../actions/online/find-online-payments.js';
import { attemptWords } from '../rules/online-words.js';
import type { FamilyOnlinePaymentDto, OnlinePaymentDto } from './online-payments.dto.js';

export function familyOnlinePaymentView({ attempt, target, annulled }: OnlinePayment): FamilyOnlinePaymentDto {
  const { id, state, amountCents, createdAt, paymentId } = attempt;
  return {
    onlinePaymentId: id,
    state,
    stateLabel: annulled ? 'payé, puis annulé' : attemptWords(state),
    cents: amountCents,
    createdAt,
    invoices: target.kind === 'INVOICES' ? [...target.shares] : [],
    paymentId,
    annulled,
  };
}

export function onlinePaymentView(payment: OnlinePayment): OnlinePaymentDto {
  const { familyId, validationId, reference, exercise, mode, idOp, anomaly } = payment.attempt;
  const { told, authorisation, paidOn, askedAt, askAgainAt } = payment.attempt;
  return {
    ...familyOnlinePaymentView(payment),
    ...{ familyId, validationId, reference, exercise, mode, idOp, anomaly },
    ...{ told, authorisation, paidOn, askedAt, askAgainAt },
  };
}
