import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Json, Moment, Text } from '../database/columns.js';

/** Something that must happen after the unit that wrote it: a mail to send, a room above to tell. */
@Entity('outbox_messages')
export class OutboxMessage {
  @Id() id!: number;
  @IdOf({ nullable: true }) collectiviteId!: number | null;
  @Text(80) topic!: string;
  /** Unique per topic: the same message is never written twice. Null where nothing identifies it. */
  @Text(160, { nullable: true }) messageKey!: string | null;
  @Json() payload!: unknown;
  @Moment() createdAt!: Temporal.Instant;
  @Moment() dueAt!: Temporal.Instant;
  @Int() attempts!: number;
  @Moment({ nullable: true }) leasedUntil!: Temporal.Instant | null;
  @Moment({ nullable: true }) deliveredAt!: Temporal.Instant | null;
  @Moment({ nullable: true }) abandonedAt!: Temporal.Instant | null;
  @Text(500, { nullable: true }) lastError!: string | null;
}
