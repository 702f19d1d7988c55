import { Temporal } from '../../kernel/civil-time.js';
import { longInstant } from '../../kernel/french.js';
import { SESSION_INSTANTS, type SessionInstant, type SessionInstants } from '../../prestations/rules/index.js';

/** One limit that moves for families. Instants on the clock of the collectivité, in words. */
export interface MovedLimit {
  readonly name: SessionInstant;
  /** « Réserver avant ». */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const WORDS: Record<SessionInstant, string> = {
  addOpensAt: 'Réserver à partir de',
  addClosesAt: 'Réserver avant',
  addEndsAt: 'Réserver en retard avant',
  cancelClosesAt: 'Annuler avant',
  cancelEndsAt: 'Annuler en retard avant',
  modifyClosesAt: 'Modifier avant',
  dietClosesAt: 'Changer de menu avant',
  ordersAt: 'Commande à la cuisine',
};

/** Where there is no opening. */
const ALWAYS = 'dès maintenant';

/** Every instant that moves, for the mairie. */
export function movedLimits(before: SessionInstants, after: SessionInstants, zone: string): MovedLimit[] {
  const words = (instant: Temporal.Instant | null) => (instant === null ? ALWAYS : longInstant(instant, zone));
  return SESSION_INSTANTS.filter((name) => !same(before[name], after[name])).map((name) => ({
    name,
    what: WORDS[name],
    before: words(before[name]),
    after: words(after[name]),
  }));
}

/**
 * Those that a family needs to be told. What only follows another limit is not repeated: an end that was and is the
 * deadline itself, a change that closes with the first of booking and cancelling, a menu that closes with booking.
 */
export function limitsToTell(before: SessionInstants, after: SessionInstants, zone: string): MovedLimit[] {
  return movedLimits(before, after, zone).filter(
    ({ name }) => name !== 'ordersAt' && ![before, after].every((instants) => follows(name, instants)),
  );
}

function follows(name: SessionInstant, instants: SessionInstants): boolean {
  const { addClosesAt, cancelClosesAt } = instants;
  if (name === 'addEndsAt' || name === 'dietClosesAt') return same(instants[name], addClosesAt);
  if (name === 'cancelEndsAt') return same(instants.cancelEndsAt, cancelClosesAt);
  if (name !== 'modifyClosesAt') return false;
  const first = Temporal.Instant.compare(addClosesAt, cancelClosesAt) < 0 ? addClosesAt : cancelClosesAt;
  return same(instants.modifyClosesAt, first);
}

function same(a: Temporal.Instant | null, b: Temporal.Instant | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
