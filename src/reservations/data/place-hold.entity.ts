import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { Quote } from '../../reglement/index.js';
import type { LateBooking } from '../rules/late-booking.js';
import type { HoldState, ReleaseReason } from '../rules/place-hold.js';

/** A child's place in a session, held while the family pays for it. It is a row of `taken_places` as a reservation is. */
@Entity('place_holds')
export class PlaceHoldRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  /** The validation of the basket that asked for it, and is paid as a whole. */
  @IdOf() validationId!: number;
  @IdOf() sessionId!: number;
  @IdOf() childId!: number;
  @IdOf() familyId!: number;
  @Text(8) state!: HoldState;
  /** 1 while held, null afterwards: the unique key lets one be held for a child and session. */
  @Int({ nullable: true }) living!: 1 | null;
  /** What is promised, as in a reservation; `unitCents` is what is to be paid. */
  @Money() unitCents!: Cents;
  @Money() unjustifiedAbsenceCents!: Cents;
  @Json() priceExplanation!: Quote;
  @Json({ nullable: true }) supplements!: readonly string[] | null;
  @IdOf({ nullable: true }) menuTypeId!: number | null;
  @Json({ nullable: true }) lateBooking!: LateBooking | null;
  @Moment() heldAt!: Temporal.Instant;
  /** First instant at which its payment can no longer be begun. */
  @Moment() expiresAt!: Temporal.Instant;
  /** First instant at which the place may be given back: later while a payment is under way. */
  @Moment() keptUntil!: Temporal.Instant;
  @Moment({ nullable: true }) endedAt!: Temporal.Instant | null;
  @Text(11, { nullable: true }) releasedFor!: ReleaseReason | null;
  @IdOf({ nullable: true }) reservationId!: number | null;
  @Moment({ nullable: true }) toldAt!: Temporal.Instant | null;
}
