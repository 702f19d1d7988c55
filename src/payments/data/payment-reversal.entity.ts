import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Json, Moment, Text } from '../../platform/database/columns.js';
import type { ReversalPaper, ReversalReason } from '../rules/reversal.js';

/** A payment that did not hold, with the paper that annuls its receipt. */
@Entity('payment_reversals')
export class PaymentReversalRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() paymentId!: number;
  @IdOf() familyId!: number;
  @Text(17) reason!: ReversalReason;
  /** The day it counts for, in the ledger and in the collection reports. */
  @Day() accountedOn!: Temporal.PlainDate;
  @Int() year!: number;
  @Int() number!: number;
  @Json() paper!: ReversalPaper;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
  /** Null when no person did it. */
  @IdOf({ nullable: true }) reversedBy!: number | null;
  @Moment() reversedAt!: Temporal.Instant;
}
