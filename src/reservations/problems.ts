import { declareProblems } from '../kernel/problem.js';
import { prestationsProblems } from '../prestations/index.js';

const own = declareProblems({
  CHILD_UNKNOWN: {
    status: 404,
    title: 'Enfant introuvable',
    when: 'The child is not one of this family.',
    inFrench: 'L’enfant n’est pas de cette famille.',
  },
  SESSION_UNKNOWN: {
    status: 404,
    title: 'Séance introuvable',
    when: 'The collectivité of this family has no such session.',
    inFrench: 'La collectivité de cette famille n’a pas de telle séance.',
  },
  NOT_YOUR_DAY: {
    status: 422,
    title: 'Jour hors de la garde de ce foyer',
    when: 'On that date this family does not have the child (shared custody, or not yet, or no more): it can neither book nor pay.',
    inFrench:
      'À cette date, cette famille n’a pas l’enfant (garde partagée, ou pas encore, ou plus) : elle ne peut ni réserver ni payer.',
  },
  NOT_ENROLLED: {
    status: 422,
    title: 'Enfant non inscrit',
    when: 'The child is not enrolled in the prestation on that date; the mairie enrols.',
    inFrench: 'L’enfant n’est pas inscrit à la prestation à cette date ; c’est la mairie qui inscrit.',
  },
  SESSION_CLOSED: {
    status: 422,
    title: 'Délai de réservation dépassé',
    when: 'The booking window of the session is over; `closesAt` is the first refused instant.',
    inFrench: 'Le délai de réservation de la séance est dépassé ; `closesAt` est le premier instant refusé.',
  },
  NOT_YET_OPEN: {
    status: 422,
    title: 'Réservations pas encore ouvertes',
    when: 'Booking of the session opens later; the detail says when.',
    inFrench: 'Les réservations de la séance ouvrent plus tard ; `detail` dit quand.',
  },
  PHONE_ONLY: {
    status: 422,
    title: 'Délai dépassé : par téléphone seulement',
    when: 'The booking window is over and the policy leaves only the telephone; the detail has the number.',
    inFrench:
      'Le délai de réservation est dépassé et le règlement ne laisse que le téléphone ; `detail` donne le numéro.',
  },
  ASK_THE_MAIRIE: {
    status: 422,
    title: 'Délai dépassé : à demander à la mairie',
    when: 'The booking window is over and the policy lets the family ask the mairie: post a late request.',
    inFrench:
      'Le délai de réservation est dépassé et le règlement permet de s’adresser à la mairie : envoyez une demande hors délai.',
  },
  SESSION_FULL: {
    status: 409,
    title: 'Complet',
    when: 'No place is left in the session.',
    inFrench: 'Il ne reste aucune place dans la séance.',
  },
  SESSION_CALLED_OFF: {
    status: 422,
    title: 'Séance annulée par la mairie',
    when: 'The mairie called the session off (closure, strike).',
    inFrench: 'La mairie a annulé la séance (fermeture, grève).',
  },
  PRICE_UNKNOWN: {
    status: 422,
    title: 'Tarif non publié',
    when: 'The mairie has set no tariff for that date, so no price can be promised.',
    inFrench: 'La mairie n’a pas fixé de tarif pour cette date : aucun prix ne peut être promis.',
  },
  ALREADY_RESERVED: {
    status: 409,
    title: 'Déjà réservé',
    when: 'The child already has a place in the session.',
    inFrench: 'L’enfant a déjà une place dans la séance.',
  },
  PAID_AT_BOOKING: {
    status: 422,
    title: 'Jour payé à la réservation',
    when: 'A day that was paid at booking is not exchanged: book the other day, then cancel this one, which is credited.',
    inFrench:
      'Un jour payé à la réservation ne s’échange pas : réservez l’autre jour, puis annulez celui-ci, qui est crédité.',
  },
  NOTHING_TO_PAY: {
    status: 409,
    title: 'Rien à payer',
    when: 'The places of this validation are paid already, or are no longer held.',
    inFrench: 'Les places de cette validation sont déjà payées, ou ne sont plus gardées.',
  },
  AWAITING_PAYMENT: {
    status: 409,
    title: 'En attente de paiement',
    when: 'A place is held for the child in this session until the family pays for it.',
    inFrench: 'Une place est gardée pour l’enfant dans cette séance, en attendant que la famille la paie.',
  },
  ALREADY_IN_BASKET: {
    status: 409,
    title: 'Déjà dans le panier',
    when: 'The basket already holds this child and session.',
    inFrench: 'Le panier contient déjà cet enfant pour cette séance.',
  },
  BASKET_EMPTY: {
    status: 422,
    title: 'Panier vide',
    when: 'There is nothing to validate.',
    inFrench: 'Il n’y a rien à valider.',
  },
  BASKET_TOO_LARGE: {
    status: 422,
    title: 'Panier trop grand',
    when: 'The basket would hold more lines than one validation takes; validate what is in it first.',
    inFrench: 'Le panier contiendrait plus de lignes qu’une validation n’en prend ; validez d’abord ce qu’il contient.',
  },
  RESERVATION_UNKNOWN: {
    status: 404,
    title: 'Réservation introuvable',
    when: 'This family has no such reservation.',
    inFrench: 'Cette famille n’a pas de telle réservation.',
  },
  ALREADY_CANCELLED: {
    status: 409,
    title: 'Réservation déjà annulée',
    when: 'The reservation was cancelled before, by the family or by the mairie.',
    inFrench: 'La réservation a déjà été annulée, par la famille ou par la mairie.',
  },
  CANCELLATION_CLOSED: {
    status: 422,
    title: 'Délai d’annulation dépassé',
    when: 'The cancellation window of the session is over; `closesAt` is the first refused instant.',
    inFrench: 'Le délai d’annulation de la séance est dépassé ; `closesAt` est le premier instant refusé.',
  },
  CANCELLATION_TERMS_CHANGED: {
    status: 409,
    title: 'Conditions d’annulation changées',
    when: 'The `terms` that the family read no longer hold; `detail` says those of now. Nothing is cancelled.',
    inFrench:
      'Les conditions que la famille a lues (`terms`) ne sont plus vraies ; `detail` dit celles de maintenant. Rien n’est annulé.',
  },
  STILL_IN_TIME: {
    status: 409,
    title: 'Délai non dépassé',
    when: 'A late request is not needed: the family can still do it by itself.',
    inFrench: 'Une demande hors délai n’est pas nécessaire : la famille peut encore le faire elle-même.',
  },
  LATE_REQUEST_PENDING: {
    status: 409,
    title: 'Demande déjà transmise',
    when: 'The same late request waits for the mairie’s answer.',
    inFrench: 'La même demande hors délai attend la réponse de la mairie.',
  },
  LATE_REQUEST_UNKNOWN: {
    status: 404,
    title: 'Demande hors délai introuvable',
    when: 'There is no such late request, or it is of another family.',
    inFrench: 'Cette demande hors délai n’existe pas, ou elle est d’une autre famille.',
  },
  LATE_REQUEST_ANSWERED: {
    status: 409,
    title: 'Demande déjà répondue',
    when: 'The late request was answered or withdrawn before.',
    inFrench: 'La demande hors délai a déjà reçu une réponse ou a été retirée.',
  },
  MODIFICATION_CLOSED: {
    status: 422,
    title: 'Délai de modification dépassé',
    when: 'The window for exchanging one of the two days is over; `closesAt` is the first refused instant.',
    inFrench: 'Le délai d’échange de l’un des deux jours est dépassé ; `closesAt` est le premier instant refusé.',
  },
  SUPPLEMENTS_CLOSED: {
    status: 422,
    title: 'Délai de changement des suppléments dépassé',
    when: 'The window for changing what is taken with a reservation, that of the menu, is over; `closesAt` is the first refused instant.',
    inFrench:
      'Le délai pour changer ce qui accompagne une réservation, celui du menu, est dépassé ; `closesAt` est le premier instant refusé.',
  },
  MENU_CHANGE_CLOSED: {
    status: 422,
    title: 'Délai de changement de menu dépassé',
    when: 'The window for menus of the session is over; `closesAt` is the first refused instant.',
    inFrench: 'Le délai des menus de la séance est dépassé ; `closesAt` est le premier instant refusé.',
  },
  RECOMPUTATION_OUTDATED: {
    status: 409,
    title: 'Prévisualisation dépassée',
    when: 'Something that the preview showed has changed since: a session, a rule, a reservation, a basket, an address, or the hour itself. Nothing was changed; look at a new preview.',
    inFrench:
      'Quelque chose que montrait la prévisualisation a changé depuis : une séance, une règle, une réservation, un panier, une adresse, ou l’heure elle-même. Rien n’a été modifié ; regardez une nouvelle prévisualisation.',
  },
  OVERRIDE_NOT_ALLOWED: {
    status: 403,
    title: 'Dérogation réservée à la mairie',
    when: 'Acting beyond a window takes an agent of the mairie, for a family that is not the agent’s own.',
    inFrench: 'Agir au-delà d’un délai revient à un agent de la mairie, pour une famille qui n’est pas la sienne.',
  },
  ALREADY_WAITING: {
    status: 409,
    title: 'Déjà sur liste d’attente',
    when: 'The child is in line for the session already, or a place in it is offered to the child.',
    inFrench: 'L’enfant est déjà sur la liste d’attente de la séance, ou une place lui y est proposée.',
  },
  PLACES_LEFT: {
    status: 409,
    title: 'Une place est libre',
    when: 'There is no line to join: the session has a place for the child, to be booked as usual.',
    inFrench: 'Il n’y a pas d’attente à rejoindre : la séance a une place pour l’enfant, à réserver comme d’habitude.',
  },
  WAITING_ENTRY_UNKNOWN: {
    status: 404,
    title: 'Inscription sur liste d’attente introuvable',
    when: 'This family has no such entry on a waiting list.',
    inFrench: 'Cette famille n’a pas de telle inscription sur une liste d’attente.',
  },
  NO_OPEN_OFFER: {
    status: 409,
    title: 'Aucune place proposée',
    when: 'No place is offered to the entry, or the offer is over: it was answered, or its delay has passed.',
    inFrench:
      'Aucune place n’est proposée à cette inscription sur liste d’attente, ou la proposition a pris fin : il y a été répondu, ou son délai est passé.',
  },
  MENU_CHANGED: {
    status: 409,
    title: 'Menu changé entre-temps',
    when: 'The menu of that day is not that of `replaces` any more: another device, or the other parent, changed it meanwhile. Nothing is changed.',
    inFrench:
      'Le menu de ce jour n’est plus celui de `replaces` : un autre appareil, ou l’autre parent, l’a changé entre-temps. Rien n’est changé.',
  },
});

const { SESSION_ALREADY_BILLED, SUPPLEMENT_UNKNOWN, SUPPLEMENTS_CHANGED } = prestationsProblems;
export const reservationsProblems = { ...own, SESSION_ALREADY_BILLED, SUPPLEMENT_UNKNOWN, SUPPLEMENTS_CHANGED };
