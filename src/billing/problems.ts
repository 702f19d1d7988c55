import { declareProblems } from '../kernel/problem.js';

export const billingProblems = declareProblems({
  PERIOD_NOT_OVER: {
    status: 422,
    title: 'Période non terminée',
    when: 'A run bills days that have come: the last day is today at the latest.',
  },
  PERIOD_ALREADY_BILLED: {
    status: 409,
    title: 'Période déjà facturée',
    when: 'A run that is a draft or issued bills some of these days; `runId` names it. Discard the draft, or choose other days.',
  },
  RUN_NOT_DRAFT: {
    status: 409,
    title: 'Campagne déjà émise ou abandonnée',
    when: 'Only a draft run is computed again, discarded or issued.',
  },
  RUN_NOT_COMPUTED: {
    status: 409,
    title: 'Calcul inachevé',
    when: 'The computation of the drafts is under way or was cut short: compute again, then issue.',
  },
  RUN_COMPUTED_ELSEWHERE: {
    status: 409,
    title: 'Calcul repris ailleurs',
    when: 'Another computation, or the discarding, of the same run began meanwhile and took its place.',
  },
  RUN_OUTDATED: {
    status: 409,
    title: 'Brouillons périmés',
    when: 'Something was pointed, booked or cancelled in the period since the drafts were computed: compute again, check, then issue.',
  },
  TARIFF_MISSING: {
    status: 422,
    title: 'Tarif ou foyer manquant',
    when: 'Some consumptions cannot be charged: no tariff is in force on their day, or no foyer has the child; `errors` names prestations and days. Complete them, compute again, then issue.',
  },
});
