import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** A family's draft that is not issued with its run: its days can be billed by a correction. */
@Entity('billing_set_asides')
export class BillingSetAsideRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() billingRunId!: number;
  @IdOf() familyId!: number;
  @Text(200) reason!: string;
  @IdOf() setBy!: number;
  @Moment() setAt!: Temporal.Instant;
}
