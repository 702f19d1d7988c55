import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Int, Json, Money } from '../../platform/database/columns.js';
import type { TaxCertificate } from '../rules/tax-certificate.js';

/** What a family paid for the care of its young children in a year; one for each year, drawn once. */
@Entity('tax_certificates')
export class TaxCertificateRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() familyId!: number;
  @Int() taxYear!: number;
  @Int() number!: number;
  @Day() issuedOn!: Temporal.PlainDate;
  @Money() totalCents!: Cents;
  @Json() content!: TaxCertificate;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
}
