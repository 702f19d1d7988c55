import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { ReportContent } from '../rules/report-content.js';

@Entity('collection_reports')
export class CollectionReportRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** Exercice: the year in which the period ends. */
  @Int() year!: number;
  @Int() number!: number;
  @Day() fromDate!: Temporal.PlainDate;
  @Day() toDate!: Temporal.PlainDate;
  @Money() totalCents!: number;
  @Json() content!: ReportContent;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
  @Moment() madeAt!: Temporal.Instant;
  /** `2026-11`, the month that it closes; null when an agent asked for it. */
  @Text(7, { nullable: true }) month!: string | null;
}
