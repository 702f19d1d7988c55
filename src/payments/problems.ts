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
    when: 'The money cannot have been received after today, nor more than a year ago; a payment cannot fail before it came in. Correct the date.',
    inFrench:
      'L’argent ne peut pas avoir été reçu après aujourd’hui, ni il y a plus d’un an ; un paiement ne peut pas être rejeté avant d’avoir été reçu. Corrigez la date.',
  },
  CREDIT_GIVEN_BACK: {
    status: 409,
    title: 'L’avoir a été remboursé',
    when: 'The payment had left a credit that was refunded to the family since. Cancel that refund first, or have the family give it back.',
    inFrench:
      'Le paiement avait laissé un avoir, remboursé à la famille depuis. Annulez d’abord ce remboursement, ou faites-le rendre par la famille.',
  },
  CREDIT_BEING_USED: {
    status: 409,
    title: 'L’avoir est en train de servir',
    when: 'The payment had left a credit that has just paid reservations, whose invoice is being made. Ask again after `retryAfter`.',
    inFrench:
      'Le paiement avait laissé un avoir qui vient de payer des réservations, dont la facture s’établit. Recommencez une minute plus tard.',
  },
  REFUND_REFUSED: {
    status: 422,
    title: 'Remboursement refusé',
    when: 'A family has less free credit than is asked, none at all, or its account is missing or wrong. Nothing was refunded; correct the fields.',
    inFrench:
      'Une famille a moins d’avoir disponible que demandé, n’en a pas, ou son compte manque ou est faux. Rien n’a été remboursé ; corrigez les champs.',
  },
  ONLINE_PAYMENT_CLOSED: {
    status: 422,
    title: 'Paiement en ligne non ouvert',
    when: 'The collectivité has no PayFiP contract, or has suspended it. Use another means.',
    inFrench: 'La collectivité n’a pas ouvert le paiement en ligne, ou l’a suspendu. Payez par un autre moyen.',
  },
  ONLINE_PAYMENT_REFUSED: {
    status: 422,
    title: 'Ces factures ne se paient pas ainsi',
    when: 'An invoice is settled, not of this family, handed over to the Trésorerie or about to be debited; or they may only be paid one by one, of one year, or for an amount that PayFiP takes.',
    inFrench:
      'Une facture est réglée, n’est pas de cette famille, est transmise à la Trésorerie ou va être prélevée ; ou elles se paient une par une, d’une même année, ou pour un montant que PayFiP accepte.',
  },
  ONLINE_PAYMENT_UNDER_WAY: {
    status: 409,
    title: 'Un paiement est en cours',
    when: 'Another online payment of the same invoice, `onlinePaymentId`, is not decided yet. Whoever began it finishes it at `redirectUrl`; others try again at `retryAt`.',
    inFrench:
      'Un autre paiement en ligne de la même facture, `onlinePaymentId`, n’est pas terminé. Qui l’a commencé le termine à `redirectUrl` ; les autres réessaient à partir de `retryAt`.',
  },
  PAYFIP_UNAVAILABLE: {
    status: 503,
    title: 'PayFiP ne répond pas',
    when: 'PayFiP did not open the payment. Nothing was debited; try again later.',
    inFrench: 'PayFiP n’a pas ouvert le paiement. Rien n’est débité ; réessayez plus tard.',
  },
  NOTHING_TO_DEBIT: {
    status: 422,
    title: 'Rien à prélever',
    when: 'No due invoice of a family with a mandate can be debited that day; the preview says why each waits.',
    inFrench:
      'Aucune facture échue d’une famille qui a un mandat ne peut être prélevée ce jour-là ; l’aperçu dit pourquoi.',
  },
  DEBIT_FILE_REFUSED: {
    status: 422,
    title: 'Fichier de prélèvements refusé',
    when: 'The day is not one on which banks settle, or is too near; or a setting or an account is wrong. Nothing was kept.',
    inFrench:
      'Les banques ne règlent pas ce jour-là, il est trop proche, ou un réglage ou un compte est faux. Rien n’a été enregistré.',
  },
  DEBIT_RUN_OVER: {
    status: 409,
    title: 'Fichier déjà annulé ou échu',
    when: 'A file is cancelled before the day of its debits, once; afterwards, rejects are recorded.',
    inFrench: 'Un fichier s’annule avant le jour du prélèvement, une fois ; ensuite, les rejets s’enregistrent.',
  },
  DEBIT_CANCELLED: {
    status: 409,
    title: 'Prélèvement annulé',
    when: 'The debit was cancelled with its file: no bank can have sent it back.',
    inFrench: 'Le prélèvement a été annulé avec son fichier : aucune banque n’a pu le rejeter.',
  },
  STATUS_REPORT_REFUSED: {
    status: 422,
    title: 'Compte rendu refusé',
    when: 'The file is not a status report (pain.002) of a bank, or speaks of a file that was not made here.',
    inFrench:
      'Le fichier n’est pas un compte rendu de la banque (pain.002), ou parle d’un fichier qui n’a pas été fait ici.',
  },
  WRITE_OFF_REFUSED: {
    status: 422,
    title: 'Abandon de créance refusé',
    when: 'Nothing or less remains due of an invoice, the invoices are due at two places, one is being paid, or the day is to come. Nothing was written.',
    inFrench:
      'Il ne reste rien, ou moins, à payer sur une facture ; les factures sont dues à deux endroits ; l’une est en cours de paiement ; ou le jour n’est pas arrivé. Rien n’a été enregistré.',
  },
  REMITTANCE_CLOSED: {
    status: 409,
    title: 'Bordereau déjà reçu, annulé ou repris',
    when: 'The Trésorerie has received the bordereau, or it was taken back, or a later one deducts something of it. Nothing was written.',
    inFrench:
      'La Trésorerie a reçu le bordereau, il est annulé, ou un bordereau suivant en déduit quelque chose. Rien n’a été enregistré.',
  },
  NOTHING_TO_HAND_OVER: {
    status: 422,
    title: 'Rien à verser',
    when: 'No payment of this means waits to be handed over, or less than what did not hold of earlier bordereaux. Wait for the next receipts.',
    inFrench:
      'Aucun paiement de ce moyen n’attend d’être versé, ou moins que ce qui n’a pas tenu des bordereaux précédents. Attendez les prochains encaissements.',
  },
});
