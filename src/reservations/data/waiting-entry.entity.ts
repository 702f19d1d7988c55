import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';
import type { WaitingState } from '../rules/waiting-list.js';

/** A child in line for a session, or offered a place in it; the order of the line is that of the ids. */
@Entity('waiting_entries')
export class WaitingEntryRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
  /** The foyer that joined; a place is offered to it while it has the child on that day. */
  @IdOf() familyId!: number;
  @Text(10) state!: WaitingState;
  /** 1 while in line or offered a place, null afterwards. */
  @Int({ nullable: true }) living!: 1 | null;
  @IdOf() joinedBy!: number;
  @Moment() joinedAt!: Temporal.Instant;
  @Moment({ nullable: true }) offeredAt!: Temporal.Instant | null;
  /** First instant at which the offer can no longer be accepted. */
  @Moment({ nullable: true }) expiresAt!: Temporal.Instant | null;
  @Moment({ nullable: true }) endedAt!: Temporal.Instant | null;
  /** When the family was told, once booking closed, that no place had come; null otherwise. */
  @Moment({ nullable: true }) toldAt!: Temporal.Instant | null;
}
