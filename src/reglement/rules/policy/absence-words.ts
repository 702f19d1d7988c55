import type { AbsencePolicy, CollectiveReason, ProofKind, WaiverProof } from './booking-policy.js';

/** What a proof shows, in an enumeration. */
export const PROOF_WORDS: Record<ProofKind, string> = {
  ILLNESS: 'maladie',
  ACCIDENT: 'accident',
  HOSPITAL: 'hospitalisation',
  STRIKE: 'grève',
  SCHOOL_TRIP: 'sortie scolaire',
  BEREAVEMENT: 'deuil',
  OTHER: 'autre motif reconnu par la mairie',
};

/** Why everyone is credited. */
export const COLLECTIVE_WORDS: Record<CollectiveReason, string> = {
  STRIKE: 'grève',
  CLOSURE: 'fermeture du service',
  SCHOOL_TRIP: 'sortie scolaire',
  ALERT: 'alerte',
};

/** What a family shows to be waived. */
export const WAIVER_PROOF_WORDS: Record<WaiverProof, string> = {
  EMPLOYER_LETTER: 'lettre de l’employeur',
  SCHEDULE: 'planning de travail',
  SWORN_STATEMENT: 'attestation sur l’honneur',
  OTHER: 'justificatif demandé par la mairie',
};

/** « qu’à partir du 4e jour de service », after « l’absence n’est déduite ». */
export function payFromWords(payFrom: NonNullable<AbsencePolicy['payFrom']>): string {
  if (payFrom === 'DECLARATION') return 'qu’à partir du jour où elle est signalée';
  if (payFrom === 'PROOF') return 'qu’à partir du jour où arrive son justificatif';
  return `qu’à partir du ${payFrom}e jour de service`;
}
