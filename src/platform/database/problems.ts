import { declareProblems } from '../../kernel/problem.js';

export const databaseProblems = declareProblems({
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: 'Service momentanément indisponible',
    when: 'The database cannot be reached. Nothing was written; try again after Retry-After seconds.',
  },
  DATABASE_BUSY: {
    status: 503,
    title: 'Service très sollicité',
    when: 'The same rows were wanted by too many requests at once. Nothing was written; try again.',
  },
});
