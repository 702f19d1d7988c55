import { oneOf, percent } from './chance.js';
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
  for (const { name, sessions } of prestations) {
    const sessionId = sessions.get(date);
    if (sessionId === undefined) continue;
    const path = `/collectivites/${collectiviteId}/sessions/${sessionId}/roll`;
    const roll: Json = await animateur.get(path);
    if (roll.calledOff) continue;
    const absent = roll.expected
      .filter((child: Json) => isAbsent(child, date))
      .map(({ childId, announcedAbsent }: Json) => ({
        childId,
        // Of an announced absence, the règlement judges.
        state:
          !announcedAbsent && percent('why', childId as number, date) < 50 ? 'ABSENT_JUSTIFIED' : 'ABSENT_UNJUSTIFIED',
      }));
    const unplanned = roll.others
      .filter(({ childId }: Json) => percent('unplanned', childId as number, date) < 2)
      .slice(0, 1)
      .map(({ childId }: Json) => ({ childId, state: 'PRESENT', ...hoursOf(name, childId as number, date) }));
    const timed = byTheHour(name)
      ? roll.expected
          .filter((child: Json) => !isAbsent(child, date))
          .map(({ childId }: Json) => ({ childId, state: 'PRESENT', ...hoursOf(name, childId as number, date) }))
      : [];
    if (roll.expected.length + unplanned.length === 0) continue;
    await animateur.put(path, { allPresent: true, entries: [...absent, ...timed, ...unplanned] });
    counts.present += (roll.expected.length as number) - (absent.length as number);
    counts.absent += absent.length as number;
    counts.unplanned += unplanned.length as number;
  }
}

function isAbsent({ childId, announcedAbsent }: Json, date: string): boolean {
  return announcedAbsent || percent('absent', childId as number, date) < 3;
}

/** The evening is paid by the half-hour that is begun: the roll says when each child left. */
function byTheHour(name: string): boolean {
  return name === 'Garderie du soir';
}

const DEPARTURES = ['16:50', '17:15', '17:25', '17:40', '17:55', '18:05', '18:20', '18:30'] as const;

function hoursOf(name: string, childId: number, date: string): object {
  if (!byTheHour(name)) return {};
  const late = percent('late pick-up', childId, date) < 1;
  return { arrivedAt: '16:30', leftAt: late ? '18:40' : oneOf(DEPARTURES, 'departure', childId, date) };
}
