import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';

/** Whom and which days a demande says it is about, as typed. */
export interface Concerned {
  readonly childIds: readonly number[];
  readonly from: Temporal.PlainDate | null;
  /** Included; null: the first day alone. */
  readonly to: Temporal.PlainDate | null;
}

/** A school year and its summer. */
const MOST_DAYS = 400;

/** Why it cannot be about that, by field; `own` are the ids of the children that the family has or has had. */
export function concernedFaults({ childIds, from, to }: Concerned, own: ReadonlySet<number>): FieldError[] {
  return [
    ...(childIds.every((id) => own.has(id))
      ? []
      : [{ field: 'childIds', message: 'un de ces enfants n’est pas de votre foyer.' }]),
    ...(from === null && to !== null ? [{ field: 'from', message: 'dites aussi le premier jour.' }] : []),
    ...spanFaults(from, to),
  ];
}

function spanFaults(from: Temporal.PlainDate | null, to: Temporal.PlainDate | null): FieldError[] {
  if (from === null || to === null) return [];
  if (isBefore(to, from)) return [{ field: 'to', message: 'le dernier jour vient avant le premier.' }];
  if (from.until(to).days < MOST_DAYS) return [];
  return [{ field: 'to', message: typeset(`la durée est trop longue : ${MOST_DAYS} jours au plus.`) }];
}
