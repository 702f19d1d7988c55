import type { Temporal } from '../../kernel/civil-time.js';
import { longInstant } from '../../kernel/french.js';
import { fullInFrench } from '../../prestations/index.js';
import { mayStillCancel, refusalOf, type Wish } from './wish.js';

export const CELL_STATES = [
  'BOOKABLE',
  'IN_BASKET',
  'RESERVED',
  'CLOSED',
  'FULL',
  'NOT_YOURS',
  'CALLED_OFF',
  'NO_SERVICE',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/** One day of the « vue Période » for a child and a prestation. */
export interface Cell {
  readonly state: CellState;
  /** French, where the state needs a word. */
  readonly why: string | null;
  /** Since when it is closed. */
  readonly since: Temporal.Instant | null;
  readonly cancellable: boolean;
}

export interface CellContext {
  readonly now: Temporal.Instant;
  readonly zone: string;
  readonly inBasket: boolean;
}

/** What a family sees of a session. Of a day that the other foyer has, it sees nothing more than that. */
export function cellOf(wish: Wish, { now, zone, inBasket }: CellContext): Cell {
  const { session, reservedFor, familyId } = wish;
  if (reservedFor === familyId && session.calledOffAt === null)
    return { ...plain('RESERVED'), cancellable: mayStillCancel(session, now) };
  switch (refusalOf(wish, { now })) {
    case null:
      return plain(inBasket ? 'IN_BASKET' : 'BOOKABLE');
    case 'NOT_YOUR_DAY':
      return plain('NOT_YOURS', 'semaine de l’autre foyer');
    case 'ALREADY_RESERVED':
      return plain('NOT_YOURS', 'réservé par l’autre foyer');
    case 'SESSION_CALLED_OFF':
      return plain('CALLED_OFF', session.calledOffReason ?? 'accueil annulé par la mairie');
    case 'NOT_ENROLLED':
      return plain('NO_SERVICE', 'enfant non inscrit ce jour-là');
    case 'SESSION_ALREADY_BILLED':
      return plain('CLOSED', 'jour déjà facturé');
    case 'PRICE_UNKNOWN':
      return plain('CLOSED', 'tarif non encore publié');
    case 'SESSION_FULL':
      return plain('FULL', fullInFrench(wish.full));
    case 'SESSION_CLOSED':
      return {
        ...plain('CLOSED', `réservations closes depuis le ${longInstant(session.addClosesAt, zone)}`),
        since: session.addClosesAt,
      };
  }
}

/** A day on which the prestation does not run. */
export function noService(why: string): Cell {
  return plain('NO_SERVICE', why);
}

function plain(state: CellState, why: string | null = null): Cell {
  return { state, why, since: null, cancellable: false };
}
