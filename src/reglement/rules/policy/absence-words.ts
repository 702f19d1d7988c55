import type { CollectiveReason, ProofKind, WaiverProof } from './booking-policy.js';

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
