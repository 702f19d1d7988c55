import { longDay } from '../words/dates';
import type { Demande } from './queries';

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

export interface Concerned {
  /** First names. */
  readonly children: readonly string[];
  /** `2026-11-26`, or nothing. */
  readonly from: string;
  readonly to: string;
}

/** A message, with whom and which days it is about said at its head, so that the mairie need not ask. */
export function messageWith({ children, from, to }: Concerned, message: string): string {
  const days = from && to && from !== to ? `Du ${longDay(from)} au ${longDay(to)}` : longDayOf(from || to);
  const head = [
    children.length > 1 ? `Enfants concernés : ${children.join(', ')}` : '',
    children.length === 1 ? `Enfant concerné : ${children[0]}` : '',
    days,
  ].filter(Boolean);
  return head.length > 0 ? `${head.join('\n')}\n\n${message}` : message;
}

function longDayOf(date: string): string {
  return date ? `Le ${longDay(date)}` : '';
}
