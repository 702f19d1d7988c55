import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Moment, Money, Text } from '../../platform/database/columns.js';

export const PLAN_ENDS = ['AGENT', 'MISSED'] as const;
/** AGENT: somebody of the mairie ended it; MISSED: an instalment was not paid for as long as the setting allows. */
export type PlanEnd = (typeof PLAN_ENDS)[number];

/** What a family and the mairie agreed: a debt paid in several times. Held until it is paid, or ended. */
@Entity('payment_plans')
export class PaymentPlanRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  /** What was due of its invoices when it was agreed. */
  @Money() totalCents!: Cents;
  @Day() agreedOn!: Temporal.PlainDate;
  @IdOf() agreedBy!: number;
  @Moment() agreedAt!: Temporal.Instant;
  @Text(500, { nullable: true }) note!: string | null;
  @Day({ nullable: true }) endedOn!: Temporal.PlainDate | null;
  @Text(6, { nullable: true }) endedFor!: PlanEnd | null;
  @IdOf({ nullable: true }) endedBy!: number | null;
  /** Told to the family. */
  @Text(500, { nullable: true }) endReason!: string | null;
}
