import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt, ValidateNested } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import { PolicyField, TARIFF_SHAPES } from '../../reglement/index.js';

/** One prestation of the draft; what is absent stays as it was. */
export class DraftedPrestationDto {
  /** @example 4 */
  @IsInt({ message: 'le numéro d’une prestation est attendu.' })
  prestationId!: number;

  @PolicyField('Le règlement à essayer ; absent : les règles restent ce qu’elles étaient.', { optional: true })
  policy?: unknown;

  @ApiPropertyOptional({
    ...TARIFF_SHAPES,
    description: 'Le tarif à essayer ; absent : les prix restent ce qu’ils étaient.',
    example: { type: 'FLAT', unitCents: 350 },
  })
  @Allow()
  tariff?: unknown;
}

export class SimulationRequestDto {
  @DayField({ description: 'Premier jour de service.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour, avant aujourd’hui ; 400 jours au plus.', example: '2026-10-31' })
  to!: Temporal.PlainDate;

  @ApiProperty({ type: [DraftedPrestationDto], description: 'Les prestations à rejouer, 200 au plus.' })
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins une prestation est attendue.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DraftedPrestationDto)
  prestations!: DraftedPrestationDto[];
}

/** The parts add up to the total. */
export class RevenueDto {
  /** @example 1240350 */
  totalCents!: number;
  /** Présent, ou réservé et jamais pointé ; jours de carence aussi. @example 1180000 */
  unitCents!: number;
  /** Venu sans réservation. @example 22350 */
  unplannedCents!: number;
  /** @example 31000 */
  unjustifiedAbsenceCents!: number;
  /** Ce que les réservations tardives ont ajouté au prix à l’unité. @example 7000 */
  lateSurchargeCents!: number;
}

export class SimulatedPrestationDto {
  /** @example 4 */
  prestationId!: number;
  /** @example "Cantine" */
  name!: string;
  /** Ce qui a été facturé ou, les jours qui ne le sont pas encore, ce qui le serait. */
  before!: RevenueDto;
  after!: RevenueDto;
  /** @example 34200 */
  differenceCents!: number;
}

export class SimulatedSumDto {
  /** @example 1240350 */
  beforeCents!: number;
  /** @example 1274550 */
  afterCents!: number;
  /** @example 34200 */
  differenceCents!: number;
}

export class PenaltyDto {
  /** Jours. @example 31 */
  count!: number;
  /** @example 15500 */
  cents!: number;
}

export class PenaltiesDto {
  /** Réservations tardives qui coûtent plus cher, et de combien. */
  lateSurcharges!: PenaltyDto;
  /** Présences sans réservation. */
  unplanned!: PenaltyDto;
  unjustifiedAbsences!: PenaltyDto;
  /** Absences justifiées et dues malgré tout. */
  carenceDays!: PenaltyDto;
}

export class BothPenaltiesDto {
  before!: PenaltiesDto;
  after!: PenaltiesDto;
}

export class SimulatedRowDto extends SimulatedSumDto {
  /** @example 4 */
  prestationId!: number;
  /**
   * Ligne du tarif du projet, ou de celui en vigueur quand le projet n’a pas de lignes par quotient ; ce qui a été payé
   * avant est réparti selon la ligne des mêmes jours.
   * @example "B"
   */
  row!: string;
  /** Familles qui ont payé dans cette ligne, au moins certains jours. @example 212 */
  families!: number;
}

export class RowOfFamilyDto {
  /** @example 4 */
  prestationId!: number;
  /** @example "B" */
  row!: string;
}

export class SimulatedFamilyDto extends SimulatedSumDto {
  /** @example 318 */
  familyId!: number;
  /** @example "LEROY" */
  name!: string;
  /** Sa ligne, les derniers jours où elle a utilisé chaque prestation. */
  rows!: RowOfFamilyDto[];
}

export class FamilyCountsDto {
  /** Familles qui paieraient moins. @example 120 */
  gaining!: number;
  /** Familles qui paieraient plus. @example 85 */
  losing!: number;
  /** @example 40 */
  unchanged!: number;
}

export class MetBookingsDto {
  /** @example 4 */
  prestationId!: number;
  @ApiProperty({
    enum: ['CLOSED', 'NOT_OPEN_YET'],
    description: 'Faites à partir du nouvel instant de clôture, ou avant la nouvelle ouverture.',
    example: 'CLOSED',
  })
  reason!: string;
  @ApiProperty({
    enum: ['BLOCKED', 'SURCHARGE', 'GRACE', 'REQUEST_TO_AGENT', 'PHONE_ONLY', 'NOT_OPEN_YET'],
    description:
      'Ce qu’en fait le projet : refusées, acceptées plus cher, acceptées au prix ordinaire, laissées à un agent ou à un appel téléphonique, à refaire une fois les réservations ouvertes.',
    example: 'BLOCKED',
  })
  outcome!: string;
  /** @example 27 */
  bookings!: number;
}

export class MetCancellationsDto {
  /** @example 4 */
  prestationId!: number;
  @ApiProperty({
    enum: ['BLOCKED', 'BILL_FULL', 'CREDIT', 'REQUEST_TO_AGENT', 'PHONE_ONLY', 'NOT_OPEN_YET'],
    description: 'Ce qu’en fait le projet.',
    example: 'BLOCKED',
  })
  outcome!: string;
  /** @example 12 */
  cancellations!: number;
}

export class UnpricedDaysDto {
  /** @example 4 */
  prestationId!: number;
  /** Journées d’enfants sans tarif en vigueur ce jour-là, dans ce qui a été ou serait facturé. @example 12 */
  daysBefore!: number;
  /** Les mêmes sous le projet. @example 0 */
  daysAfter!: number;
  /** @example "Cantine : aucun tarif n’est en vigueur le 1er septembre 2026. 12 journées d’enfants n’ont pas pu être chiffrées (12 avant, 0 après le projet) et ne comptent dans aucune recette." */
  warning!: string;
}

export class SimulationDto {
  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;
  @DayField({ example: '2026-10-31' })
  to!: Temporal.PlainDate;
  total!: SimulatedSumDto;
  prestations!: SimulatedPrestationDto[];
  penalties!: BothPenaltiesDto;
  /** Par prestation et ligne du tarif. */
  rows!: SimulatedRowDto[];
  families!: FamilyCountsDto;
  /** Les vingt familles qui y gagneraient le plus. */
  gaining!: SimulatedFamilyDto[];
  /** Les vingt familles qui y perdraient le plus. */
  losing!: SimulatedFamilyDto[];
  /** Réservations que le projet n’aurait pas prises telles quelles. */
  lateBookings!: MetBookingsDto[];
  /** Annulations qui auraient été tardives. */
  lateCancellations!: MetCancellationsDto[];
  /** Ce qui n’a pas pu être chiffré, par prestation ; vide si tout l’a été. */
  unpriced!: UnpricedDaysDto[];
}
