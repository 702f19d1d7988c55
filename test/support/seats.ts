import { Temporal } from '../../src/kernel/civil-time.js';
import { Places } from '../../src/prestations/index.js';
import type { RunningService } from './application.js';

export interface Seated {
  readonly childId: number;
  readonly birthDate: Temporal.PlainDate;
}

/** A child of a family of its own, born on 12 April 2018 unless told. */
export async function someChild(
  { fixtures }: RunningService,
  collectiviteId: number,
  birthDate = '2018-04-12',
): Promise<Seated> {
  const familyId = await fixtures.family(collectiviteId);
  const childId = await fixtures.child(collectiviteId, familyId, { birth_date: birthDate });
  return { childId, birthDate: Temporal.PlainDate.from(birthDate) };
}

/** Takes a place for a child in a unit of its own; answers what is full, or null. */
export function takePlace({ app, database }: RunningService, collectiviteId: number, sessionId: number, child: Seated) {
  const places = app.get(Places);
  return database.unit(async () => (await places.hold(collectiviteId, [sessionId])).take(sessionId, child));
}

/** Gives it back, in a unit of its own. */
export function freePlace({ app, database }: RunningService, collectiviteId: number, sessionId: number, child: Seated) {
  const places = app.get(Places);
  return database.unit(async () => (await places.hold(collectiviteId, [sessionId])).free(sessionId, child.childId));
}
