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
  { collectiviteId, prestations, circus, animateur }: OpenCommune,
  date: string,
  counts: RollCounts,
): Promise<void> {
  const rolls: { name: string; path: string; roll: Json }[] = [];
  for (const { name, sessions } of [...prestations, circus]) {
    const sessionId = sessions.get(date);
    if (sessionId === undefined) continue;
    const path = `/collectivites/${collectiviteId}/sessions/${sessionId}/roll`;
    const roll: Json = await animateur.get(path);
    if (!roll.calledOff) rolls.push({ name, path, roll });
  }
  const expected = rolls.flatMap(({ roll }) => roll.expected as Json[]);
  const inBed = new Set(expected.filter((child) => child.announcedAbsent).map(({ childId }) => childId as number));
  const isAbsent = ({ childId }: Json) => inBed.has(childId) || percent('absent', childId as number, date) < 3;
  for (const { name, path, roll } of rolls) {
    const absent = roll.expected.filter(isAbsent).map(({ childId, announcedAbsent }: Json) => ({
      childId,
      // Of an announced absence, the règlement judges; who is in bed is nowhere else either.
      state:
        !announcedAbsent && (inBed.has(childId) || percent('why', childId as number, date) < 50)
          ? 'ABSENT_JUSTIFIED'
          : 'ABSENT_UNJUSTIFIED',
    }));
    const unplanned = roll.others
      .filter(({ childId }: Json) => !inBed.has(childId) && percent('unplanned', childId as number, date) < 2)
      .slice(0, 1)
      .map(({ childId }: Json) => ({ childId, state: 'PRESENT', ...hoursOf(name, childId as number, date) }));
    const timed = byTheHour(name)
      ? roll.expected
          .filter((child: Json) => !isAbsent(child))
          .map(({ childId }: Json) => ({ childId, state: 'PRESENT', ...hoursOf(name, childId as number, date) }))
      : [];
    if (roll.expected.length + unplanned.length === 0) continue;
    await animateur.put(path, { allPresent: true, entries: [...absent, ...timed, ...unplanned] });
    counts.present += (roll.expected.length as number) - (absent.length as number);
    counts.absent += absent.length as number;
    counts.unplanned += unplanned.length as number;
  }
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
