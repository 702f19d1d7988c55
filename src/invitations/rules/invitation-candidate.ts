import { typeset } from '../../kernel/french.js';

/** Why a guardian is left out of a bulk invitation. */
export const SKIP_REASONS = ['UNKNOWN', 'NO_EMAIL', 'HAS_ACCOUNT', 'LIVE_INVITATION', 'SHARED_EMAIL'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface Candidate {
  readonly guardianId: number;
  readonly email: string | null;
  readonly accountId: number | null;
  /** An invitation to this very address that was not used, replaced or expired and whose mail did not fail. */
  readonly hasLiveInvitation: boolean;
  /** The other guardian of the same family has the same address: one login cannot be two adults. */
  readonly sharesEmail: boolean;
}

/** Null when the guardian is invited. */
export function skipReason(candidate: Candidate): SkipReason | null {
  if (candidate.accountId !== null) return 'HAS_ACCOUNT';
  if (candidate.email === null) return 'NO_EMAIL';
  if (candidate.sharesEmail) return 'SHARED_EMAIL';
  return candidate.hasLiveInvitation ? 'LIVE_INVITATION' : null;
}

const SENTENCES: Record<SkipReason, string> = {
  UNKNOWN: 'Ce responsable n’existe pas dans votre collectivité.',
  NO_EMAIL: 'Aucune adresse électronique : complétez la fiche.',
  HAS_ACCOUNT: 'Compte déjà activé.',
  LIVE_INVITATION: 'Une invitation est déjà en cours.',
  SHARED_EMAIL: 'Même adresse que l’autre responsable du foyer : chaque adulte a besoin de la sienne.',
};

export function skipSentence(reason: SkipReason): string {
  return typeset(SENTENCES[reason]);
}
