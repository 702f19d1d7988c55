import { declareProblems } from '../kernel/problem.js';

export const certificatesProblems = declareProblems({
  TAX_YEAR_NOT_OVER: {
    status: 422,
    title: 'Année non terminée',
    when: 'Tax certificates tell what was paid in a year that is over; ask from 1 January of the next one.',
    inFrench:
      'Une attestation fiscale dit ce qui a été payé dans une année terminée : demandez-la à partir du 1er janvier suivant.',
  },
});
