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
  NOTHING_RESERVED: {
    status: 422,
    title: 'Aucun jour réservé',
    when: 'The foyer has booked none of these days for the child: there is nothing to be absent from. Nothing was declared.',
  },
  ABSENCE_ALREADY_DECLARED: {
    status: 409,
    title: 'Absence déjà déclarée',
    when: 'Another declaration holds one of these days already; withdraw it first to declare them otherwise.',
  },
  ABSENCE_ALREADY_BILLED: {
    status: 409,
    title: 'Jours déjà facturés',
    when: 'One of the days is on an issued invoice: the declaration can neither be made nor withdrawn any more.',
  },
  ABSENCE_WITHDRAWN: {
    status: 409,
    title: 'Déclaration retirée',
    when: 'The declaration was withdrawn: nothing is added to it.',
  },
  PROOF_NOT_EXPECTED: {
    status: 409,
    title: 'Justificatif inutile',
    when: 'The mairie declared this absence itself: it needs no proof.',
  },
  PROOF_DATE_REFUSED: {
    status: 422,
    title: 'Date de réception impossible',
    when: 'A paper proof cannot have been received on a day to come.',
  },
  PROOF_ALREADY_REFUSED: {
    status: 409,
    title: 'Justificatif déjà refusé',
    when: 'The proof was refused before.',
  },
});
