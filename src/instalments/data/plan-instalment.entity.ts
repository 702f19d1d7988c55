import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Int, Moment, Money } from '../../platform/database/columns.js';

/** One date of a plan. What was paid of it is read in the ledger. */
@Entity('payment_plan_instalments')
export class PlanInstalmentRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() planId!: number;
  /** From 1, in the order of the dates. */
  @Int() position!: number;
  @Day() dueOn!: Temporal.PlainDate;
  @Money() amountCents!: Cents;
  /** When the family and the mairie were told that it was missed. */
  @Moment({ nullable: true }) missTold!: Temporal.Instant | null;
}
