import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { Means } from '../rules/means.js';
import type { Receipt } from '../rules/receipt.js';

/** Money received, with its receipt. */
@Entity('payments')
export class PaymentRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @Text(12) means!: Means;
  @Money() amountCents!: number;
  /** What of it settled no invoice and is held for the family. */
  @Money() creditedCents!: number;
  @Day() receivedOn!: Temporal.PlainDate;
  /** The day it counts for, in the ledger and in the collection reports. */
  @Day() accountedOn!: Temporal.PlainDate;
  @Text(120) payerName!: string;
  @Text(80, { nullable: true }) reference!: string | null;
  @Int() receiptYear!: number;
  @Int() receiptNumber!: number;
  @Json() receipt!: Receipt;
  @IdOf({ nullable: true }) receiptFileId!: number | null;
  @Moment({ nullable: true }) receiptHandedAt!: Temporal.Instant | null;
  /** Null when no person did it. */
  @IdOf({ nullable: true }) recordedBy!: number | null;
  @Moment() recordedAt!: Temporal.Instant;
}
