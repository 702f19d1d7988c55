import { declareProblems } from '../kernel/problem.js';

export const prestationsProblems = declareProblems({
  REGLEMENT_CHANGED: {
    status: 409,
    title: 'Règlement modifié',
    when: 'Another version of the règlement applies by now; read it again before accepting.',
    inFrench: 'Une autre version du règlement s’applique désormais ; relisez-le avant de l’accepter.',
  },
  PRESTATION_NAME_TAKEN: {
    status: 409,
    title: 'Nom de prestation déjà utilisé',
    when: 'Another prestation of the site has this name, case, accents and punctuation aside; it may be archived.',
    inFrench:
      'Une autre prestation du site, peut-être archivée, porte ce nom, sans tenir compte des majuscules, des accents ni de la ponctuation.',
  },
  PRESTATION_NOT_VALID: {
    status: 422,
    title: 'Prestation non valable',
    when: 'The hours are reversed, or the name cannot be read; `errors` names each field.',
    inFrench: 'Les heures sont inversées, ou le nom ne peut pas être lu ; `errors` nomme chaque champ.',
  },
  PRESTATION_ARCHIVED: {
    status: 422,
    title: 'Prestation archivée',
    when: 'Nothing new is set, planned or enrolled on an archived prestation; take it out of the archive first.',
    inFrench:
      'Rien de nouveau n’est réglé, planifié ni inscrit sur une prestation archivée ; sortez-la d’abord des archives.',
  },
  POLICY_OVERLAP: {
    status: 409,
    title: 'Règlement déjà défini à ces dates',
    when: 'Another version of the booking policy holds on some of these dates; `overlaps` tells which. With `replacePrevious`, a version without end ends the earlier one without end.',
    inFrench:
      'Une autre version du règlement vaut à certaines de ces dates ; `overlaps` dit laquelle. Avec `replacePrevious`, une version sans fin arrête la précédente sans fin.',
  },
  POLICY_EXCEPTION_OVERLAP: {
    status: 409,
    title: 'Exception déjà définie à ces dates',
    when: 'Another exception for the same prestation, the same site or the whole collectivité holds on some of these dates; `overlaps` tells which.',
    inFrench:
      'Une autre exception pour la même prestation, le même site ou toute la collectivité vaut à certaines de ces dates ; `overlaps` dit laquelle.',
  },
  POLICY_EXCEPTION_NOT_VALID: {
    status: 422,
    title: 'Exception au règlement non valable',
    when: 'Its scope, its dates or its rules cannot be kept; `errors` names each field, all faults together.',
    inFrench:
      'Sa portée, ses dates ou ses règles ne peuvent pas être retenues ; `errors` nomme chaque champ, toutes les fautes ensemble.',
  },
  TARIFF_OVERLAP: {
    status: 409,
    title: 'Tarif déjà défini à ces dates',
    when: 'Another version of the tariff holds on some of these dates; `overlaps` tells which. With `replacePrevious`, a version without end ends the earlier one without end.',
    inFrench:
      'Une autre version du tarif vaut à certaines de ces dates ; `overlaps` dit laquelle. Avec `replacePrevious`, une version sans fin arrête la précédente sans fin.',
  },
  DATES_REVERSED: {
    status: 422,
    title: 'Dates inversées',
    when: 'The last day comes before the first.',
    inFrench: 'Le dernier jour précède le premier.',
  },
  SUPPLEMENT_UNKNOWN: {
    status: 422,
    title: 'Supplément inconnu du tarif',
    when: 'The tariff in force on that day, or at these dates, has no supplement of that name for the child.',
    inFrench: 'Le tarif en vigueur ce jour-là, ou à ces dates, n’a pas de supplément de ce nom pour l’enfant.',
  },
  SUPPLEMENTS_CHANGED: {
    status: 409,
    title: 'Suppléments changés entre-temps',
    when: 'The supplements are not those of `replaces` any more: another device, or the other parent, changed them meanwhile. Nothing is changed.',
    inFrench:
      'Les suppléments ne sont plus ceux de `replaces` : un autre appareil, ou l’autre parent, les a changés entre-temps. Rien n’est changé.',
  },
  ENROLMENT_OVERLAP: {
    status: 409,
    title: 'Enfant déjà inscrit à ces dates',
    when: 'The child is enrolled in the prestation on some of these dates already; `overlaps` tells which enrolment.',
    inFrench:
      'L’enfant est déjà inscrit à la prestation à certaines de ces dates ; `overlaps` dit par quelle inscription.',
  },
  CHILD_OF_ANOTHER_SCHOOL: {
    status: 422,
    title: 'Enfant d’une autre école',
    when: 'The prestation is only for the children of its own site, and the child goes elsewhere.',
    inFrench: 'La prestation est réservée aux enfants de son propre site, et l’enfant est scolarisé ailleurs.',
  },
  CALENDAR_NOT_KNOWN: {
    status: 422,
    title: 'Calendrier non publié',
    when: 'School or public holidays are not known for some of these dates; shorten the span.',
    inFrench:
      'Les vacances scolaires ou les jours fériés ne sont pas connus pour certaines de ces dates ; raccourcissez la période.',
  },
  POLICY_MISSING: {
    status: 422,
    title: 'Règlement manquant',
    when: 'No version of the booking policy holds on some days of service, or it sets no limit for them; `dates` lists them. Nothing was planned.',
    inFrench:
      'Aucune version du règlement ne vaut certains jours de service, ou elle n’y fixe aucune limite ; `dates` les liste. Rien n’a été planifié.',
  },
  PLACES_ALREADY_TAKEN: {
    status: 409,
    title: 'Places déjà réservées',
    when: 'More places are taken than the number asked for; `taken` tells how many.',
    inFrench: 'Plus de places sont prises que le nombre demandé ; `taken` dit combien.',
  },
  POOL_NAME_TAKEN: {
    status: 409,
    title: 'Nom de groupe de places déjà utilisé',
    when: 'Another pool of places of the collectivité has this name, case, accents and punctuation aside.',
    inFrench:
      'Un autre groupe de places de la collectivité porte ce nom, sans tenir compte des majuscules, des accents ni de la ponctuation.',
  },
  POOL_NOT_VALID: {
    status: 422,
    title: 'Groupe de places non valable',
    when: 'The ages are reversed, the name cannot be read, or a prestation is not known; `errors` names each field.',
    inFrench:
      'Les âges sont inversés, le nom ne peut pas être lu, ou une prestation n’est pas connue ; `errors` nomme chaque champ.',
  },
  POOL_TOO_SMALL: {
    status: 409,
    title: 'Groupe de places trop petit',
    when: 'More children have a place already, on some days, than the pool would hold; `days` tells how many on each. Nothing was changed.',
    inFrench:
      'Plus d’enfants ont déjà une place, certains jours, que n’en aurait le groupe ; `days` dit combien chaque jour. Rien n’a été changé.',
  },
  SESSION_ALREADY_CALLED_OFF: {
    status: 409,
    title: 'Séance déjà annulée',
    when: 'The session was called off before; its first reason stays.',
    inFrench: 'La séance a déjà été annulée ; sa première raison demeure.',
  },
  SESSION_ALREADY_BILLED: {
    status: 409,
    title: 'Séance déjà facturée',
    when: 'The invoices of this session are issued: its bookings, its roll and its being held can no longer be changed here.',
    inFrench:
      'Les factures de cette séance sont émises : ses réservations, son pointage et sa tenue ne peuvent plus être changés ici.',
  },
  SESSION_NOT_REINSTATED: {
    status: 409,
    title: 'Séance non rétablie',
    when: 'The session is not called off, its booking is over, its site is closed that day, or its reservations are still being cancelled.',
    inFrench:
      'La séance n’est pas annulée, ses réservations sont closes, son site est fermé ce jour-là, ou ses réservations sont encore en cours d’annulation.',
  },
});
