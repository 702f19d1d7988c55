import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Anomaly, AttemptState, Mode } from '../../payfip/index.js';
import { Day, Id, IdOf, Int, Moment, Money, Text } from '../../platform/database/columns.js';

/** One attempt to pay by PayFiP. It is written before PayFiP hears of it, and settles at most once. */
@Entity('online_payments')
export class OnlinePaymentRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @Text(8) targetKind!: 'INVOICES' | 'BASKET';
  /** The validation of a basket. */
  @IdOf({ nullable: true }) validationId!: number | null;
  @Text(9) state!: AttemptState;
  @Text(16, { nullable: true }) anomaly!: Anomaly | null;
  /** What PayFiP said last: its result or fault, or the fields that differ. */
  @Text(80, { nullable: true }) told!: string | null;
  @Money() amountCents!: number;
  @Text(6) numcli!: string;
  @Int() exercise!: number;
  @Text(30) reference!: string;
  @Text(1) mode!: Mode;
  @Text(64, { nullable: true }) idOp!: string | null;
  @Moment() createdAt!: Temporal.Instant;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment({ nullable: true }) askedAt!: Temporal.Instant | null;
  @Moment({ nullable: true }) askAgainAt!: Temporal.Instant | null;
  @Text(16, { nullable: true }) authorisation!: string | null;
  @Day({ nullable: true }) paidOn!: Temporal.PlainDate | null;
  @IdOf({ nullable: true }) paymentId!: number | null;
}
