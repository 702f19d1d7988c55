import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { type Means, MEANS_OF_PAYMENT } from '../rules/means.js';

const MEANS = MEANS_OF_PAYMENT.map(({ code }) => code);
/** A million euros: above it, a finger stayed on a key. */
const MOST_CENTS = 100_000_000;

export class ShareDto {
  /** @example 31 */
  @IsInt()
  @Min(1)
  invoiceId!: number;

  /**
   * Part of the payment that goes to this invoice, in cents.
   * @example 4200
   */
  @IsInt()
  @Min(1)
  @Max(MOST_CENTS)
  cents!: number;
}

export class RecordPaymentDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  familyId!: number;

  /**
   * CHEQUE chèque, CASH espèces (300 € at most), CARD CB, CESU (childcare only), TRANSFER virement.
   * @example "CHEQUE"
   */
  @IsIn(MEANS)
  means!: Means;

  /**
   * Amount in cents, what the family has still to pay at most.
   * @example 9600
   */
  @IsInt()
  @Min(1)
  @Max(MOST_CENTS)
  cents!: number;

  /** The day the money was received: today at the latest. */
  @DayField()
  receivedOn!: Temporal.PlainDate;

  /**
   * Number and bank of the cheque, reference of the transfer…
   * @example "CIC 0012345"
   */
  @IsOptional()
  @Typed({ max: 80 })
  reference?: string | null;

  /**
   * Who handed it over; the first guardian of the family unless told.
   * @example "Camille DURAND"
   */
  @IsOptional()
  @Typed({ max: 120 })
  payerName?: string | null;

  /** How much goes to each invoice, adding up to the payment; without it, the oldest due is settled first. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ShareDto)
  shares?: ShareDto[];

  /**
   * The same payment, asked twice within two minutes by the same person, is one. True to record a second one.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  confirmSecond?: boolean;
}

export class SettledPartDto {
  /** @example 31 */
  invoiceId!: number;

  /** @example "F-2026-000031" */
  invoiceNumber!: string;

  /** @example "Cantine" */
  prestation!: string;

  /**
   * In cents.
   * @example 7200
   */
  cents!: number;
}

export class PaymentDto {
  /** @example 7 */
  id!: number;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** @example "CHEQUE" */
  means!: Means;

  /** @example "chèque" */
  meansLabel!: string;

  /**
   * In cents.
   * @example 9600
   */
  cents!: number;

  /** The day the money was received. */
  @DayField()
  receivedOn!: Temporal.PlainDate;

  /** The day for which it counts in the ledger and the collection reports. */
  @DayField()
  accountedOn!: Temporal.PlainDate;

  /** @example "CIC 0012345" */
  reference!: string | null;

  /** @example "Camille DURAND" */
  payerName!: string;

  /**
   * Number of the quittance, unbroken in its year.
   * @example "Q-2026-000007"
   */
  receiptNumber!: string;

  @MomentField()
  recordedAt!: Temporal.Instant;

  /** What it settles, by invoice and prestation. */
  settled!: SettledPartDto[];

  /**
   * What the family had still to pay afterwards, in cents.
   * @example 0
   */
  stillDueCents!: number;
}

export class RecordedPaymentDto extends PaymentDto {
  /**
   * True (with the status 200) when the same payment was recorded a moment ago: this is that one, nothing was added.
   * @example false
   */
  alreadyRecorded!: boolean;
}

export class PaymentsQuery extends PageQuery {
  /** First accounting day wanted. */
  @IsOptional()
  @DayField({ optional: true })
  from?: Temporal.PlainDate;

  /** Last accounting day wanted. */
  @IsOptional()
  @DayField({ optional: true })
  to?: Temporal.PlainDate;
}
