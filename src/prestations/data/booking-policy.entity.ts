import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Json, Moment } from '../../platform/database/columns.js';
import type { BookingPolicy } from '../../reglement/index.js';

/** One dated version of a prestation's règlement; both dates included, `toDate` null while it has no end. */
@Entity('booking_policies')
export class BookingPolicyRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() prestationId!: number;
  @Day() fromDate!: Temporal.PlainDate;
  @Day({ nullable: true }) toDate!: Temporal.PlainDate | null;
  @Json() policy!: BookingPolicy;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
}
