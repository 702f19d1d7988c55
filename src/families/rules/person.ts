import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { foldedText } from '../../kernel/folded-text.js';

export const PERSON_STATES = ['PENDING', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Beyond, a list serves nobody at the gate. */
export const MOST_PERSONS_OF_A_CHILD = 10;

/** The same for « Jean-Luc DUPONT », « dupont jean luc » and « Dupont Jean Luc » typed in each other's field. */
export function personKey(lastName: string, firstName: string): string {
  return foldedText(`${lastName} ${firstName}`).split(' ').sort().join(' ');
}

/** Whether a decision that keeps somebody from a child holds on a day. */
export function isBarredOn(
  {
    untilDate,
    liftedAt,
  }: { readonly untilDate: Temporal.PlainDate | null; readonly liftedAt: Temporal.Instant | null },
  today: Temporal.PlainDate,
): boolean {
  return liftedAt === null && (untilDate === null || !isBefore(untilDate, today));
}
