import { declareProblems } from '../kernel/problem.js';

export const attendanceProblems = declareProblems({
  FUTURE_SESSION: {
    status: 422,
    title: 'Séance à venir',
    when: 'The roll is called on the day of the session at the earliest.',
  },
  NOBODY_TO_POINT: {
    status: 409,
    title: 'Séance annulée',
    when: 'The mairie called the session off: nobody is expected and nothing is billed.',
  },
  SESSION_ALREADY_BILLED: {
    status: 409,
    title: 'Séance déjà facturée',
    when: 'The invoices of this session are issued: what happened can no longer be changed here.',
  },
  CHILD_NOT_ENROLLED: {
    status: 422,
    title: 'Enfant non inscrit',
    when: 'A child of the roll is neither expected nor enrolled on that date; `errors` names each entry. Nothing was recorded.',
  },
  ROLL_ENTRY_REFUSED: {
    status: 422,
    title: 'Pointage incohérent',
    when: 'An entry contradicts itself or the reservation; `errors` names each one. Nothing was recorded.',
  },
});
