import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { Letter } from '../rules/letter.js';
import type { Step } from '../rules/steps.js';

/** LETTER: to be printed by the mairie. NONE: nothing is sent, a transfer is proposed. */
export type Channel = 'MAIL' | 'LETTER' | 'NONE';

/** What was sent to a family, or proposed, about its late invoices; one message for all of them. */
@Entity('reminders')
export class ReminderRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @Text(11) step!: Step;
  @Text(6) channel!: Channel;
  @Day() madeOn!: Temporal.PlainDate;
  @Moment() madeAt!: Temporal.Instant;
  /** What was late then. */
  @Money() totalCents!: Cents;
  /** The printing that a letter is in; null while it waits. */
  @IdOf({ nullable: true }) letterRunId!: number | null;
  /** What the letter says, once printed. */
  @Json({ nullable: true }) letter!: Letter | null;
  /** The day a letter was printed, or left out because nothing was late any more. */
  @Day({ nullable: true }) letterDoneOn!: Temporal.PlainDate | null;
}
