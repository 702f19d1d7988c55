import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Money, Text } from '../../platform/database/columns.js';
import type { SequenceType } from '../../sepa/rules/index.js';

export type DebitState = 'SENT' | 'COLLECTED' | 'REJECTED' | 'CANCELLED';

/** One invoice debited by one file. */
@Entity('debits')
export class DebitRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() debitRunId!: number;
  @IdOf() familyId!: number;
  @IdOf() invoiceId!: number;
  @Text(30) invoiceNumber!: string;
  @IdOf() mandateId!: number;
  @Money() amountCents!: number;
  @Text(4) sequence!: SequenceType;
  /** End-to-end id: the bank gives it back with a reject. */
  @Text(35) bankReference!: string;
  @Day() collectedOn!: Temporal.PlainDate;
  @Text(9) state!: DebitState;
  /** 1 until it is known whether the money came, null afterwards. */
  @Int({ nullable: true }) undecided!: 1 | null;
  @IdOf({ nullable: true }) paymentId!: number | null;
  /** ISO code. */
  @Text(4, { nullable: true }) rejectReason!: string | null;
  @Day({ nullable: true }) rejectedOn!: Temporal.PlainDate | null;
  /** Null for what a report of the bank told. */
  @IdOf({ nullable: true }) rejectedBy!: number | null;
}
