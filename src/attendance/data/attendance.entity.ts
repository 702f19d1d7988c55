import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';
import type { RecordedState } from '../rules/roll-entry.js';

/** What became of one child in one session. */
@Entity('attendances')
export class AttendanceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
  /** The foyer that has the child on that day, and pays. */
  @IdOf() familyId!: number;
  @Day() date!: Temporal.PlainDate;
  @Text(18) state!: RecordedState;
  /** Wall-clock hours `HH:MM`. */
  @Text(5, { nullable: true }) arrivedAt!: string | null;
  @Text(5, { nullable: true }) leftAt!: string | null;
  @IdOf({ nullable: true }) recordedBy!: number | null;
  @Moment() recordedAt!: Temporal.Instant;
}
