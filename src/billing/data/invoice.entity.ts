import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Day, Id, IdOf, Int, Json, Money, Text } from '../../platform/database/columns.js';
import type { InvoiceSnapshot } from '../rules/invoice-snapshot.js';

export const INVOICE_STATES = ['DRAFT', 'ISSUED', 'NOTHING_DUE', 'CARRIED', 'SET_ASIDE'] as const;
/**
 * NOTHING_DUE: all its charges are free; CARRIED: too little to be issued alone, a later one asks for it; SET_ASIDE: an
 * agent took it out of its run. None of these takes a number or is sent.
 */
export type InvoiceState = (typeof INVOICE_STATES)[number];

/** What one family owes for one run. Once issued, a photograph: only `pdfFileId` is filled in, once. */
@Entity('invoices')
export class InvoiceRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() billingRunId!: number;
  @IdOf() familyId!: number;
  @Text(11) state!: InvoiceState;
  @Text(20) series!: string;
  /** Budget year and rank in the series, given at issue. */
  @Int({ nullable: true }) year!: number | null;
  @Int({ nullable: true }) number!: number | null;
  @Day({ nullable: true }) issuedOn!: Temporal.PlainDate | null;
  @Day({ nullable: true }) dueOn!: Temporal.PlainDate | null;
  @Day() periodFrom!: Temporal.PlainDate;
  @Day() periodTo!: Temporal.PlainDate;
  @Money() totalCents!: Cents;
  /** The draft or invoice that asks for what this one carried over. */
  @IdOf({ nullable: true }) carriedToId!: number | null;
  @Json({ nullable: true }) snapshot!: InvoiceSnapshot | null;
  @IdOf({ nullable: true }) pdfFileId!: number | null;
}
