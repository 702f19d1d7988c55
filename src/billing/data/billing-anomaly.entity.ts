import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Money, Text } from '../../platform/database/columns.js';
import type { AnomalyKind } from '../rules/anomaly.js';

/** What an agent should look at before a run is issued: one child in one session, or the whole draft of a family. */
@Entity('billing_anomalies')
export class BillingAnomalyRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() billingRunId!: number;
  /** Null where nobody is known to pay. */
  @IdOf({ nullable: true }) familyId!: number | null;
  /** Null, with the three after it, for what is of a family's whole draft. */
  @IdOf({ nullable: true }) sessionId!: number | null;
  @IdOf({ nullable: true }) childId!: number | null;
  @IdOf({ nullable: true }) prestationId!: number | null;
  @Day({ nullable: true }) date!: Temporal.PlainDate | null;
  @Text(28) kind!: AnomalyKind;
  /** What is charged, where a price was found. */
  @Money({ nullable: true }) amountCents!: Cents | null;
  /** What the family usually pays, beside an amount that is far from it. */
  @Money({ nullable: true }) usualCents!: Cents | null;
}
