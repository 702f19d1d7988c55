import { addDays, dayIn, longDay } from '../words/dates';
import type { CarePlan } from '../health/queries';

const SIGNS: Record<CarePlan['state'], string> = {
  RECEIVED: '○',
  IN_FORCE: '✓',
  REFUSED: '✕',
  REPLACED: '–',
  ENDED: '–',
};

/** How a PAI stands on a day: a shape for the eyes, and words. */
export function standing({ state, validUntil }: Pick<CarePlan, 'state' | 'validUntil'>, today: string) {
  return { sign: SIGNS[state], word: wordOf(state, validUntil ?? '', today) };
}

function wordOf(state: CarePlan['state'], until: string, today: string): string {
  if (state === 'IN_FORCE') {
    const soon = until <= addDays(today, 30) ? ' : envoyez le nouveau' : '';
    return `Pris en compte jusqu’au ${longDay(until)}${soon}`;
  }
  if (state === 'RECEIVED') return 'Reçu, la mairie va le lire';
  if (state === 'REFUSED') return 'Refusé : appelez la mairie, ou envoyez-le de nouveau';
  return state === 'ENDED' ? `Terminé le ${longDay(until)}` : 'Remplacé';
}

/** What the card of a child says of its PAI: what is sent and waits is told too, so that nobody sends it twice. */
export function knownPlan(
  { childId, hasPai }: { readonly childId: number; readonly hasPai: boolean },
  plans: readonly Pick<CarePlan, 'childId' | 'state' | 'sentAt'>[],
  timeZone: string,
): string {
  const sent = plans
    .filter((plan) => plan.childId === childId && plan.state === 'RECEIVED')
    .map(({ sentAt }) => sentAt);
  const last = sent.sort().at(-1);
  if (last === undefined) return hasPai ? 'connu de la mairie' : 'aucun';
  const waits = `envoyé le ${longDay(dayIn(timeZone, last))}, la mairie le lit`;
  return hasPai ? `connu de la mairie ; un nouveau est ${waits}` : waits;
}
