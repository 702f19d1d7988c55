import { declareProblems } from '../kernel/problem.js';

export const healthProblems = declareProblems({
  CARE_PLAN_ALREADY_DECIDED: {
    status: 409,
    title: 'PAI déjà traité',
    when: 'The mairie has already accepted or refused this PAI.',
    inFrench: 'La mairie a déjà accepté ou refusé ce PAI.',
  },
});
