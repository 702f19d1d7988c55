import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment } from '../../platform/database/columns.js';

/** The roll of one session: who points it and who bills it both change this row first, so neither misses the other. */
@Entity('attendance_rolls')
export class RollRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() sessionId!: number;
  @Moment({ nullable: true }) revisedAt!: Temporal.Instant | null;
  /** When the session was billed: nothing changes here any more. */
  @Moment({ nullable: true }) closedAt!: Temporal.Instant | null;
}
