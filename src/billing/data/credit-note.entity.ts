import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Int, Json, Moment, Money, Text } from '../../platform/database/columns.js';
import type { CreditReason } from '../rules/credit-reason.js';
import type { CreditNoteSnapshot } from '../rules/credit-note-snapshot.js';

/** Takes back all or a part of an issued invoice (avoir). Once issued, a photograph: only `pdfFileId` is filled in. */
@Entity('credit_notes')
export class CreditNoteRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() invoiceId!: number;
  @IdOf() familyId!: number;
  /** The run whose differences it gives back; null: made by itself. */
  @IdOf({ nullable: true }) billingRunId!: number | null;
  @Text(6) state!: 'DRAFT' | 'ISSUED';
  @Text(17) reason!: CreditReason;
  @Text(200, { nullable: true }) reasonText!: string | null;
  /** What the machine heard, so that it is made once. */
  @Text(220, { nullable: true }) sourceKey!: string | null;
  @Text(20) series!: string;
  @Int({ nullable: true }) year!: number | null;
  @Int({ nullable: true }) number!: number | null;
  @Day({ nullable: true }) issuedOn!: Temporal.PlainDate | null;
  @Money() totalCents!: Cents;
  /** What it lowers of what was still due; the rest became a credit of the family. */
  @Money({ nullable: true }) loweredCents!: Cents | null;
  @Json({ nullable: true }) snapshot!: CreditNoteSnapshot | null;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
}
