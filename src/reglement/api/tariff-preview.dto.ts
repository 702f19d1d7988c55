import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { CHARGE_EVENTS } from '../rules/pricing/prices.js';
import { SCHOOL_LEVELS } from '../rules/pricing/tariff.js';
import { TariffField, TariffMarkupDto } from './tariff.dto.js';

/** A child that one imagines; what is absent is unknown, or usual. */
export class TariffCaseDto {
  /** Quotient familial, two decimals at most; null or absent: not known. @example 642.5 */
  quotient?: number | null;
  /** Last day on which the quotient was valid. @example "2026-08-31" */
  quotientExpiredOn?: string;
  /** Unless told, true. @example true */
  resident?: boolean;
  /** Among the children of the household, eldest first; 1 unless told. @example 2 */
  childRank?: number;
  /** Among those of the household who are enrolled; `childRank` unless told. @example 2 */
  enrolledRank?: number;
  /** Children of the household. @example 3 */
  children?: number;
  @ApiProperty({ enum: SCHOOL_LEVELS, required: false, example: 'ELEMENTAIRE' })
  schoolLevel?: string;
  /** In completed years. @example 7 */
  age?: number;
  /** @example 3 */
  daysPerWeek?: number;
  /** La famille apporte le repas. @example false */
  pai?: boolean;
  @ApiProperty({ enum: CHARGE_EVENTS, required: false, description: 'UNIT unless told.', example: 'UNIT' })
  event?: string;
  /** Hours that were noted, on the local clock. @example "16:15" */
  arrival?: string;
  /** @example "16:46" */
  departure?: string;
  /** Hours of the service, for what nobody noted. @example "16:15" */
  opensAt?: string;
  /** @example "18:30" */
  closesAt?: string;
  /** Rank of this event of its kind in the month, 1 unless told. @example 7 */
  countThisMonth?: number;
  /** @example 12 */
  countThisSchoolYear?: number;
  /** @example 7 */
  countThisInvoice?: number;
  /** Rank of this use in the period of a forfait, 1 unless told. @example 1 */
  rankInPeriod?: number;
  /** Labels of the supplements that were chosen. @example ["Goûter"] */
  supplements?: string[];
  /** What the booking policy adds to a booking made late. @example {"pct":50} */
  lateBooking?: TariffMarkupDto;
  /** Day of service. @example "2026-11-26" */
  date?: string;
}

export class TariffPreviewRequestDto {
  @TariffField()
  tariff!: object;

  @ApiProperty({ type: [TariffCaseDto], description: 'At most 1000.' })
  @Allow()
  cases!: unknown;
}

export class TariffCasePreviewDto {
  /** @example 288 */
  amountCents!: number;
  /** @example ["QF 642,5 → tranche B [600 ; 800[ : 3,60 €","2ᵉ enfant : −20 % = −0,72 €","total 2,88 €"] */
  explanation!: string[];
  /** Where the tariff tells the meal from the care; their sum is the amount. @example 200 */
  mealCents?: number;
  /** @example 88 */
  careCents?: number;
}

export class TariffPreviewDto {
  /** In the order of the cases. */
  cases!: TariffCasePreviewDto[];
  /** What is odd in the tariff, and what was supposed in the cases. @example [] */
  warnings!: string[];
}
