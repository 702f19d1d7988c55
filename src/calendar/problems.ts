import { declareProblems } from '../kernel/problem.js';

export const calendarProblems = declareProblems({
  CLOSURE_IN_THE_PAST: {
    status: 422,
    title: 'Fermeture passée',
    when: 'A closure that starts before today is declared or removed by someone other than an administrator.',
    inFrench: 'Seul un administrateur déclare ou supprime une fermeture qui commence avant aujourd’hui.',
  },
  DATES_NOT_IN_ORDER: {
    status: 422,
    title: 'Dates dans le mauvais ordre',
    when: 'The last date comes before the first, or the span is longer than the operation allows.',
    inFrench: 'La dernière date précède la première, ou la période est plus longue que ne le permet l’opération.',
  },
});
