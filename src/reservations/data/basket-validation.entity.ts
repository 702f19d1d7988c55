import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Int, Json, Moment, Text } from '../../platform/database/columns.js';
import type { ValidationRecap } from '../rules/recap.js';

/** One validation of a basket. It is filled slice by slice, then finished once: recap, mail and event together. */
@Entity('basket_validations')
export class BasketValidationRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @IdOf() accountId!: number;
  /** The Idempotency-Key of the request: the same one finds this validation again. */
  @Text(200, { nullable: true }) idempotencyKey!: string | null;
  @Moment() validatedAt!: Temporal.Instant;
  @Moment({ nullable: true }) finishedAt!: Temporal.Instant | null;
  /** When its places were paid: it is paid once. Null: not yet, or there is nothing to pay. */
  @Moment({ nullable: true }) paidAt!: Temporal.Instant | null;
  /** The last attempt to pay it online; null: none was begun. */
  @IdOf({ nullable: true }) onlinePaymentId!: number | null;
  @Int() accepted!: number;
  @Int() refused!: number;
  @Json() recap!: ValidationRecap;
}
