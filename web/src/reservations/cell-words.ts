import { dayOfYear, deadline } from '../words/dates';
import type { Cell } from './queries';

export type CellState = Cell['state'];

/** What pressing a day does. */
export type CellAct = 'add' | 'take-back' | 'open' | 'none';

interface CellWords {
  /** Said in the cell, and by screen readers. */
  readonly word: string;
  /** Its shape, so that colour is never alone. */
  readonly sign: string;
  readonly tone: 'free' | 'mine' | 'reserved' | 'busy' | 'closed' | 'none';
  readonly act: CellAct;
}

/** What each state is called, and how it looks. */
export const WORDS: Record<CellState, CellWords> = {
  BOOKABLE: { word: 'Libre', sign: '○', tone: 'free', act: 'add' },
  IN_BASKET: { word: 'Au panier', sign: '◐', tone: 'mine', act: 'take-back' },
  RESERVED: { word: 'Réservé', sign: '✓', tone: 'reserved', act: 'open' },
  AWAITING_PAYMENT: { word: 'À payer', sign: '€', tone: 'mine', act: 'open' },
  NOT_YET_OPEN: { word: 'Pas encore', sign: '…', tone: 'closed', act: 'open' },
  CLOSED: { word: 'Clos', sign: '×', tone: 'closed', act: 'open' },
  REQUESTABLE: { word: 'Sur demande', sign: '?', tone: 'busy', act: 'open' },
  REQUESTED: { word: 'Demandé', sign: '↑', tone: 'busy', act: 'open' },
  REFUSED: { word: 'Refusé', sign: '⊠', tone: 'closed', act: 'open' },
  FULL: { word: 'Complet', sign: '■', tone: 'busy', act: 'open' },
  WAITING: { word: 'En attente', sign: '⧗', tone: 'busy', act: 'open' },
  OFFERED: { word: 'Place proposée', sign: '!', tone: 'mine', act: 'open' },
  NOT_YOURS: { word: 'Autre foyer', sign: '⇄', tone: 'none', act: 'none' },
  TAKEN_BY_OTHER: { word: 'Déjà réservé', sign: '⊙', tone: 'busy', act: 'open' },
  OUT_OF_DATES: { word: 'Hors dates', sign: '·', tone: 'none', act: 'none' },
  CALLED_OFF: { word: 'Annulé', sign: '⊘', tone: 'closed', act: 'open' },
  NO_SERVICE: { word: 'Pas de service', sign: '–', tone: 'none', act: 'none' },
};

/** Reserved while the day was this foyer's, which it is no longer: it may be given up, nothing is to be expected of it. */
export const RESERVED_ELSEWHERE: CellWords = { word: 'Réservé, autre foyer', sign: '✓⇄', tone: 'busy', act: 'open' };

export function wordsOf({
  state,
  elsewhere = false,
}: Pick<Cell, 'state'> & Partial<Pick<Cell, 'elsewhere'>>): CellWords {
  return state === 'RESERVED' && elsewhere ? RESERVED_ELSEWHERE : WORDS[state];
}

/** Why it is so, where that says more than its state: « complet » of a full day does not. */
export function whyOf(cell: Pick<Cell, 'state' | 'why'>): string | null {
  return cell.why?.toLowerCase() === wordsOf(cell).word.toLowerCase() ? null : cell.why;
}

/** All there is to know of a day in one sentence: whose, what, when, its state, its price, until when. */
export function sentenceOf(childName: string, prestationName: string, cell: Cell, timeZone: string): string {
  const parts = [`${childName}, ${prestationName}, ${dayOfYear(cell.date)} : ${wordsOf(cell).word.toLowerCase()}`];
  const why = whyOf(cell);
  if (why) parts.push(why);
  if (cell.price) parts.push(cell.price);
  if (cell.unplannedPrice) parts.push(`si non prévu, ${cell.unplannedPrice}`);
  const until = untilWhen(cell, timeZone);
  if (until) parts.push(until);
  return parts.join(' ; ');
}

/** « réservable jusqu’au mardi 1er décembre 2026 à 11 h 00 »; null where no deadline is left. */
export function untilWhen(cell: Cell, timeZone: string): string | null {
  const { state, bookableUntil, cancelClosesAt, cancellable, offerExpiresAt, heldUntil } = cell;
  if ((state === 'BOOKABLE' || state === 'IN_BASKET') && bookableUntil)
    return `réservable jusqu’au ${deadline(bookableUntil, timeZone)}`;
  if (state === 'RESERVED' && cancellable && cancelClosesAt)
    return `annulable jusqu’au ${deadline(cancelClosesAt, timeZone)}`;
  if (state === 'OFFERED' && offerExpiresAt) return `à accepter avant le ${deadline(offerExpiresAt, timeZone)}`;
  if (state === 'AWAITING_PAYMENT' && heldUntil) return `à payer avant le ${deadline(heldUntil, timeZone)}`;
  return null;
}
