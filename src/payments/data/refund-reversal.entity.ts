import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A refund that did not reach the family: its credit stands again. */
@Entity('refund_reversals')
export class RefundReversalRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() refundId!: number;
  /** Why, as typed. */
  @Text(200) note!: string;
  @Day() accountedOn!: Temporal.PlainDate;
  @IdOf() reversedBy!: number;
  @Moment() reversedAt!: Temporal.Instant;
}
