import { declareProblems } from '../../kernel/problem.js';

export const databaseProblems = declareProblems({
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: 'Service momentanément indisponible',
    when: 'The database cannot be reached. Nothing was written; try again after Retry-After seconds.',
    inFrench:
      'La base de données ne répond pas. Rien n’a été écrit ; essayez de nouveau après le nombre de secondes de `Retry-After`.',
  },
  DATABASE_BUSY: {
    status: 503,
    title: 'Service très sollicité',
    when: 'The same rows were wanted by too many requests at once. Nothing was written; try again.',
    inFrench: 'Trop de requêtes voulaient les mêmes données à la fois. Rien n’a été écrit ; essayez de nouveau.',
  },
});
