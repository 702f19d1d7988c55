import { declareProblems } from '../kernel/problem.js';

export const remindersProblems = declareProblems({
  REMINDER_STEPS_NOT_VALID: {
    status: 422,
    title: 'Étapes des relances refusées',
    when: 'Each step comes five days at least after the one before it, and the Trésorerie after a mail or a letter.',
    inFrench:
      'Chaque étape vient cinq jours au moins après la précédente, et la Trésorerie après un message ou une lettre.',
  },
  NO_LETTER_WAITING: {
    status: 409,
    title: 'Aucune lettre à imprimer',
    when: 'No reminder letter waits to be printed: they were printed already, or nothing is late any more.',
    inFrench: 'Aucune lettre de relance n’attend : elles sont déjà imprimées, ou plus rien n’est en retard.',
  },
});
