import { declareProblems } from '../kernel/problem.js';

export const attendanceProblems = declareProblems({
  FUTURE_SESSION: {
    status: 422,
    title: 'Séance à venir',
    when: 'The roll is called on the day of the session at the earliest.',
    inFrench: 'Le pointage se fait au plus tôt le jour de la séance.',
  },
  NOBODY_TO_POINT: {
    status: 409,
    title: 'Séance annulée',
    when: 'The mairie called the session off: nobody is expected and nothing is billed.',
    inFrench: 'La mairie a annulé la séance : personne n’est attendu et rien n’est facturé.',
  },
  CHILD_NOT_ENROLLED: {
    status: 422,
    title: 'Enfant non inscrit',
    when: 'A child of the roll is neither expected nor enrolled on that date; `errors` names each entry. Nothing was recorded.',
    inFrench:
      'Un enfant pointé n’est ni attendu ni inscrit à cette date ; `errors` nomme chaque ligne. Rien n’a été enregistré.',
  },
  ROLL_ENTRY_REFUSED: {
    status: 422,
    title: 'Pointage incohérent',
    when: 'An entry contradicts itself or the reservation; `errors` names each one. Nothing was recorded.',
    inFrench: 'Une ligne se contredit ou contredit la réservation ; `errors` nomme chacune. Rien n’a été enregistré.',
  },
  NOTHING_RESERVED: {
    status: 422,
    title: 'Aucun jour réservé',
    when: 'The foyer has booked none of these days for the child, or the roll counts the child present on each: there is nothing to be absent from. Nothing was declared.',
    inFrench:
      'Le foyer n’a réservé aucun de ces jours pour l’enfant, ou le pointage l’y compte présent : il n’y a pas d’absence possible. Rien n’a été déclaré.',
  },
  ABSENCE_ALREADY_DECLARED: {
    status: 409,
    title: 'Absence déjà déclarée',
    when: 'Another declaration holds one of these days already; withdraw it first to declare them otherwise.',
    inFrench:
      'Une autre déclaration porte déjà sur l’un de ces jours ; retirez-la d’abord pour les déclarer autrement.',
  },
  ABSENCE_ALREADY_BILLED: {
    status: 409,
    title: 'Jours déjà facturés',
    when: 'One of the days is on an issued invoice: the declaration can neither be made nor withdrawn any more.',
    inFrench: 'L’un des jours figure sur une facture émise : la déclaration ne peut plus être faite ni retirée.',
  },
  ABSENCE_WITHDRAWN: {
    status: 409,
    title: 'Déclaration retirée',
    when: 'The declaration was withdrawn: nothing is added to it.',
    inFrench: 'La déclaration a été retirée : rien ne s’y ajoute.',
  },
  PROOF_NOT_EXPECTED: {
    status: 409,
    title: 'Justificatif inutile',
    when: 'The mairie declared this absence itself: it needs no proof.',
    inFrench: 'La mairie a déclaré elle-même cette absence : aucun justificatif n’est nécessaire.',
  },
  PROOF_DATE_REFUSED: {
    status: 422,
    title: 'Date de réception impossible',
    when: 'A paper proof cannot have been received on a day to come.',
    inFrench: 'Un justificatif papier ne peut pas avoir été reçu un jour à venir.',
  },
  PROOF_ALREADY_REFUSED: {
    status: 409,
    title: 'Justificatif déjà refusé',
    when: 'The proof was refused before.',
    inFrench: 'Le justificatif a déjà été refusé.',
  },
});
