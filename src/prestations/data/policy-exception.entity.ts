import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Json, Moment, Text } from '../../platform/database/columns.js';
import type { BookingPolicy } from '../../reglement/index.js';

/** Some dates on which other rules hold: for one prestation, else for those of a site, else for the whole commune. */
@Entity('policy_exceptions')
export class PolicyExceptionRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf({ nullable: true }) prestationId!: number | null;
  @IdOf({ nullable: true }) siteId!: number | null;
  /** Both included. */
  @Day() fromDate!: Temporal.PlainDate;
  @Day() toDate!: Temporal.PlainDate;
  @Text(120) reason!: string;
  /** The operations that it rules; what it does not say, the policy of the prestation still says. */
  @Json() rules!: Partial<BookingPolicy>;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
  @IdOf({ nullable: true }) removedBy!: number | null;
  /** Taken back: from then on it rules nothing more, but the sessions planned with it until they are recomputed. */
  @Moment({ nullable: true }) removedAt!: Temporal.Instant | null;
}
