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

interface TalliedSession {
  readonly sessionId: number;
  readonly group: number;
  /** A power of two of its own in the group. */
  readonly bit: number;
  /** Hours are asked. */
  readonly hours: boolean;
}

/** Rolls by the hundred thousand, put together by the database. */
@Injectable()
export class TallyAttendances {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, sessions: readonly TalliedSession[]): Promise<TalliedAttendances[]> {
    return this.database.read(async () => {
      const alike = await this.rows(
        collectiviteId,
        sessions.filter(({ hours }) => !hours),
        'NULL AS arrived_at, NULL AS left_at, SUM(s.bit) AS sessions',
        'GROUP BY s.g, a.child_id, a.family_id, a.state ORDER BY NULL',
      );
      // A child's evenings hardly ever end at the same minute: putting them together costs more than it spares.
      const timed = sessions.filter(({ hours }) => hours);
      return [...alike, ...(await this.rows(collectiviteId, timed, 'a.arrived_at, a.left_at, s.bit AS sessions', ''))];
    });
  }

  private async rows(
    collectiviteId: number,
    sessions: readonly TalliedSession[],
    columns: string,
    grouped: string,
  ): Promise<TalliedAttendances[]> {
    if (sessions.length === 0) return [];
    const table = wholeNumbers(
      ['id', 'g', 'bit'],
      sessions.map(({ sessionId, group, bit }) => [sessionId, group, bit]),
    );
    const rows = await this.database.rows<Record<string, number | string | null>>(
      `SELECT s.g, a.child_id, a.family_id, a.state, ${columns}
       FROM ${table} s JOIN attendances a ON a.session_id = s.id WHERE a.collectivite_id = ? ${grouped}`,
      [collectiviteId],
    );
    return rows.map((row) => ({
      group: Number(row['g']),
      childId: Number(row['child_id']),
      familyId: Number(row['family_id']),
      state: row['state'] as RecordedState,
      sessions: Number(row['sessions']),
      arrivedAt: row['arrived_at'] as string | null,
      leftAt: row['left_at'] as string | null,
    }));
  }
}
