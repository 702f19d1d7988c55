import { declareProblems } from '../kernel/problem.js';

export const collectivitesProblems = declareProblems({
  SETTING_NOT_VALID: {
    status: 422,
    title: 'Réglage non valable',
    when: 'A value has the right shape but means nothing: unknown time zone, SIRET with a wrong control digit; `errors` names each.',
  },
  OPENING_HOURS_NOT_VALID: {
    status: 422,
    title: 'Horaires non valables',
    when: 'Opening hours overlap on a day, or close before they open; `errors` names each.',
  },
  SITE_NAME_TAKEN: {
    status: 409,
    title: 'Nom de site déjà utilisé',
    when: 'Another site of the collectivité has this name, case, accents and punctuation aside; it may be archived.',
  },
  SITE_ARCHIVED: {
    status: 422,
    title: 'Site archivé',
    when: 'Nothing new can be attached to an archived site; take it out of the archive first.',
  },
  MENU_TYPE_EXISTS: {
    status: 409,
    title: 'Type de menu déjà connu',
    when: 'The collectivité already has a menu type of this label, case, accents and punctuation aside.',
  },
  MENU_LABEL_NOT_NEUTRAL: {
    status: 422,
    title: 'Libellé de menu non neutre',
    when: 'The label tells a religion or an illness; menus say only what is on the plate (CNIL, délibération 2015-433).',
  },
});
