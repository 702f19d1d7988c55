import { declareProblems } from '../kernel/problem.js';

export const ledgerProblems = declareProblems({
  LEDGER_SOURCE_ALREADY_POSTED: {
    status: 409,
    title: 'Déjà comptabilisé autrement',
    when: 'The same invoice or payment is already in the ledger with other amounts, date or debt. Nothing was written.',
    inFrench:
      'La même facture ou le même paiement est déjà comptabilisé avec d’autres montants, une autre date ou une autre dette. Rien n’a été écrit.',
  },
});
