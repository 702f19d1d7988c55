import { Entity } from 'typeorm';
import type { Cents } from '../../kernel/money.js';
import { Id, IdOf, Int, Money, Text } from '../../platform/database/columns.js';

/** After how many days each step is taken, null for those that are not; a collectivité without a row reminds of nothing. */
@Entity('reminder_settings')
export class ReminderSettingsRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Int({ nullable: true }) firstMailDays!: number | null;
  @Int({ nullable: true }) secondMailDays!: number | null;
  @Int({ nullable: true }) letterDays!: number | null;
  @Int({ nullable: true }) transferDays!: number | null;
  /** A family that is late of less is left in peace. */
  @Money() leastCents!: Cents;
  /** Who helps families in difficulty, told in each message: « CCAS de Valmont, 04 67 00 00 01 ». */
  @Text(200, { nullable: true }) helpContact!: string | null;
}

export type ReminderSettings = Omit<ReminderSettingsRow, 'id' | 'collectiviteId'>;
