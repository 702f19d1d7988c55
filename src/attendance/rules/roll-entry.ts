import { typeset } from '../../kernel/french.js';

/** What a person at the door can say of a child. */
export const DECLARED_STATES = ['PRESENT', 'ABSENT_JUSTIFIED', 'ABSENT_UNJUSTIFIED'] as const;
export type DeclaredState = (typeof DECLARED_STATES)[number];

/** What is kept: a presence without a reservation is told apart by itself. */
export const RECORDED_STATES = [...DECLARED_STATES, 'PRESENT_UNPLANNED'] as const;
export type RecordedState = (typeof RECORDED_STATES)[number];

export interface DeclaredEntry {
  readonly state: DeclaredState;
  /** Wall-clock hours `HH:MM`, for those who came. */
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/** What is known of the child for this session. */
export interface Standing {
  readonly reserved: boolean;
  readonly enrolled: boolean;
  /** Something was recorded already: a presence noted by mistake can be turned into an absence. */
  readonly recorded: boolean;
}

export type EntryRefusal =
  'NOT_ENROLLED' | 'ABSENT_WITHOUT_RESERVATION' | 'TIMES_OF_AN_ABSENT' | 'LEFT_BEFORE_ARRIVING';

export type Judged = { readonly state: RecordedState } | { readonly refusal: EntryRefusal };

/** What is recorded for an entry of the roll, or why it is refused. */
export function judgeEntry(entry: DeclaredEntry, { reserved, enrolled, recorded }: Standing): Judged {
  if (!reserved && !enrolled && !recorded) return { refusal: 'NOT_ENROLLED' };
  if (entry.state !== 'PRESENT') {
    if (!reserved && !recorded) return { refusal: 'ABSENT_WITHOUT_RESERVATION' };
    if (entry.arrivedAt !== null || entry.leftAt !== null) return { refusal: 'TIMES_OF_AN_ABSENT' };
    return { state: entry.state };
  }
  // Hours written HH:MM are in order when their texts are.
  if (entry.arrivedAt !== null && entry.leftAt !== null && entry.leftAt < entry.arrivedAt) {
    return { refusal: 'LEFT_BEFORE_ARRIVING' };
  }
  return { state: reserved ? 'PRESENT' : 'PRESENT_UNPLANNED' };
}

const REFUSALS: Record<EntryRefusal, string> = {
  NOT_ENROLLED: 'Cet enfant n’est pas inscrit à cette prestation à cette date : inscrivez-le d’abord.',
  ABSENT_WITHOUT_RESERVATION: 'Cet enfant n’était pas attendu : il ne peut pas être absent.',
  TIMES_OF_AN_ABSENT: 'Un enfant absent n’a pas d’heure d’arrivée ni de départ.',
  LEFT_BEFORE_ARRIVING: 'L’heure de départ doit suivre l’heure d’arrivée.',
};

export function refusalInFrench(refusal: EntryRefusal): string {
  return typeset(REFUSALS[refusal]);
}
