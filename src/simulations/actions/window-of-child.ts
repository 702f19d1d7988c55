import { mergedPolicy, type SessionRow, type SessionWindows } from '../../prestations/index.js';
import {
  type BookingPolicy,
  compilePolicy,
  policyOfPublics,
  type PolicyInstants,
  publicsOf,
} from '../../reglement/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import type { WindowOfChild } from './load-months.js';
import type { DraftOfPrestation } from './read-draft.js';

/** What a draft sets for each child, where it has rules apart for some publics; null where it has none. */
export function windowOfChild(
  { policy, context, prestation }: DraftOfPrestation,
  sessions: readonly SessionRow[],
  planned: SessionWindows,
): WindowOfChild | null {
  if (!policy?.publics?.length) return null;
  const compiled = new Map<string, (date: Temporal.PlainDate) => PolicyInstants>();
  const ruled = sessions.map((session): BookingPolicy => {
    const rules = planned.exceptionFor(session);
    return mergedPolicy(policy, rules && { rules });
  });
  return (facts, { childId, familyId }, day) => {
    const { date, policyExceptionId } = sessions[day]!;
    const publics = publicsOf(ruled[day]!, facts.context({ familyId, childId, prestationId: prestation.id, date }));
    const key = `${policyExceptionId}/${publics.join()}`;
    const instantsOn = compiled.get(key) ?? compilePolicy(policyOfPublics(ruled[day]!, publics), context);
    compiled.set(key, instantsOn);
    return instantsOn(date);
  };
}
