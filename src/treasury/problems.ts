import { declareProblems } from '../kernel/problem.js';

export const treasuryProblems = declareProblems({
  COLLECTION_REPORT_PERIOD_REFUSED: {
    status: 422,
    title: 'Période refusée',
    when: 'A collection report covers days that are over or today, and its first day comes first. Correct the dates.',
    inFrench:
      'Un état d’encaissement porte sur des jours passés, jusqu’à aujourd’hui, et son premier jour vient en premier. Corrigez les dates.',
  },
});
