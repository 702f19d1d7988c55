import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, isBefore, type Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FindPrestations, FindSessions } from '../../prestations/index.js';
import { FindReservations } from '../../reservations/index.js';

export interface SessionToPoint {
  readonly sessionId: number;
  readonly date: Temporal.PlainDate;
  readonly prestationId: number;
  readonly prestation: string;
  readonly siteId: number;
  readonly expected: number;
  /** Expected children of whom nothing is recorded. */
  readonly missing: number;
}

/** The sessions, up to today, in which an expected child is not pointed yet; the oldest first. */
@Injectable()
export class FollowAttendance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSessions: FindSessions,
    private readonly findPrestations: FindPrestations,
    private readonly findReservations: FindReservations,
  ) {}

  run(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<SessionToPoint[]> {
    return this.database.read(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(timeZone, this.clock.now());
      const last = isBefore(today, to) ? today : to;
      const held = (await this.findSessions.run(collectiviteId, { from, to: last })).filter(
        ({ calledOffAt, taken }) => calledOffAt === null && taken > 0,
      );
      const ids = held.map(({ id }) => id);
      const expected = await this.findReservations.childrenBySession(collectiviteId, ids);
      const recorded = await this.recorded(collectiviteId, ids);
      const prestations = new Map(
        (await this.findPrestations.run(collectiviteId, { archived: true })).map((row) => [row.id, row]),
      );
      return held.flatMap(({ id, date, prestationId }) => {
        const children = expected.get(id) ?? [];
        const missing = children.filter((childId) => !recorded.has(`${id}/${childId}`)).length;
        const { name, siteId } = prestations.get(prestationId)!;
        return missing > 0
          ? [{ sessionId: id, date, prestationId, prestation: name, siteId, expected: children.length, missing }]
          : [];
      });
    });
  }

  /** Of whom something is recorded, as `session/child`. */
  private async recorded(collectiviteId: number, sessionIds: readonly number[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const ids of chunksOf(sessionIds)) {
      const rows = await this.database.rows<{ session_id: number; child_id: number }>(
        `SELECT session_id, child_id FROM attendances
         WHERE collectivite_id = ? AND session_id IN (${ids.map(() => '?').join(', ')})`,
        [collectiviteId, ...ids],
      );
      for (const { session_id, child_id } of rows) found.add(`${Number(session_id)}/${Number(child_id)}`);
    }
    return found;
  }
}
