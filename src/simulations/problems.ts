import { declareProblems } from '../kernel/problem.js';

export const simulationsProblems = declareProblems({
  DRAFT_NOT_VALID: {
    status: 422,
    title: 'Projet de règlement non valable',
    when: 'A policy or a tariff of a simulated règlement is not written in its language, or cannot hold on the days of the period; `errors` names each part.',
    inFrench:
      'Un règlement ou un tarif de la simulation n’est pas écrit dans son langage, ou ne peut pas s’appliquer aux jours de la période ; `errors` nomme chaque partie.',
  },
  SIMULATION_PERIOD: {
    status: 422,
    title: 'Période non simulable',
    when: 'The period of a simulation is not over, is longer than 400 days, or reaches days whose holidays are not known.',
    inFrench:
      'La période d’une simulation n’est pas terminée, dépasse 400 jours, ou atteint des jours dont les congés ne sont pas connus.',
  },
});
