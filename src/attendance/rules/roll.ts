import type { FieldError } from '../../kernel/problem.js';
import {
  type DeclaredEntry,
  type EntryRefusal,
  judgeEntry,
  type RecordedState,
  refusalInFrench,
  type Standing,
} from './roll-entry.js';

export interface RollEntry extends DeclaredEntry {
  readonly childId: number;
  /** Why what was recorded before is changed. */
  readonly reason: string | null;
}

export interface ChildStanding extends Standing {
  /** The foyer that pays for this child on that day: the one that booked, else the one that has custody. */
  readonly familyId: number | null;
}

/** An entry as it is kept. */
export interface PointedChild {
  readonly childId: number;
  readonly familyId: number;
  readonly state: RecordedState;
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
  readonly reason: string | null;
}

export interface JudgedRoll {
  readonly pointed: readonly PointedChild[];
  /** One for each refused entry, named by its place in the list. Nothing is kept unless there is none. */
  readonly errors: readonly FieldError[];
  /** Every refusal is that of a child who is not enrolled. */
  readonly onlyStrangers: boolean;
}

const FIELD_OF: Record<EntryRefusal, string> = {
  NOT_ENROLLED: 'childId',
  ABSENT_WITHOUT_RESERVATION: 'state',
  TIMES_OF_AN_ABSENT: 'arrivedAt',
  LEFT_BEFORE_ARRIVING: 'leftAt',
};

/** Judges the entries of a roll, each on its own; a child may come once. */
export function judgeRoll(entries: readonly RollEntry[], standingOf: (childId: number) => ChildStanding): JudgedRoll {
  const pointed: PointedChild[] = [];
  const errors: FieldError[] = [];
  let strangers = 0;
  const seen = new Set<number>();
  for (const [index, entry] of entries.entries()) {
    const refuse = (field: string, message: string) => errors.push({ field: `entries[${index}].${field}`, message });
    const { familyId, ...standing } = standingOf(entry.childId);
    const judged = judgeEntry(entry, standing);
    if (seen.has(entry.childId)) {
      refuse('childId', 'Cet enfant figure deux fois dans le pointage.');
    } else if ('refusal' in judged) {
      if (judged.refusal === 'NOT_ENROLLED') strangers += 1;
      refuse(FIELD_OF[judged.refusal], refusalInFrench(judged.refusal));
    } else if (familyId === null) {
      refuse('childId', 'Aucun foyer n’a la garde de cet enfant ce jour-là\u00a0: complétez d’abord sa garde.');
    } else {
      const { childId, arrivedAt, leftAt, reason } = entry;
      pointed.push({ childId, familyId, state: judged.state, arrivedAt, leftAt, reason });
    }
    seen.add(entry.childId);
  }
  return { pointed, errors, onlyStrangers: errors.length > 0 && strangers === errors.length };
}
