import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment, Money, Text } from '../../platform/database/columns.js';

export type DebitRunState = 'SENT' | 'COLLECTED' | 'CANCELLED';

/** A file of direct debits, frozen as it was made. */
@Entity('debit_runs')
export class DebitRunRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Int() year!: number;
  @Int() number!: number;
  @Day() collectedOn!: Temporal.PlainDate;
  @Text(9) state!: DebitRunState;
  /** Our id of the message, and the name of the file. */
  @Text(35) messageName!: string;
  /** How many. */
  @Int() debits!: number;
  @Money() totalCents!: number;
  /** UUID: names the row to its sealed file. */
  @Text(36) reference!: string;
  @IdOf() fileId!: number;
  @Text(64) fileDigest!: string;
  @IdOf() madeBy!: number;
  @Moment() madeAt!: Temporal.Instant;
  @Moment({ nullable: true }) endedAt!: Temporal.Instant | null;
}
