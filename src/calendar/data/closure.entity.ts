import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';

/** Days on which the mairie closes one site, or all of them when `siteId` is null; both dates included. */
@Entity('closures')
export class ClosureRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf({ nullable: true }) siteId!: number | null;
  @Day() fromDate!: Temporal.PlainDate;
  @Day() toDate!: Temporal.PlainDate;
  /** Read by families: « Grève », « Pont de l’Ascension ». */
  @Text(120) reason!: string;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
}
