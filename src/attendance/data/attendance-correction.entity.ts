import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';
import type { RecordedState } from '../rules/roll-entry.js';

/** What was recorded before someone changed it, who did and why; never changed itself. */
@Entity('attendance_corrections')
export class AttendanceCorrectionRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() attendanceId!: number;
  @Text(20) formerState!: RecordedState;
  @Text(20) newState!: RecordedState;
  @Text(5, { nullable: true }) formerArrivedAt!: string | null;
  @Text(5, { nullable: true }) formerLeftAt!: string | null;
  @Text(200, { nullable: true }) reason!: string | null;
  @IdOf({ nullable: true }) correctedBy!: number | null;
  @Moment() correctedAt!: Temporal.Instant;
}
