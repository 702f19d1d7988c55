import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsPositive,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { CREDIT_REASONS, type CreditReason } from '../rules/credit-reason.js';

/** The machine alone says CORRECTION. */
const TOLD_REASONS = CREDIT_REASONS.filter((reason) => reason !== 'CORRECTION');

export class CreditNotesQuery extends PageQuery {
  /** Seulement ceux de cette famille. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  familyId?: number;

  /** Seulement ceux de cette facture. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  invoiceId?: number;
}

export class CreditLineDto {
  /** Une ligne de la facture : voir ses lignes à créditer. @example 1204 */
  @IsInt()
  @IsPositive()
  chargeId!: number;

  /** Une partie de la ligne ; absent, tout ce qu’il en reste. @example 105 */
  @MayBeAbsent()
  @IsInt()
  @IsPositive()
  cents?: number;
}

export class MakeCreditNoteDto {
  /**
   * `POINTING_ERROR` (erreur de pointage), `JUSTIFIED_ABSENCE` (absence justifiée), `TARIFF` (tarif ou quotient),
   * `DISCOUNT` (remise décidée), `CANCELLATION` (annulation), `DOUBLE_BILLING` (double facturation) ou `OTHER` (autre,
   * à préciser).
   * @example "POINTING_ERROR"
   */
  @ApiProperty({ enum: TOLD_REASONS })
  @IsIn(TOLD_REASONS)
  reason!: Exclude<CreditReason, 'CORRECTION'>;

  /** Ce que la famille lira à côté du motif ; obligatoire pour `OTHER`. @example "délibération du 12 mai" */
  @ValidateIf(({ reason, reasonText }: MakeCreditNoteDto) => reason === 'OTHER' || reasonText !== undefined)
  @Typed({ max: 200 })
  reasonText?: string;

  /** Les lignes à reprendre ; absent, la facture entière. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => CreditLineDto)
  lines?: CreditLineDto[];
}

export class CreditNoteDto {
  /** @example 8 */
  creditNoteId!: number;

  /** Tel qu’il est imprimé. @example "A-2026-000008" */
  number!: string;

  familyId!: number;
  invoiceId!: number;

  /** @example "F-2026-000123" */
  invoiceNumber!: string;

  @DayField()
  issuedOn!: Temporal.PlainDate;

  /** `CORRECTION` quand une campagne a constaté que moins est dû que ce qui a été facturé. */
  reason!: CreditReason;

  /** Le motif en toutes lettres. @example "Erreur de pointage" */
  reasonInFrench!: string;

  /** @example 610 */
  totalCents!: number;

  /** Ce qui restait à payer et ne l’est plus. @example 305 */
  loweredCents!: number;

  /** Ce qui était déjà payé : porté au crédit de la famille. @example 305 */
  heldCents!: number;
}

export class CreditedLineDto {
  childId!: number;

  /** @example "Zoé DURAND" */
  child!: string;

  /** @example "2026-09-03" */
  date!: string;

  /** @example "Cantine, jeudi 3 septembre 2026" */
  label!: string;

  /** @example 305 */
  billedCents!: number;

  /** Repris par cet avoir. @example 305 */
  cents!: number;
}

export class CreditNoteDetailsDto extends CreditNoteDto {
  lines!: CreditedLineDto[];
}

export class CreditableLineDto {
  /** @example 1204 */
  chargeId!: number;

  childId!: number;

  /** @example "Zoé DURAND" */
  child!: string;

  prestationId!: number;

  /** @example "Cantine" */
  prestation!: string;

  @DayField()
  date!: Temporal.PlainDate;

  /** @example "Cantine, jeudi 3 septembre 2026" */
  label!: string;

  /** @example 305 */
  cents!: number;

  /** Déjà repris par des avoirs. @example 0 */
  creditedCents!: number;
}

export class PaidByCreditDto {
  invoiceId!: number;

  /** @example "F-2026-000123" */
  number!: string;

  /** @example 305 */
  cents!: number;
}

export class AppliedCreditDto {
  /** @example 305 */
  usedCents!: number;

  /** Ce qui reste au crédit de la famille et peut être employé. @example 195 */
  leftCents!: number;

  /** Ce que le crédit a payé, la facture la plus ancienne d’abord. */
  invoices!: PaidByCreditDto[];
}
