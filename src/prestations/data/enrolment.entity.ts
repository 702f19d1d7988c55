import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Json, Moment } from '../../platform/database/columns.js';

/** The child may use the prestation between these dates, both included: « inscrire n'est pas réserver ». */
@Entity('enrolments')
export class EnrolmentRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() prestationId!: number;
  @IdOf() childId!: number;
  @Day() fromDate!: Temporal.PlainDate;
  @Day({ nullable: true }) toDate!: Temporal.PlainDate | null;
  /** Days a week that the child is to come, for a price that depends on it; null when nobody said. */
  @Int({ nullable: true }) daysPerWeek!: number | null;
  /** Labels of the supplements that the child takes unless a day says otherwise; null: none. */
  @Json({ nullable: true }) supplements!: readonly string[] | null;
  @Moment() createdAt!: Temporal.Instant;
}
