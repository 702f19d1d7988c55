import { declareProblems } from '../kernel/problem.js';

export const newsProblems = declareProblems({
  ARTICLE_WINDOW_NOT_VALID: {
    status: 422,
    title: 'Dates d’affichage non valables',
    when: 'The window ends before it starts, or is over at publication.',
    inFrench: 'L’affichage finit avant de commencer, ou est déjà fini à la publication.',
  },
  ARTICLE_NOT_IN_STATE: {
    status: 409,
    title: 'Action impossible dans cet état',
    when: 'Only a draft is published or deleted, only a published article is withdrawn, a withdrawn one never changes.',
    inFrench:
      'Seul un brouillon se publie ou se supprime, seul un article publié se retire, et un article retiré ne change plus.',
  },
});
