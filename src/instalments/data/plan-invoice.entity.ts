import { Entity } from 'typeorm';
import type { Cents } from '../../kernel/money.js';
import { Id, IdOf, Int, Money, Text } from '../../platform/database/columns.js';

/** An invoice that a plan pays. An invoice is under one plan at a time: a unique key. */
@Entity('payment_plan_invoices')
export class PlanInvoiceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() planId!: number;
  @IdOf() invoiceId!: number;
  /** As printed. */
  @Text(40) number!: string;
  @Money() agreedCents!: Cents;
  /** 1 while the plan is held, null afterwards. */
  @Int({ nullable: true }) active!: 1 | null;
}
