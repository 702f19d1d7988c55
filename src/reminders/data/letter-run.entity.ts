import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment } from '../../platform/database/columns.js';

/** Letters printed together, in one PDF. */
@Entity('reminder_letter_runs')
export class LetterRunRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Day() madeOn!: Temporal.PlainDate;
  @Moment() madeAt!: Temporal.Instant;
  @IdOf() madeBy!: number;
  @Int() letters!: number;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
}
