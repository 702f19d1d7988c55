import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Money, Text } from '../../platform/database/columns.js';
import type { Step } from '../rules/steps.js';

/** An invoice in a reminder. A step is taken once for an invoice: a unique key. */
@Entity('reminder_items')
export class ReminderItemRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() reminderId!: number;
  @IdOf() invoiceId!: number;
  /** The step of this invoice; null where it is only recalled. */
  @Text(11, { nullable: true }) step!: Step | null;
  @Text(40) number!: string;
  @Day() dueOn!: Temporal.PlainDate;
  @Money() openCents!: Cents;
}
