import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { Cents } from '../../kernel/money.js';
import type { Quote } from '../../reglement/index.js';
import type { LateCancellation } from '../rules/cancel-window.js';
import type { LateBooking } from '../rules/late-booking.js';

export type ReservationState = 'RESERVED' | 'CANCELLED';

/** A child has, or had, a place in a session. */
@Entity('reservations')
export class ReservationRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
  /** The foyer that had the child on that day when it was booked: it pays. */
  @IdOf() familyId!: number;
  @Text(9) state!: ReservationState;
  /** 1 while reserved, null once cancelled: the unique key lets one living reservation per child and session be. */
  @Int({ nullable: true }) active!: 1 | null;
  @Money() unitCents!: Cents;
  @Money() unjustifiedAbsenceCents!: Cents;
  /** The three prices promised, and all that is needed to price what happens: see `priceOf`. */
  @Json() priceExplanation!: Quote;
  /** Labels of the supplements that are taken with it, all of them in the promise; null: none. */
  @Json({ nullable: true }) supplements!: readonly string[] | null;
  /** The menu of that day; null: the child's usual one. */
  @IdOf({ nullable: true }) menuTypeId!: number | null;
  /** The effect of the policy under which it was booked after the deadline; null: in time. */
  @Json({ nullable: true }) lateBooking!: LateBooking | null;
  /** Cancelled after the deadline: owed in full, or credited all the same; null: in time, or not at all. */
  @Text(9, { nullable: true }) lateCancellation!: LateCancellation | null;
  /** What was paid for it when it was booked; null: it is billed with the month. */
  @Money({ nullable: true }) paidCents!: Cents | null;
  @IdOf({ nullable: true }) bookedBy!: number | null;
  @Moment() bookedAt!: Temporal.Instant;
  /** When it was promised again, at the price of then; null: the promise is that of `bookedAt`. */
  @Moment({ nullable: true }) promisedAt!: Temporal.Instant | null;
  /** Null when the mairie called the session off. */
  @IdOf({ nullable: true }) cancelledBy!: number | null;
  @Moment({ nullable: true }) cancelledAt!: Temporal.Instant | null;
}
