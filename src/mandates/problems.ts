import { declareProblems } from '../kernel/problem.js';

export const mandatesProblems = declareProblems({
  DEBIT_NOT_OFFERED: {
    status: 409,
    title: 'Prélèvement non proposé',
    when: 'The collectivité does not offer direct debit, or its settings are not complete. An administrator sets it up.',
    inFrench:
      'La collectivité ne propose pas le prélèvement, ou ses réglages sont incomplets. Un administrateur les pose.',
  },
  SEPA_SETTINGS_REFUSED: {
    status: 422,
    title: 'Réglages du prélèvement non valables',
    when: 'An identifier or an account is wrong, or one that the mode needs is missing; `errors` names each field.',
    inFrench: 'Un identifiant ou un compte est faux, ou il en manque un ; `errors` nomme chaque champ.',
  },
  CREDITOR_IN_USE: {
    status: 409,
    title: 'Identifiant créancier en service',
    when: 'Families signed mandates for this ICS: it is not changed while one of them lives.',
    inFrench: 'Des familles ont signé des mandats pour cet ICS : il ne change pas tant que l’un d’eux est en vigueur.',
  },
  BANK_ACCOUNT_REFUSED: {
    status: 422,
    title: 'Coordonnées bancaires non valables',
    when: 'The IBAN, the BIC or the holder cannot be right; `errors` names the field.',
    inFrench: 'L’IBAN, le BIC ou le titulaire ne peut pas être juste ; `errors` nomme le champ.',
  },
  MANDATE_TEXT_CHANGED: {
    status: 409,
    title: 'Texte du mandat modifié',
    when: 'The text shown before the signature is not the one of now. Show the new one and ask again.',
    inFrench: 'Le texte montré avant la signature n’est plus le bon. Affichez le nouveau et redemandez.',
  },
  MANDATE_EXISTS: {
    status: 409,
    title: 'Un mandat existe déjà',
    when: 'The family has a mandate. Give its id in `replaces` for a new account, or revoke it first.',
    inFrench:
      'La famille a déjà un mandat. Donnez son identifiant dans `replaces` pour un nouveau compte, ou révoquez-le.',
  },
  MANDATE_ENDED: {
    status: 409,
    title: 'Mandat déjà terminé',
    when: 'The mandate was revoked or replaced before; nothing is to be done.',
    inFrench: 'Le mandat a déjà été révoqué ou remplacé ; il n’y a rien à faire.',
  },
  MANDATE_NOT_SUSPENDED: {
    status: 409,
    title: 'Mandat non suspendu',
    when: 'Only a suspended mandate is resumed; read it again.',
    inFrench: 'Seul un mandat suspendu se rétablit ; relisez-le.',
  },
});
