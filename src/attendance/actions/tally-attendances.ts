import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { wholeNumbers } from '../../platform/database/whole-numbers.js';
import type { RecordedState } from '../rules/roll-entry.js';

/** What was recorded alike of one child in the sessions of a group. */
export interface TalliedAttendances {
  readonly group: number;
  readonly childId: number;
  readonly familyId: number;
  readonly state: RecordedState;
  /** Sum of the bits of the sessions. */
  readonly sessions: number;
  /** `HH:MM`; null where hours were not asked, or not noted. */
  readonly arrivedAt: string | null;
  readonly leftAt: string | null;
}

/** Rolls by the hundred thousand, put together by the database. */
@Injectable()
export class TallyAttendances {
  constructor(private readonly database: Database) {}

  /** `bit` is a power of two of its own for each session of a group; with `hours`, those noted tell children apart. */
  async run(
    collectiviteId: number,
    sessions: readonly {
      readonly sessionId: number;
      readonly group: number;
      readonly bit: number;
      readonly hours: boolean;
    }[],
  ): Promise<TalliedAttendances[]> {
    if (sessions.length === 0) return [];
    const table = wholeNumbers(
      ['id', 'g', 'bit', 'hours'],
      sessions.map(({ sessionId, group, bit, hours }) => [sessionId, group, bit, hours ? 1 : 0]),
    );
    const rows = await this.database.read(() =>
      this.database.rows<Record<string, number | string | null>>(
        `SELECT s.g, a.child_id, a.family_id, a.state, CASE WHEN s.hours = 1 THEN a.arrived_at END AS arrived,
           CASE WHEN s.hours = 1 THEN a.left_at END AS departed, SUM(s.bit) AS sessions
         FROM ${table} s JOIN attendances a ON a.session_id = s.id
         WHERE a.collectivite_id = ?
         GROUP BY s.g, a.child_id, a.family_id, a.state, arrived, departed ORDER BY NULL`,
        [collectiviteId],
      ),
    );
    return rows.map((row) => ({
      group: Number(row['g']),
      childId: Number(row['child_id']),
      familyId: Number(row['family_id']),
      state: row['state'] as RecordedState,
      sessions: Number(row['sessions']),
      arrivedAt: row['arrived'] as string | null,
      leftAt: row['departed'] as string | null,
    }));
  }
}
