import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, Int, LongText, Moment, Text } from '../database/columns.js';

/** The answer given to a request that carried an Idempotency-Key, written in the same unit as its effects. */
@Entity('idempotency_records')
export class IdempotencyRecord {
  @Id() id!: number;
  /** Digest of caller and key. */
  @Text(64) scope!: string;
  /** Digest of method, address and body. */
  @Text(64) request!: string;
  @Int() status!: number;
  @LongText({ nullable: true }) body!: string | null;
  @Moment() createdAt!: Temporal.Instant;
}
