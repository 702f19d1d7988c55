import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** The comptable signed a bordereau de versement: it is not taken back any more. */
@Entity('remittance_acceptances')
export class RemittanceAcceptanceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() remittanceId!: number;
  @Day() acceptedOn!: Temporal.PlainDate;
  /** What he wrote on it. */
  @Text(60, { nullable: true }) reference!: string | null;
  @IdOf() notedBy!: number;
  @Moment() notedAt!: Temporal.Instant;
}
