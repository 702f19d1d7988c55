import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** An adult accepted the règlement as it applied on a day. Append-only. */
@Entity('reglement_acceptances')
export class ReglementAcceptanceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() accountId!: number;
  /** Of its text, as `reglementVersion` tells it. */
  @Text(12) version!: string;
  /** A day on which it applied. */
  @Day() appliedOn!: Temporal.PlainDate;
  @Moment() acceptedAt!: Temporal.Instant;
}
