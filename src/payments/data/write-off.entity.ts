import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { DebtKind } from '../../ledger/index.js';
import { Day, Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { WriteOffKind, WriteOffPaper } from '../rules/write-off.js';

/** A debt that the collectivité gave up, by a decision. */
@Entity('write_offs')
export class WriteOffRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @Text(13) kind!: WriteOffKind;
  /** Of the mandate that bears it. */
  @Text(10) nature!: string;
  @Text(6) debt!: DebtKind;
  @Text(120) decisionReference!: string;
  @Day() decidedOn!: Temporal.PlainDate;
  /** The day it counts for in the ledger. */
  @Day() accountedOn!: Temporal.PlainDate;
  @Int() year!: number;
  @Int() number!: number;
  @Money() amountCents!: number;
  @Json() paper!: WriteOffPaper;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
  @IdOf() madeBy!: number;
  @Moment() madeAt!: Temporal.Instant;
}
