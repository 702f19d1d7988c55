import { declareProblems } from '../kernel/problem.js';

export const reglementProblems = declareProblems({
  DEADLINE_NOT_VALID: {
    status: 422,
    title: 'Délai non valable',
    when: 'A deadline of the booking policy is not written in the deadline language; `errors` names each part.',
  },
  TARIFF_NOT_VALID: {
    status: 422,
    title: 'Tarif non valable',
    when: 'The rows leave a gap, overlap or hold an impossible price; `errors` names each field.',
  },
});
