import { declareProblems } from '../kernel/problem.js';

export const ledgerProblems = declareProblems({
  LEDGER_SOURCE_ALREADY_POSTED: {
    status: 409,
    title: 'Déjà comptabilisé autrement',
    when: 'The same invoice or payment is already in the ledger with other amounts, date or debt. Nothing was written.',
  },
});
