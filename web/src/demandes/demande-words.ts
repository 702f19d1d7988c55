import { longDay } from '../words/dates';
import type { Demande } from './queries';
import { listed } from '../words/listed';

export const CATEGORIES: Record<Demande['category'], string> = {
  RESERVATION: 'Réservations',
  BILLING: 'Facturation',
  ABSENCE: 'Absences',
  DOCUMENT: 'Documents et justificatifs',
  OTHER: 'Autre',
};

/** How a demande stands: a word, and a shape for the eyes. */
export const STATES: Record<Demande['state'], { readonly word: string; readonly sign: string }> = {
  RECEIVED: { word: 'Reçue par la mairie', sign: '○' },
  IN_PROGRESS: { word: 'En cours', sign: '◐' },
  ANSWERED: { word: 'La mairie a répondu', sign: '✓' },
  CLOSED: { word: 'Close', sign: '■' },
};

interface Concerned {
  readonly children: readonly { readonly firstName: string }[];
  /** `2026-11-26`. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** « Léa et Tom », or nothing. */
export function childrenInWords({ children }: Pick<Concerned, 'children'>): string {
  return listed(children.map(({ firstName }) => firstName));
}

/** « du jeudi 26 novembre 2026 au mardi 1er décembre 2026 », « le jeudi 26 novembre 2026 », or nothing. */
export function daysInWords({ from, to }: Omit<Concerned, 'children'>): string {
  if (!from) return '';
  return to && to !== from ? `du ${longDay(from)} au ${longDay(to)}` : `le ${longDay(from)}`;
}

/** Both, in a line: « Léa et Tom, le jeudi 26 novembre 2026 ». */
export function concernedInWords(demande: Concerned): string {
  return [childrenInWords(demande), daysInWords(demande)].filter(Boolean).join(', ');
}
