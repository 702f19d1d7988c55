import { expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { absenceState, proofReceivedAt, type ReceivedProof } from './absence-state.js';

const at = (day: number) => Temporal.Instant.from(`2026-12-0${day}T09:00:00Z`);
const proof = (received: number, refused: number | null = null): ReceivedProof => ({
  receivedAt: at(received),
  refusedAt: refused === null ? null : at(refused),
});

it.each([
  ['déclarée', 10, null, [], 'WAITING', null],
  ['prouvée', 10, null, [proof(2)], 'PROVED', 2],
  ['prouvée deux fois : la première fois compte', 10, null, [proof(4), proof(2)], 'PROVED', 2],
  ['justificatif refusé', 10, null, [proof(2, 3)], 'REFUSED', null],
  ['refusé, puis un autre reçu', 10, null, [proof(2, 3), proof(5)], 'PROVED', 5],
  ['retirée', 10, at(1), [proof(2)], 'WITHDRAWN', 2],
  ['déclarée par la mairie', null, null, [], 'COLLECTIVE', null],
])('%s', (_, familyId, withdrawnAt, proofs, state, received) => {
  expect(absenceState({ familyId, withdrawnAt, proofs })).toBe(state);
  expect(proofReceivedAt(proofs)?.toString() ?? null).toBe(received === null ? null : at(received).toString());
});
