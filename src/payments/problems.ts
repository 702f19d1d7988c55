import { declareProblems } from '../kernel/problem.js';

export const paymentsProblems = declareProblems({
  PAYMENT_EXCEEDS_DUE: {
    status: 422,
    title: 'Le paiement dépasse le montant dû',
    when: 'The amount is more than what the family has still to pay, or more than what is open on one invoice. Lower it.',
  },
  PAYMENT_SHARES_DIFFER: {
    status: 422,
    title: 'La répartition ne correspond pas au paiement',
    when: 'The amounts given per invoice do not add up to the payment, or name an invoice that this family has not to pay.',
  },
  PAYMENT_MEANS_REFUSED: {
    status: 422,
    title: 'Moyen de paiement refusé',
    when: 'The means cannot pay these prestations or this amount (CESU for meals, cash above 300 €). Use another.',
  },
  PAYMENT_DATE_REFUSED: {
    status: 422,
    title: 'Date de paiement refusée',
    when: 'The money cannot have been received after today, nor more than a year ago. Correct the date.',
  },
});
