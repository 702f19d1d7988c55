import { Temporal } from '../../kernel/civil-time.js';

/** What an agent works through: absences that wait for their proof, those proved, those whose proof was refused. */
export const ABSENCE_STATES = ['WAITING', 'PROVED', 'REFUSED', 'COLLECTIVE', 'WITHDRAWN'] as const;
export type AbsenceState = (typeof ABSENCE_STATES)[number];

export interface ReceivedProof {
  readonly receivedAt: Temporal.Instant;
  readonly refusedAt: Temporal.Instant | null;
}

export interface ProvableAbsence {
  /** Null when the mairie declared it. */
  readonly familyId: number | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly proofs: readonly ReceivedProof[];
}

/** WAITING: no proof so far, whether the règlement asks for one or not. COLLECTIVE: declared by the mairie, which needs none. */
export function absenceState({ familyId, withdrawnAt, proofs }: ProvableAbsence): AbsenceState {
  if (withdrawnAt !== null) return 'WITHDRAWN';
  if (familyId === null) return 'COLLECTIVE';
  if (proofReceivedAt(proofs) !== null) return 'PROVED';
  return proofs.length > 0 ? 'REFUSED' : 'WAITING';
}

/** When the first proof that stands was received; null while there is none. */
export function proofReceivedAt(proofs: readonly ReceivedProof[]): Temporal.Instant | null {
  const standing = proofs.filter(({ refusedAt }) => refusedAt === null).map(({ receivedAt }) => receivedAt);
  return standing.sort((a, b) => Temporal.Instant.compare(a, b))[0] ?? null;
}
