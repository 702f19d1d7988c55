import { declareProblems } from '../kernel/problem.js';

export const prestationsProblems = declareProblems({
  PRESTATION_NAME_TAKEN: {
    status: 409,
    title: 'Nom de prestation déjà utilisé',
    when: 'Another prestation of the site has this name, case, accents and punctuation aside; it may be archived.',
  },
  PRESTATION_NOT_VALID: {
    status: 422,
    title: 'Prestation non valable',
    when: 'The hours are reversed, or the name cannot be read; `errors` names each field.',
  },
  PRESTATION_ARCHIVED: {
    status: 422,
    title: 'Prestation archivée',
    when: 'Nothing new is set, planned or enrolled on an archived prestation; take it out of the archive first.',
  },
  PAYMENT_AT_BOOKING_UNAVAILABLE: {
    status: 422,
    title: 'Paiement à la réservation indisponible',
    when: 'Payment mode R is known but this service cannot take payments at booking; use C (at consumption).',
  },
  POLICY_OVERLAP: {
    status: 409,
    title: 'Règlement déjà défini à ces dates',
    when: 'Another version of the booking policy holds on some of these dates; `overlaps` tells which. With `replacePrevious`, a version without end ends the earlier one without end.',
  },
  POLICY_EXCEPTION_OVERLAP: {
    status: 409,
    title: 'Exception déjà définie à ces dates',
    when: 'Another exception for the same prestation, the same site or the whole collectivité holds on some of these dates; `overlaps` tells which.',
  },
  POLICY_EXCEPTION_NOT_VALID: {
    status: 422,
    title: 'Exception au règlement non valable',
    when: 'Its scope, its dates or its rules cannot be kept; `errors` names each field, all faults together.',
  },
  TARIFF_OVERLAP: {
    status: 409,
    title: 'Tarif déjà défini à ces dates',
    when: 'Another version of the tariff holds on some of these dates; `overlaps` tells which. With `replacePrevious`, a version without end ends the earlier one without end.',
  },
  DATES_REVERSED: {
    status: 422,
    title: 'Dates inversées',
    when: 'The last day comes before the first.',
  },
  ENROLMENT_OVERLAP: {
    status: 409,
    title: 'Enfant déjà inscrit à ces dates',
    when: 'The child is enrolled in the prestation on some of these dates already; `overlaps` tells which enrolment.',
  },
  CHILD_OF_ANOTHER_SCHOOL: {
    status: 422,
    title: 'Enfant d’une autre école',
    when: 'The prestation is only for the children of its own site, and the child goes elsewhere.',
  },
  CALENDAR_NOT_KNOWN: {
    status: 422,
    title: 'Calendrier non publié',
    when: 'School or public holidays are not known for some of these dates; shorten the span.',
  },
  POLICY_MISSING: {
    status: 422,
    title: 'Règlement manquant',
    when: 'No version of the booking policy holds on some days of service, or it sets no limit for them; `dates` lists them. Nothing was planned.',
  },
  PLACES_ALREADY_TAKEN: {
    status: 409,
    title: 'Places déjà réservées',
    when: 'More places are taken than the number asked for; `taken` tells how many.',
  },
  POOL_NAME_TAKEN: {
    status: 409,
    title: 'Nom de groupe de places déjà utilisé',
    when: 'Another pool of places of the collectivité has this name, case, accents and punctuation aside.',
  },
  POOL_NOT_VALID: {
    status: 422,
    title: 'Groupe de places non valable',
    when: 'The ages are reversed, the name cannot be read, or a prestation is not known; `errors` names each field.',
  },
  POOL_TOO_SMALL: {
    status: 409,
    title: 'Groupe de places trop petit',
    when: 'More children have a place already, on some days, than the pool would hold; `days` tells how many on each. Nothing was changed.',
  },
  SESSION_ALREADY_CALLED_OFF: {
    status: 409,
    title: 'Séance déjà annulée',
    when: 'The session was called off before; its first reason stays.',
  },
  SESSION_ALREADY_BILLED: {
    status: 409,
    title: 'Séance déjà facturée',
    when: 'The invoices of this session are issued: its bookings, its roll and its being held can no longer be changed here.',
  },
  SESSION_NOT_REINSTATED: {
    status: 409,
    title: 'Séance non rétablie',
    when: 'The session is not called off, its booking is over, its site is closed that day, or its reservations are still being cancelled.',
  },
});
