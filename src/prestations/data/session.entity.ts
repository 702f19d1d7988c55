import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';

/** One prestation on one date. */
@Entity('sessions')
export class SessionRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() prestationId!: number;
  /** The règlement in force on its date when it was planned: the closing instants come from it. */
  @IdOf() bookingPolicyId!: number;
  /** What ruled its date instead of that, where the mairie made an exception. */
  @IdOf({ nullable: true }) policyExceptionId!: number | null;
  @Day() date!: Temporal.PlainDate;
  @Int() places!: number;
  @Int() taken!: number;
  /** Staff of this day; null: that of the prestation. */
  @Int({ nullable: true }) plannedStaff!: number | null;
  /** Grows whenever what happened in it changes: see `SessionRevisions`. */
  @Int() revision!: number;
  /** First instant at which one may book; null where one always could. */
  @Moment({ nullable: true }) addOpensAt!: Temporal.Instant | null;
  /** First refused instants. */
  @Moment() addClosesAt!: Temporal.Instant;
  @Moment() cancelClosesAt!: Temporal.Instant;
  @Moment() modifyClosesAt!: Temporal.Instant;
  @Moment() dietClosesAt!: Temporal.Instant;
  /** When even what the policy accepts after these is over. */
  @Moment() addEndsAt!: Temporal.Instant;
  @Moment() cancelEndsAt!: Temporal.Instant;
  /** When the list is handed to the kitchen: nothing moves from then on. */
  @Moment() ordersAt!: Temporal.Instant;
  @Moment({ nullable: true }) frozenAt!: Temporal.Instant | null;
  /** Called off by the mairie (closure, strike): nobody comes and nothing is billed. */
  @Moment({ nullable: true }) calledOffAt!: Temporal.Instant | null;
  @Text(120, { nullable: true }) calledOffReason!: string | null;
  /** The closure that called it off; null where somebody called off this session alone. */
  @IdOf({ nullable: true }) closureId!: number | null;
  /** When the issue of its invoices began: what was booked and held stays as it was billed. */
  @Moment({ nullable: true }) billedAt!: Temporal.Instant | null;
}
