import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Day, Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { Means } from '../rules/means.js';
import type { RemittancePaper } from '../rules/remittance.js';

/** A bordereau de versement: what came in by one means and was handed over to the Trésorerie. */
@Entity('remittances')
export class RemittanceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(12) means!: Means;
  @Day() accountedOn!: Temporal.PlainDate;
  @Int() year!: number;
  @Int() number!: number;
  @Money() totalCents!: number;
  @Json() paper!: RemittancePaper;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
  @IdOf() madeBy!: number;
  @Moment() madeAt!: Temporal.Instant;
}
