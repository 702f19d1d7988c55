import { Temporal } from '../../../src/kernel/civil-time.js';
import { Problem } from '../../../src/kernel/problem.js';
import type { RunningService } from '../application.js';
import { addHousehold, type Household, openCommune, type Commune } from '../school.js';

export interface HeldSession {
  readonly id: number;
  readonly date: Temporal.PlainDate;
}

/** A commune, two families and their years, as a history plays them. */
export interface World {
  readonly service: RunningService;
  readonly commune: Commune;
  readonly accountId: number;
  readonly households: readonly Household[];
  readonly sessions: HeldSession[];
  /** The last day that an ordinary run billed. */
  billedUntil: Temporal.PlainDate;
}

export const FIRST_DAY = Temporal.PlainDate.from('2026-09-01');

export async function newWorld(service: RunningService): Promise<World> {
  service.clock.set(Temporal.Instant.from('2026-09-01T09:00:00+02:00'));
  const commune = await openCommune(service);
  const { id: accountId } = await service.fixtures.account([{ collectiviteId: commune.collectiviteId, role: 'agent' }]);
  const households = [await addHousehold(service, commune, 'ARNAUD'), await addHousehold(service, commune, 'BERNARD')];
  return { service, commune, accountId, households, sessions: [], billedUntil: FIRST_DAY.subtract({ days: 1 }) };
}

export function today({ service }: World): Temporal.PlainDate {
  return service.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
}

/** What was asked may be refused, as long as it is refused kindly: null then. Anything else is a fault. */
export async function orRefused<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.kind.status < 500) return null;
    throw error;
  }
}
