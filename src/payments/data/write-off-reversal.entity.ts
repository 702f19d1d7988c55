import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A debt that was given up is due again. */
@Entity('write_off_reversals')
export class WriteOffReversalRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() writeOffId!: number;
  /** Why, as typed. */
  @Text(200) note!: string;
  @Day() accountedOn!: Temporal.PlainDate;
  @IdOf() reversedBy!: number;
  @Moment() reversedAt!: Temporal.Instant;
}
