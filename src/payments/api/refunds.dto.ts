import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';

const MOST = 2_147_483_647;

export class RefundAccountDto {
  /** Avec ou sans espaces. @example "FR76 3000 6000 0112 3456 7890 189" */
  @Typed({ max: 42 })
  iban!: string;

  /** Nécessaire pour un compte tenu à l’étranger. @example "AGRIFRPP" */
  @IsOptional()
  @Typed({ max: 14 })
  bic?: string | null;

  /** Le titulaire du compte. @example "Camille Durand" */
  @Typed({ max: 70 })
  holder!: string;
}

export class RefundAskedDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  @Max(MOST)
  familyId!: number;

  /** En centimes ; tout l’avoir disponible sans précision. @example 2400 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  cents?: number | null;

  /** Le compte à créditer ; celui de la demande de la famille sans précision. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RefundAccountDto)
  account?: RefundAccountDto | null;
}

export class MakeRefundListDto {
  /** Un remboursement par famille. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RefundAskedDto)
  refunds!: RefundAskedDto[];
}

export class RefundListDto {
  /** @example 4 */
  id!: number;

  /** Numéro de la liste, sans rupture dans l’année. @example "R-2026-000004" */
  number!: string;

  /** Le jour pour lequel elle compte en comptabilité. */
  @DayField()
  accountedOn!: Temporal.PlainDate;

  /** Nombre de remboursements. @example 3 */
  refunds!: number;

  /** En centimes. @example 7200 */
  totalCents!: number;

  @MomentField()
  madeAt!: Temporal.Instant;
}

export class RefundCancelledDto {
  /** Le jour pour lequel l’annulation compte en comptabilité. */
  @DayField()
  on!: Temporal.PlainDate;

  /** @example "Compte clôturé : virement revenu" */
  note!: string;
}

export class RefundDto {
  /** @example 9 */
  id!: number;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** Le titulaire du compte. @example "Camille Durand" */
  holder!: string;

  /** Le compte, masqué. @example "FR76 •••• 0189" */
  account!: string;

  /** En centimes. @example 2400 */
  cents!: number;

  /** `null` tant que le remboursement tient. */
  cancelled!: RefundCancelledDto | null;
}

export class RefundListDetailsDto extends RefundListDto {
  lines!: RefundDto[];
}

export class ReverseRefundDto {
  /** Pourquoi ce remboursement est annulé ; la famille le lit. @example "Compte clôturé : virement revenu" */
  @Typed({ max: 200 })
  note!: string;
}

export class RefundRequestDto {
  /** @example 5 */
  id!: number;

  /** Le compte à créditer, masqué. @example "FR76 •••• 0189" */
  account!: string;

  @MomentField()
  askedAt!: Temporal.Instant;
}

export class WaitingRefundRequestDto extends RefundRequestDto {
  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** Ce qui peut lui être remboursé, en centimes. @example 2400 */
  freeCents!: number;
}
