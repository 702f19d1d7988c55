import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A bordereau de versement that was taken back before the comptable received it: what was on it waits for another. */
@Entity('remittance_reversals')
export class RemittanceReversalRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() remittanceId!: number;
  /** Why, as typed. */
  @Text(200) note!: string;
  @Day() accountedOn!: Temporal.PlainDate;
  @IdOf() reversedBy!: number;
  @Moment() reversedAt!: Temporal.Instant;
}
