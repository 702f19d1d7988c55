import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, isBefore, type Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FindPrestations, FindSessions } from '../../prestations/index.js';

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
  ) {}

  run(collectiviteId: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<SessionToPoint[]> {
    return this.database.read(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(timeZone, this.clock.now());
      const last = isBefore(today, to) ? today : to;
      const held = (await this.findSessions.run(collectiviteId, { from, to: last })).filter(
        ({ calledOffAt, taken }) => calledOffAt === null && taken > 0,
      );
      const pointed = await this.pointed(
        collectiviteId,
        held.map(({ id }) => id),
      );
      const prestations = new Map(
        (await this.findPrestations.run(collectiviteId, { archived: true })).map((row) => [row.id, row]),
      );
      return held.flatMap(({ id, date, prestationId, taken }) => {
        const missing = taken - (pointed.get(id) ?? 0);
        const { name, siteId } = prestations.get(prestationId)!;
        return missing > 0
          ? [{ sessionId: id, date, prestationId, prestation: name, siteId, expected: taken, missing }]
          : [];
      });
    });
  }

  /** How many of the expected children are pointed: all who are recorded but those who came unexpected. */
  private async pointed(collectiviteId: number, sessionIds: readonly number[]): Promise<Map<number, number>> {
    const counts = new Map<number, number>();
    for (const ids of chunksOf(sessionIds)) {
      const rows = await this.database.rows<{ session_id: number; pointed: number }>(
        `SELECT session_id, COUNT(*) AS pointed FROM attendances
         WHERE collectivite_id = ? AND session_id IN (${ids.map(() => '?').join(', ')}) AND state <> 'PRESENT_UNPLANNED'
         GROUP BY session_id`,
        [collectiviteId, ...ids],
      );
      for (const { session_id, pointed } of rows) counts.set(Number(session_id), Number(pointed));
    }
    return counts;
  }
}
