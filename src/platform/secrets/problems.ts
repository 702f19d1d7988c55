import { declareProblems } from '../../kernel/problem.js';

export const secretsProblems = declareProblems({
  DATA_KEY_MISSING: {
    status: 503,
    title: 'Clé de chiffrement absente',
    when: 'Bank details and health data are only kept sealed, and this service has no key for it. Who runs it sets DATA_KEY (docs/operations.md).',
    inFrench:
      'Des coordonnées bancaires et des données de santé ne se conservent que chiffrées, et ce service n’a pas de clé pour cela. Son exploitant renseigne DATA_KEY.',
  },
});
