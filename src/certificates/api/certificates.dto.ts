import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

export class CertificateSettingsDto {
  /** Qui signe ; `null` : le régisseur de la collectivité. @example "Nadia BENALI" */
  @IsOptional()
  @Typed({ max: 120 })
  signatoryName!: string | null;

  /** En quelle qualité ; `null` : le régisseur. @example "La directrice de l’enfance" */
  @IsOptional()
  @Typed({ max: 120 })
  signatoryTitle!: string | null;

  /**
   * Jour de janvier à partir duquel les attestations fiscales de l’année passée sont établies d’elles-mêmes ; `null` : à la
   * demande de la mairie.
   * @example 15
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(31)
  januaryDay!: number | null;
}

export class TaxYearDto {
  /** Année des paiements, terminée. @example 2026 */
  @IsInt()
  @Min(2000)
  @Max(9999)
  taxYear!: number;
}

export class TaxYearQuery {
  /** Année des paiements. @example 2026 */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(9999)
  taxYear!: number;
}

export class TaxCertificatesQuery extends PageQuery {
  /** Année des paiements. @example 2026 */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(9999)
  taxYear!: number;
}

export class MadeCertificatesDto {
  /** Attestations établies à cet instant ; celles qui l’étaient déjà ne changent pas. @example 214 */
  made!: number;
}

export class CertifiedServiceDto {
  /** @example "Garderie du soir" */
  name!: string;

  /** En centimes. @example 18000 */
  cents!: number;
}

export class CertifiedChildDto {
  /** @example "Zoé DURAND" */
  name!: string;

  /** @example "2021-03-07" */
  birthDate!: string;

  @ApiProperty({ type: [CertifiedServiceDto] })
  services!: readonly CertifiedServiceDto[];

  /** Payé pour la garde de cet enfant, hors repas, en centimes. @example 18000 */
  cents!: number;
}

export class TaxCertificateDto {
  /** @example 5 */
  certificateId!: number;

  /** @example "AF-2026-000005" */
  number!: string;

  /** @example 12 */
  familyId!: number;

  /** @example 2026 */
  taxYear!: number;

  @DayField()
  issuedOn!: Temporal.PlainDate;

  /** En centimes. @example 18000 */
  totalCents!: number;

  @ApiProperty({ type: [CertifiedChildDto] })
  children!: readonly CertifiedChildDto[];
}

export class UntoldCareDto {
  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** @example "Zoé DURAND" */
  childName!: string;

  /** @example "Cantine" */
  prestation!: string;

  /** Payé dans l’année sous un tarif qui ne distingue pas la garde, en centimes. @example 30500 */
  cents!: number;
}

export class CareReviewDto {
  /** Familles qui recevraient une attestation. @example 214 */
  families!: number;

  /** Garde payée par elles, hors repas, en centimes. @example 3852000 */
  careCents!: number;

  /**
   * Ce qui a été payé pour de jeunes enfants sous des tarifs qui ne distinguent pas la garde du repas : ces sommes ne sont
   * sur aucune attestation. Les mille premières.
   */
  @ApiProperty({ type: [UntoldCareDto] })
  untold!: readonly UntoldCareDto[];
}
