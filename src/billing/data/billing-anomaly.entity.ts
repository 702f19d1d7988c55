import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Text } from '../../platform/database/columns.js';
import type { AnomalyKind } from '../rules/anomaly.js';

/** What an agent should look at before a run is issued: one child in one session. */
@Entity('billing_anomalies')
export class BillingAnomalyRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() billingRunId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
  @IdOf() prestationId!: number;
  @Day() date!: Temporal.PlainDate;
  @Text(28) kind!: AnomalyKind;
}
