import { percent } from './chance.js';
import type { Json } from './client.js';
import type { OpenCommune } from './opening.js';

export interface RollCounts {
  present: number;
  absent: number;
  unplanned: number;
}

/** The animateurs record who came: nearly everyone, a few absent, now and then a child nobody expected. */
export async function callRolls(
  { collectiviteId, prestations, animateur }: OpenCommune,
  date: string,
  counts: RollCounts,
): Promise<void> {
  for (const { sessions } of prestations) {
    const sessionId = sessions.get(date);
    if (sessionId === undefined) continue;
    const path = `/collectivites/${collectiviteId}/sessions/${sessionId}/roll`;
    const roll: Json = await animateur.get(path);
    if (roll.calledOff) continue;
    const absent = roll.expected
      .filter(({ childId }: Json) => percent('absent', childId as number, date) < 3)
      .map(({ childId }: Json) => ({
        childId,
        state: percent('why', childId as number, date) < 50 ? 'ABSENT_JUSTIFIED' : 'ABSENT_UNJUSTIFIED',
      }));
    const unplanned = roll.others
      .filter(({ childId }: Json) => percent('unplanned', childId as number, date) < 2)
      .slice(0, 1)
      .map(({ childId }: Json) => ({ childId, state: 'PRESENT' }));
    if (roll.expected.length + unplanned.length === 0) continue;
    await animateur.put(path, { allPresent: true, entries: [...absent, ...unplanned] });
    counts.present += (roll.expected.length as number) - (absent.length as number);
    counts.absent += absent.length as number;
    counts.unplanned += unplanned.length as number;
  }
}
