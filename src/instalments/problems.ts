import { declareProblems } from '../kernel/problem.js';

export const instalmentsProblems = declareProblems({
  PLAN_NOT_VALID: {
    status: 422,
    title: 'Échéancier refusé',
    when: 'The instalments do not make what is due of these invoices, or their dates are past, out of order or too far; `totalCents` is what they must make.',
    inFrench:
      'Les échéances ne font pas ce qui reste dû sur ces factures, ou leurs dates sont passées, en désordre ou trop lointaines ; `totalCents` dit ce qu’elles doivent faire.',
  },
  PLAN_INVOICES_REFUSED: {
    status: 422,
    title: 'Factures refusées dans l’échéancier',
    when: 'Some invoices are not waiting for payment at the régie, or are not of this family; `invoiceIds` names them.',
    inFrench:
      'Certaines factures n’attendent aucun paiement à la régie, ou ne sont pas de cette famille ; `invoiceIds` les nomme.',
  },
  INVOICE_UNDER_PLAN: {
    status: 409,
    title: 'Facture déjà dans un échéancier',
    when: 'An invoice is already paid in several times; `planId` names the plan. End it first to agree on another.',
    inFrench:
      'Une facture se paie déjà en plusieurs fois ; `planId` nomme l’échéancier. Mettez-y fin avant d’en convenir d’un autre.',
  },
  PLAN_ENDED: {
    status: 409,
    title: 'Échéancier terminé',
    when: 'The plan was ended before, or all of it is paid.',
    inFrench: 'L’échéancier a déjà pris fin, ou il est entièrement payé.',
  },
});
