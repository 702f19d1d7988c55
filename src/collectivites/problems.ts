import { declareProblems } from '../kernel/problem.js';

export const collectivitesProblems = declareProblems({
  SETTING_NOT_VALID: {
    status: 422,
    title: 'Réglage non valable',
    when: 'A value has the right shape but means nothing: unknown time zone, SIRET with a wrong control digit; `errors` names each.',
    inFrench:
      'Une valeur a la bonne forme mais ne veut rien dire : fuseau horaire inconnu, SIRET à la clé fausse ; `errors` nomme chacune.',
  },
  OPENING_HOURS_NOT_VALID: {
    status: 422,
    title: 'Horaires non valables',
    when: 'Opening hours overlap on a day, or close before they open; `errors` names each.',
    inFrench: 'Des horaires se chevauchent dans la journée, ou ferment avant d’ouvrir ; `errors` nomme chacun.',
  },
  SITE_NAME_TAKEN: {
    status: 409,
    title: 'Nom de site déjà utilisé',
    when: 'Another site of the collectivité has this name, case, accents and punctuation aside; it may be archived.',
    inFrench:
      'Un autre site de la collectivité, peut-être archivé, porte ce nom, sans tenir compte des majuscules, des accents ni de la ponctuation.',
  },
  SITE_ARCHIVED: {
    status: 422,
    title: 'Site archivé',
    when: 'Nothing new can be attached to an archived site; take it out of the archive first.',
    inFrench: 'Rien de nouveau ne se rattache à un site archivé ; sortez-le d’abord des archives.',
  },
  MENU_TYPE_EXISTS: {
    status: 409,
    title: 'Type de menu déjà connu',
    when: 'The collectivité already has a menu type of this label, case, accents and punctuation aside.',
    inFrench:
      'La collectivité a déjà un type de menu de ce libellé, sans tenir compte des majuscules, des accents ni de la ponctuation.',
  },
  MENU_LABEL_NOT_NEUTRAL: {
    status: 422,
    title: 'Libellé de menu non neutre',
    when: 'The label tells a religion or an illness; menus say only what is on the plate (CNIL, délibération 2015-433).',
    inFrench:
      'Le libellé révèle une religion ou une maladie ; un menu dit seulement ce qu’il y a dans l’assiette (CNIL, délibération 2015-433).',
  },
  COLOUR_NOT_READABLE: {
    status: 422,
    title: 'Couleur trop claire',
    when: 'A text would not be readable on this colour, or in it (WCAG 2.2, 4.5:1); `errors` gives the nearest shade that is.',
    inFrench:
      'Un texte ne se lirait pas sur cette couleur, ou dans cette couleur (RGAA 3.2 : 4,5 pour 1) ; `errors` donne la nuance la plus proche qui convient.',
  },
  LOGO_REFUSED: {
    status: 422,
    title: 'Logo refusé',
    when: 'The file is not a PNG or a JPEG by its content, or is larger than 500 kB or 2,000 pixels a side.',
    inFrench: 'Le fichier n’est pas, par son contenu, une image PNG ou JPEG, ou dépasse 500 ko ou 2 000 pixels de côté.',
  },
});
