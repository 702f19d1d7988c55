import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Moment, Text } from '../../platform/database/columns.js';
import type { AbsenceKind } from '../rules/absence.js';

/** A child will not come, or did not, between two dates, both included. Nothing of its health but the kind. */
@Entity('absences')
export class AbsenceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() childId!: number;
  /** The foyer that declared it: only days that it booked are concerned. Null when the mairie did, for every foyer. */
  @IdOf({ nullable: true }) familyId!: number | null;
  /** Null: every prestation. */
  @IdOf({ nullable: true }) prestationId!: number | null;
  @Day() fromDate!: Temporal.PlainDate;
  @Day() toDate!: Temporal.PlainDate;
  @Text(11) kind!: AbsenceKind;
  @Text(200, { nullable: true }) note!: string | null;
  @IdOf({ nullable: true }) declaredBy!: number | null;
  @Moment() declaredAt!: Temporal.Instant;
  @IdOf({ nullable: true }) withdrawnBy!: number | null;
  @Moment({ nullable: true }) withdrawnAt!: Temporal.Instant | null;
}
