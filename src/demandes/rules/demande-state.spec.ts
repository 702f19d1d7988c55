import { describe, expect, it } from '@jest/globals';
import { demandeReference, type DemandeState, mayBecome, stateAfterMessage } from './demande-state.js';

describe('the state of a demande', () => {
  it.each<[DemandeState, DemandeState, boolean]>([
    ['RECEIVED', 'RECEIVED', true],
    ['RECEIVED', 'IN_PROGRESS', true],
    ['RECEIVED', 'CLOSED', true],
    ['IN_PROGRESS', 'RECEIVED', false],
    ['IN_PROGRESS', 'ANSWERED', true],
    ['ANSWERED', 'IN_PROGRESS', true],
    ['ANSWERED', 'RECEIVED', false],
    ['CLOSED', 'IN_PROGRESS', true],
    ['CLOSED', 'ANSWERED', false],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(mayBecome(from, to)).toBe(expected);
  });

  it.each<[DemandeState, 'parent' | 'mairie', DemandeState | null]>([
    ['RECEIVED', 'parent', 'RECEIVED'],
    ['IN_PROGRESS', 'parent', 'IN_PROGRESS'],
    ['ANSWERED', 'parent', 'IN_PROGRESS'],
    ['CLOSED', 'parent', null],
    ['RECEIVED', 'mairie', 'ANSWERED'],
    ['ANSWERED', 'mairie', 'ANSWERED'],
    ['CLOSED', 'mairie', null],
  ])('%s, when the %s writes: %s', (state, author, expected) => {
    expect(stateAfterMessage(state, author === 'mairie')).toBe(expected);
  });

  it('has a reference that people can read out', () => {
    expect(demandeReference(2026, 12)).toBe('D-2026-000012');
    expect(demandeReference(2026, 1_234_567)).toBe('D-2026-1234567');
  });
});
