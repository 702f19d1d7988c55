import { declareProblems } from '../kernel/problem.js';

export const treasuryProblems = declareProblems({
  COLLECTION_REPORT_PERIOD_REFUSED: {
    status: 422,
    title: 'Période refusée',
    when: 'A collection report covers days that are over or today, and its first day comes first. Correct the dates.',
    inFrench:
      'Un état d’encaissement porte sur des jours passés, jusqu’à aujourd’hui, et son premier jour vient en premier. Corrigez les dates.',
  },
  COLLECTION_REPORT_NOT_OF_MONTH: {
    status: 409,
    title: 'État qui ne clôt pas un mois',
    when: 'A titre of the régie is made from the report that closes a month: no other period is told twice, or could change. Choose such a report.',
    inFrench:
      'Le titre de la régie est établi à partir de l’état qui clôt un mois : rien n’y change plus, et rien n’est compté deux fois. Choisissez un tel état.',
  },
  DAY_NOT_OVER: {
    status: 422,
    title: 'Jour à venir',
    when: 'Days are closed up to today at most, and never opened again. Give today or a day that is past.',
    inFrench:
      'On ne clôt que des jours échus, aujourd’hui compris, et ils ne se rouvrent pas. Indiquez aujourd’hui ou un jour passé.',
  },
  REPORT_TOO_LONG_TO_PRINT: {
    status: 422,
    title: 'Période trop longue à imprimer',
    when: 'The period has more lines than a printed register can hold. Print it month by month, or download CSV or XLSX, which have no limit.',
    inFrench:
      'La période compte plus de lignes qu’un registre imprimé n’en peut contenir. Imprimez-la mois par mois, ou téléchargez le CSV ou le XLSX, sans limite.',
  },
});
