import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';

/** A family asks for its credit back. Whoever changes it holds the family's account. */
@Entity('refund_requests')
export class RefundRequestRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** UUID: names the row to what is sealed in it. */
  @Text(36) reference!: string;
  /** Sealed: a BankAccount. */
  @Text(800) account!: string;
  @Text(20) maskedIban!: string;
  /** 1 while it waits, null afterwards. */
  @Int({ nullable: true }) living!: 1 | null;
  /** What answered it; null while it waits, or when it was withdrawn. */
  @IdOf({ nullable: true }) refundId!: number | null;
  @IdOf() askedBy!: number;
  @Moment() askedAt!: Temporal.Instant;
  @Moment({ nullable: true }) endedAt!: Temporal.Instant | null;
}
