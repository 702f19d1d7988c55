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

  @PolicyField('The booking policy to try; absent: rules stay as they were.', { optional: true })
  policy?: unknown;

  @ApiPropertyOptional({
    ...TARIFF_SHAPES,
    description: 'The tariff to try; absent: prices stay as they were.',
    example: { type: 'FLAT', unitCents: 350 },
  })
  @Allow()
  tariff?: unknown;
}

export class SimulationRequestDto {
  @DayField({ description: 'Premier jour de service.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last day, before today; 400 days at most.', example: '2027-07-02' })
  to!: Temporal.PlainDate;

  @ApiProperty({ type: [DraftedPrestationDto], description: 'The prestations to replay, 200 at most.' })
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
  /** Present, or booked and never pointed; days of carence too. @example 1180000 */
  unitCents!: number;
  /** Venu sans réservation. @example 22350 */
  unplannedCents!: number;
  /** @example 31000 */
  unjustifiedAbsenceCents!: number;
  /** What late bookings added to the unit price. @example 7000 */
  lateSurchargeCents!: number;
}

export class SimulatedPrestationDto {
  /** @example 4 */
  prestationId!: number;
  /** @example "Cantine" */
  name!: string;
  /** What was billed or, on days that are not billed yet, what would be. */
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
  /** Days. @example 31 */
  count!: number;
  /** @example 15500 */
  cents!: number;
}

export class PenaltiesDto {
  /** Late bookings that cost more, and how much more. */
  lateSurcharges!: PenaltyDto;
  /** Presences without a booking. */
  unplanned!: PenaltyDto;
  unjustifiedAbsences!: PenaltyDto;
  /** Absences that are justified and due all the same. */
  carenceDays!: PenaltyDto;
}

export class BothPenaltiesDto {
  before!: PenaltiesDto;
  after!: PenaltiesDto;
}

export class SimulatedRowDto extends SimulatedSumDto {
  /** @example 4 */
  prestationId!: number;
  /** Row of the draft’s tariff, else of the one in force; what was paid before is told by the row of the same days. @example "B" */
  row!: string;
  /** Families who paid in that row, for some days at least. @example 212 */
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
  /** Its row on the last days that it used each prestation. */
  rows!: RowOfFamilyDto[];
}

export class FamilyCountsDto {
  /** Families who would pay less. @example 120 */
  gaining!: number;
  /** Families who would pay more. @example 85 */
  losing!: number;
  /** @example 40 */
  unchanged!: number;
}

export class MetBookingsDto {
  /** @example 4 */
  prestationId!: number;
  @ApiProperty({
    enum: ['CLOSED', 'NOT_OPEN_YET'],
    description: 'Made at or after the new closing instant, or before the new opening.',
    example: 'CLOSED',
  })
  reason!: string;
  @ApiProperty({
    enum: ['BLOCKED', 'SURCHARGE', 'GRACE', 'REQUEST_TO_AGENT', 'PHONE_ONLY', 'NOT_OPEN_YET'],
    description:
      'What the draft does of it: refused, accepted for more, accepted at the ordinary price, left to an agent or a phone call, to come back once booking opens.',
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
    description: 'What the draft does of it.',
    example: 'BLOCKED',
  })
  outcome!: string;
  /** @example 12 */
  cancellations!: number;
}

export class SimulationDto {
  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;
  @DayField({ example: '2027-07-02' })
  to!: Temporal.PlainDate;
  total!: SimulatedSumDto;
  prestations!: SimulatedPrestationDto[];
  penalties!: BothPenaltiesDto;
  /** By prestation and row of the tariff. */
  rows!: SimulatedRowDto[];
  families!: FamilyCountsDto;
  /** The twenty families who would gain most. */
  gaining!: SimulatedFamilyDto[];
  /** The twenty families who would lose most. */
  losing!: SimulatedFamilyDto[];
  /** Bookings that the draft would not have taken as they came. */
  lateBookings!: MetBookingsDto[];
  /** Cancellations that would have been late. */
  lateCancellations!: MetCancellationsDto[];
}
