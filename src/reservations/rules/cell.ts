import type { Temporal } from '../../kernel/civil-time.js';
import type { Away } from '../../families/rules/index.js';
import { longInstant, plainDate, typeset } from '../../kernel/french.js';
import { fullInFrench } from '../../prestations/rules/index.js';
import { listIsOpen, stateByClock, type WaitingPlace, waitingWords } from './waiting-list.js';
import type { CancelOutcome } from './cancel-window.js';
import { awaitingWords } from './place-hold.js';
import { cancelWords, lateWords } from './late-words.js';
import { closedSince, lateTerms, phoneOf, refusalOf, type Wish } from './wish.js';

export const CELL_STATES = [
  'BOOKABLE',
  'IN_BASKET',
  'RESERVED',
  'AWAITING_PAYMENT',
  'NOT_YET_OPEN',
  'CLOSED',
  'REQUESTABLE',
  'REQUESTED',
  'REFUSED',
  'FULL',
  'WAITING',
  'OFFERED',
  'NOT_YOURS',
  'TAKEN_BY_OTHER',
  'OUT_OF_DATES',
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
  /** Of a reserved day: whether the child is not in this foyer that day, which went to the other one since. */
  readonly elsewhere: boolean;
  /** Whether the child may join the line of a session that is full. */
  readonly waitingListOpen: boolean;
}

export interface CellContext {
  readonly now: Temporal.Instant;
  readonly zone: string;
  readonly inBasket: boolean;
  /** What giving the reservation up would meet now. */
  readonly cancel: CancelOutcome;
  /** The child's own entry on the session's waiting list, or null. */
  readonly waiting: (WaitingPlace & { readonly rank: number }) | null;
  /** What the family asked of the mairie for this day past the deadline, the last time, and what it answered; or null. */
  readonly asked: AskedOfMairie | null;
}

export interface AskedOfMairie {
  readonly state: 'PENDING' | 'REFUSED';
  readonly answer: string | null;
}

/** What a family sees of a session. Of a day that the other foyer has, it sees nothing more than that. */
export function cellOf(wish: Wish, { now, zone, inBasket, waiting, cancel, asked }: CellContext): Cell {
  const { session, reservedFor, familyId } = wish;
  if (reservedFor === familyId && session.calledOffAt === null)
    return {
      ...plain('RESERVED', reservedWords(wish.away, cancel)),
      cancellable: cancel.type !== 'REFUSED',
      elsewhere: wish.away !== null,
    };
  const refusal = refusalOf(wish, { now });
  const inLine = waiting === null ? null : stateByClock(waiting, session, now);
  if (refusal === null && waiting !== null && inLine === 'OFFERED')
    return plain('OFFERED', waitingWords({ rank: null, expiresAt: waiting.expiresAt }, zone));
  if (refusal === 'SESSION_FULL' && waiting !== null && inLine === 'WAITING')
    return plain('WAITING', waitingWords({ rank: waiting.rank, expiresAt: null }, zone));
  switch (refusal) {
    case null:
      return plain(inBasket ? 'IN_BASKET' : 'BOOKABLE', lateWords(lateTerms(wish, now)));
    case 'NOT_YOUR_DAY':
      return awayCell(wish.away!);
    case 'ALREADY_RESERVED':
      return plain('TAKEN_BY_OTHER', 'par l’autre foyer, qui seul peut l’annuler');
    case 'AWAITING_PAYMENT':
      return plain('AWAITING_PAYMENT', awaitingWords(wish.awaitingPaymentUntil!, now, zone));
    case 'SESSION_CALLED_OFF':
      return plain('CALLED_OFF', session.calledOffReason ?? 'accueil annulé par la mairie');
    case 'NOT_ENROLLED':
      return plain('NO_SERVICE', 'enfant non inscrit ce jour-là');
    case 'SESSION_ALREADY_BILLED':
      return plain('CLOSED', 'jour déjà facturé');
    case 'SUPPLEMENT_UNKNOWN':
      return plain('CLOSED', 'supplément absent du tarif');
    case 'PRICE_UNKNOWN':
      return plain('CLOSED', 'tarif non encore publié');
    case 'SESSION_FULL':
      return { ...plain('FULL', fullInFrench(wish.full)), waitingListOpen: listIsOpen(session, now) };
    case 'NOT_YET_OPEN':
      return plain('NOT_YET_OPEN', `ouvre le ${longInstant(wish.add.opensAt!, zone)}`);
    case 'ASK_THE_MAIRIE':
    case 'PHONE_ONLY':
    case 'SESSION_CLOSED':
      return { ...lateCell(refusal, wish, { now, zone, asked }), since: closedSince(wish, now) };
  }
}

/** Of a day whose window is over: what the family asked of the mairie tells before what it may still do. */
function lateCell(
  refusal: 'ASK_THE_MAIRIE' | 'PHONE_ONLY' | 'SESSION_CLOSED',
  wish: Wish,
  { now, zone, asked }: Pick<CellContext, 'now' | 'zone' | 'asked'>,
): Cell {
  if (asked?.state === 'PENDING') return plain('REQUESTED', 'demande envoyée à la mairie, sans réponse pour l’instant');
  if (asked?.state === 'REFUSED')
    return plain(
      'REFUSED',
      typeset(asked.answer ? `la mairie a répondu : « ${asked.answer} »` : 'refusé par la mairie'),
    );
  switch (refusal) {
    case 'ASK_THE_MAIRIE':
      return plain('REQUESTABLE', 'délai dépassé, à demander à la mairie');
    case 'PHONE_ONLY':
      return plain('CLOSED', `par téléphone seulement, au ${phoneOf(wish, now) ?? ''}`);
    case 'SESSION_CLOSED':
      return plain('CLOSED', `réservations closes depuis le ${longInstant(closedSince(wish, now), zone)}`);
  }
}

/** Of a day that was reserved while it was this foyer's, what changed is told before what giving it up meets. */
function reservedWords(away: Away | null, cancel: CancelOutcome): string | null {
  const gone =
    away === null ? null : away.type === 'OTHER_FAMILY' ? 'jour désormais de l’autre foyer' : awayCell(away).why;
  return [gone, cancelWords(cancel)].filter((words) => words !== null).join(', ') || null;
}

function awayCell(away: Away): Cell {
  switch (away.type) {
    case 'NOT_YET':
      return plain('OUT_OF_DATES', `enfant dans votre foyer à partir du ${plainDate(away.from)}`);
    case 'NO_MORE':
      return plain('OUT_OF_DATES', `enfant dans votre foyer jusqu’au ${plainDate(away.to)}`);
    case 'OTHER_FAMILY':
      return plain('NOT_YOURS', 'semaine de l’autre foyer');
    case 'OTHER_WEEK':
      return plain('NOT_YOURS', 'hors de vos semaines de garde');
  }
}

/** A day on which the prestation does not run. */
export function noService(why: string): Cell {
  return plain('NO_SERVICE', why);
}

function plain(state: CellState, why: string | null = null): Cell {
  return { state, why, since: null, cancellable: false, elsewhere: false, waitingListOpen: false };
}
