import { dayOfYear } from '../words/dates';
import type { Absence } from './queries';

export const STATES: Record<Absence['state'], { readonly word: string; readonly sign: string }> = {
  WAITING: { word: 'Sans justificatif pour l’instant', sign: '○' },
  PROVED: { word: 'Justifiée', sign: '✓' },
  REFUSED: { word: 'Justificatif non accepté', sign: '✕' },
  COLLECTIVE: { word: 'Déclarée par la mairie', sign: '■' },
  WITHDRAWN: { word: 'Retirée', sign: '–' },
};

/** « du jeudi 26 au … », or one day. */
export function daysInWords({ from, to }: Absence): string {
  return from === to ? dayOfYear(from) : `du ${dayOfYear(from)} au ${dayOfYear(to)}`;
}

/** Whether the family may still send a paper for it. */
export function takesProof({ state, days }: Absence): boolean {
  return (state === 'WAITING' || state === 'REFUSED') && days.some(({ outcome }) => outcome !== null);
}

/** Whether the family may take it back: it is its own, and no invoice tells of it. */
export function mayWithdraw({ state, days }: Absence): boolean {
  return state !== 'COLLECTIVE' && state !== 'WITHDRAWN' && !days.some(({ billed }) => billed);
}
