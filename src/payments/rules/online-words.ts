import type { Anomaly, AttemptState } from '../../payfip/rules/index.js';

const ANOMALIES: Readonly<Record<Anomaly, string>> = {
  DIFFERENT:
    'Ce que PayFiP a répondu ne correspond pas à ce qui était demandé (montant, référence, client, exercice ou mode).',
  UNKNOWN_RESULT: 'PayFiP a répondu un résultat que le service ne connaît pas.',
  QUESTION_REFUSED: 'PayFiP refuse de dire ce qu’il en est.',
  NO_ANSWER: 'PayFiP n’a pas répondu depuis un jour.',
};

const STATES: Readonly<Record<AttemptState, string>> = {
  CREATED: 'en préparation',
  PENDING: 'en cours',
  PAID: 'payé',
  TESTED: 'essai réussi, rien n’a été débité',
  CANCELLED: 'abandonné',
  REFUSED: 'refusé par la banque',
  EXPIRED: 'non payé',
  FAILED: 'non ouvert',
  ANOMALY: 'à vérifier',
};

export function anomalyWords(anomaly: Anomaly): string {
  return ANOMALIES[anomaly];
}

export function attemptWords(state: AttemptState): string {
  return STATES[state];
}
