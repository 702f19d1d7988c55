import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Json, Moment, Money } from '../../platform/database/columns.js';
import type { RefundListPaper } from '../rules/refund.js';

/** Credits given back to families by transfer, in one list. */
@Entity('refund_lists')
export class RefundListRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Day() accountedOn!: Temporal.PlainDate;
  @Int() year!: number;
  @Int() number!: number;
  @Money() totalCents!: number;
  @Json() paper!: RefundListPaper;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
  @IdOf() madeBy!: number;
  @Moment() madeAt!: Temporal.Instant;
}
