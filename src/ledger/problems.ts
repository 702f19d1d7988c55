import { declareProblems } from '../kernel/problem.js';

export const ledgerProblems = declareProblems({
  LEDGER_SOURCE_ALREADY_POSTED: {
    status: 409,
    title: 'Déjà comptabilisé autrement',
    when: 'The same invoice or payment is already in the ledger with other amounts, date or debt. Nothing was written.',
    inFrench:
      'La même facture ou le même paiement est déjà comptabilisé avec d’autres montants, une autre date ou une autre dette. Rien n’a été écrit.',
  },
  LEDGER_PERIOD_CLOSED: {
    status: 409,
    title: 'Période close',
    when: 'The day is in a closed accounting period, for which nothing is posted any more. Nothing was written; use an open day.',
    inFrench:
      'Ce jour appartient à une période comptable close : plus rien ne s’y écrit. Prenez un jour d’une période ouverte.',
  },
});
