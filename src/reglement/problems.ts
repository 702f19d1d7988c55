import { declareProblems } from '../kernel/problem.js';

export const reglementProblems = declareProblems({
  DEADLINE_NOT_VALID: {
    status: 422,
    title: 'Délai non valable',
    when: 'A deadline of the booking policy is not written in the deadline language; `errors` names each part.',
    inFrench: 'Un délai du règlement n’est pas écrit dans le langage des délais ; `errors` nomme chaque partie.',
  },
  TARIFF_NOT_VALID: {
    status: 422,
    title: 'Tarif non valable',
    when: 'A tariff (or a case of its preview) is not written in the language of tariffs, leaves someone without a price or gives two; `errors` names each part.',
    inFrench:
      'Un tarif (ou un cas de son essai) n’est pas écrit dans le langage des tarifs, laisse quelqu’un sans prix ou lui en donne deux ; `errors` nomme chaque partie.',
  },
});
