import { declareProblems } from '../kernel/problem.js';

export const paymentsProblems = declareProblems({
  PAYMENT_EXCEEDS_DUE: {
    status: 422,
    title: 'Le paiement dépasse le montant dû',
    when: 'The amount is more than what the family has still to pay, or more than what is open on one invoice. Lower it.',
    inFrench:
      'Le montant dépasse ce que la famille doit encore payer, ou ce qui reste ouvert sur une facture. Réduisez-le.',
  },
  PAYMENT_SHARES_DIFFER: {
    status: 422,
    title: 'La répartition ne correspond pas au paiement',
    when: 'The amounts given per invoice do not add up to the payment, or name an invoice that this family has not to pay.',
    inFrench:
      'La somme des montants donnés par facture n’est pas celle du paiement, ou ils nomment une facture que cette famille n’a pas à payer.',
  },
  PAYMENT_MEANS_REFUSED: {
    status: 422,
    title: 'Moyen de paiement refusé',
    when: 'The means cannot pay these prestations or this amount (CESU for meals, cash above 300 €). Use another.',
    inFrench:
      'Ce moyen ne permet pas de payer ces prestations ou ce montant (CESU pour des repas, espèces au-delà de 300 €). Prenez-en un autre.',
  },
  PAYMENT_DATE_REFUSED: {
    status: 422,
    title: 'Date de paiement refusée',
    when: 'The money cannot have been received after today, nor more than a year ago. Correct the date.',
    inFrench: 'L’argent ne peut pas avoir été reçu après aujourd’hui, ni il y a plus d’un an. Corrigez la date.',
  },
});
