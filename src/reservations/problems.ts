import { declareProblems } from '../kernel/problem.js';
import { prestationsProblems } from '../prestations/index.js';

const own = declareProblems({
  CHILD_UNKNOWN: {
    status: 404,
    title: 'Enfant introuvable',
    when: 'The child is not one of this family.',
  },
  SESSION_UNKNOWN: {
    status: 404,
    title: 'Séance introuvable',
    when: 'The collectivité of this family has no such session.',
  },
  NOT_YOUR_DAY: {
    status: 422,
    title: 'Semaine de l’autre foyer',
    when: 'Shared custody: on that date this family does not have the child, so it can neither book nor pay.',
  },
  NOT_ENROLLED: {
    status: 422,
    title: 'Enfant non inscrit',
    when: 'The child is not enrolled in the prestation on that date; the mairie enrols.',
  },
  SESSION_CLOSED: {
    status: 422,
    title: 'Délai de réservation dépassé',
    when: 'The booking window of the session is over; `closesAt` is the first refused instant.',
  },
  NOT_YET_OPEN: {
    status: 422,
    title: 'Réservations pas encore ouvertes',
    when: 'Booking of the session opens later; the detail says when.',
  },
  PHONE_ONLY: {
    status: 422,
    title: 'Délai dépassé : par téléphone seulement',
    when: 'The booking window is over and the policy leaves only the telephone; the detail has the number.',
  },
  ASK_THE_MAIRIE: {
    status: 422,
    title: 'Délai dépassé : à demander à la mairie',
    when: 'The booking window is over and the policy lets the family ask the mairie: post a late request.',
  },
  SESSION_FULL: {
    status: 409,
    title: 'Complet',
    when: 'No place is left in the session.',
  },
  SESSION_CALLED_OFF: {
    status: 422,
    title: 'Séance annulée par la mairie',
    when: 'The mairie called the session off (closure, strike).',
  },
  PRICE_UNKNOWN: {
    status: 422,
    title: 'Tarif non publié',
    when: 'The mairie has set no tariff for that date, so no price can be promised.',
  },
  ALREADY_RESERVED: {
    status: 409,
    title: 'Déjà réservé',
    when: 'The child already has a place in the session.',
  },
  ALREADY_IN_BASKET: {
    status: 409,
    title: 'Déjà dans le panier',
    when: 'The basket already holds this child and session.',
  },
  BASKET_EMPTY: {
    status: 422,
    title: 'Panier vide',
    when: 'There is nothing to validate.',
  },
  BASKET_TOO_LARGE: {
    status: 422,
    title: 'Panier trop grand',
    when: 'The basket would hold more lines than one validation takes; validate what is in it first.',
  },
  RESERVATION_UNKNOWN: {
    status: 404,
    title: 'Réservation introuvable',
    when: 'This family has no such reservation.',
  },
  ALREADY_CANCELLED: {
    status: 409,
    title: 'Réservation déjà annulée',
    when: 'The reservation was cancelled before, by the family or by the mairie.',
  },
  CANCELLATION_CLOSED: {
    status: 422,
    title: 'Délai d’annulation dépassé',
    when: 'The cancellation window of the session is over; `closesAt` is the first refused instant.',
  },
  STILL_IN_TIME: {
    status: 409,
    title: 'Délai non dépassé',
    when: 'A late request is not needed: the session can still be booked, or the reservation cancelled.',
  },
  LATE_REQUEST_PENDING: {
    status: 409,
    title: 'Demande déjà transmise',
    when: 'The same late request waits for the mairie’s answer.',
  },
  LATE_REQUEST_UNKNOWN: {
    status: 404,
    title: 'Demande hors délai introuvable',
    when: 'There is no such late request, or it is of another family.',
  },
  LATE_REQUEST_ANSWERED: {
    status: 409,
    title: 'Demande déjà répondue',
    when: 'The late request was answered or withdrawn before.',
  },
  MODIFICATION_CLOSED: {
    status: 422,
    title: 'Délai de modification dépassé',
    when: 'The window for exchanging one of the two days is over; `closesAt` is the first refused instant.',
  },
  MENU_CHANGE_CLOSED: {
    status: 422,
    title: 'Délai de changement de menu dépassé',
    when: 'The window for menus of the session is over; `closesAt` is the first refused instant.',
  },
  RECOMPUTATION_OUTDATED: {
    status: 409,
    title: 'Prévisualisation dépassée',
    when: 'Something that the preview showed has changed since: a session, a rule, a reservation, a basket, an address, or the hour itself. Nothing was changed; look at a new preview.',
  },
  OVERRIDE_NOT_ALLOWED: {
    status: 403,
    title: 'Dérogation réservée à la mairie',
    when: 'Acting beyond a window takes an agent of the mairie, for a family that is not the agent’s own.',
  },
  ALREADY_WAITING: {
    status: 409,
    title: 'Déjà sur liste d’attente',
    when: 'The child is in line for the session already, or a place in it is offered to the child.',
  },
  PLACES_LEFT: {
    status: 409,
    title: 'Une place est libre',
    when: 'There is no line to join: the session has a place for the child, to be booked as usual.',
  },
  WAITING_ENTRY_UNKNOWN: {
    status: 404,
    title: 'Inscription sur liste d’attente introuvable',
    when: 'This family has no such entry on a waiting list.',
  },
  NO_OPEN_OFFER: {
    status: 409,
    title: 'Aucune place proposée',
    when: 'No place is offered to the entry, or the offer is over: it was answered, or its delay has passed.',
  },
});

export const reservationsProblems = { ...own, SESSION_ALREADY_BILLED: prestationsProblems.SESSION_ALREADY_BILLED };
