import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Moment, Text } from '../../platform/database/columns.js';
import type { MandateState } from '../rules/mandate-state.js';

/** A family lets the collectivité debit an account. A row is never changed but for its state, and never deleted. */
@Entity('mandates')
export class MandateRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @IdOf() guardianId!: number;
  /** UUID: names the row to what is sealed in it. */
  @Text(36) reference!: string;
  @Text(35) rum!: string;
  @Text(9) state!: MandateState;
  /** 1 while it is the mandate of the family, null afterwards. */
  @Int({ nullable: true }) living!: 1 | null;
  /** Sealed: a BankAccount. */
  @Text(800) account!: string;
  @Text(20) maskedIban!: string;
  @Text(6) origin!: 'ONLINE' | 'PAPER';
  @Day() signedOn!: Temporal.PlainDate;
  @IdOf({ nullable: true }) signedBy!: number | null;
  @Moment({ nullable: true }) signedAt!: Temporal.Instant | null;
  @Text(20, { nullable: true }) textVersion!: string | null;
  @Text(64, { nullable: true }) textDigest!: string | null;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
  @IdOf({ nullable: true }) scanFileId!: number | null;
  @IdOf({ nullable: true }) recordedBy!: number | null;
  @Moment() recordedAt!: Temporal.Instant;
  @Day({ nullable: true }) lastUsedOn!: Temporal.PlainDate | null;
  /** ISO reason of the reject that suspended it. */
  @Text(4, { nullable: true }) suspendedReason!: string | null;
  @Moment({ nullable: true }) endedAt!: Temporal.Instant | null;
  @IdOf({ nullable: true }) endedBy!: number | null;
}
