import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { FORFAIT_PERIODS, SCHOOL_LEVELS } from '../rules/pricing/tariff.js';
import { TARIFF_EXAMPLES } from './tariff-examples.js';

/** Shapes for the documentation; the rules read and check what is sent. Each example is the price of a commune. */

export const TARIFF_SHAPES = {
  oneOf: [
    'FlatTariffDto',
    'BracketsTariffDto',
    'EffortRateTariffDto',
    'ByAudienceTariffDto',
    'ForfaitTariffDto',
    'TimeSlicesTariffDto',
  ].map((name) => ({ $ref: getSchemaPath(name) })),
};
const INNER = { ...TARIFF_SHAPES, description: 'A price form (not a forfait, nor slices), without options.' };

const Hour = (description: string, example: string) => ApiPropertyOptional({ description, example });
const Decimal = (description: string, example: string) => ({
  oneOf: [{ type: 'string' as const }, { type: 'number' as const }],
  description,
  example,
});

/** From or up to the k-th event of its kind; the others pay the unit price. */
export class TariffCounterDto {
  @ApiProperty({ enum: ['CHILD', 'FAMILY'], example: 'CHILD' })
  per!: string;
  @ApiProperty({ enum: ['MONTH', 'SCHOOL_YEAR', 'INVOICE'], example: 'MONTH' })
  period!: string;
  /** @example 3 */
  from?: number;
  /** @example 5 */
  upTo?: number;
}

@ApiSchema({ description: 'How a price becomes another: exactly one of these.' })
export class TariffMarkupDto {
  /** Cents on top. @example 250 */
  abs?: number;
  @ApiPropertyOptional(Decimal('Per cent on top, two decimals at most.', '50'))
  pct?: string | number;
  @ApiPropertyOptional(Decimal('The price so many times, four decimals at most.', '2'))
  multiplier?: string | number;
  /** The price itself, in cents. @example 1000 */
  fixedPrice?: number;
  /** What the service costs the commune: `costPriceCents`. @example true */
  costPrice?: boolean;
}

export class CountedMarkupDto extends TariffMarkupDto {
  counter?: TariffCounterDto;
}

export class DerivedPricesDto {
  /** Came without a booking. @example {"abs":250} */
  unplanned?: CountedMarkupDto;
  /** Booked, did not come, without a valid reason. @example {"multiplier":"2"} */
  unjustifiedAbsence?: CountedMarkupDto;
}

@ApiSchema({ description: 'The price of a rank and of those after it: one of `pct`, `cents`, `fixedPriceCents`.' })
export class SiblingRankDto {
  /** @example 2 */
  from!: number;
  @ApiPropertyOptional(Decimal('Per cent less.', '20'))
  pct?: string | number;
  /** Cents less. @example 50 */
  cents?: number;
  /** The price itself, in cents. @example 330 */
  fixedPriceCents?: number;
}

export class SiblingReductionDto {
  @ApiProperty({ enum: ['SIBLINGS'] })
  type!: string;
  @ApiProperty({
    enum: ['ELDEST_FIRST', 'BY_ENROLMENTS'],
    description: 'Ranks among all the children of the household, or among those enrolled in the prestation.',
    example: 'ELDEST_FIRST',
  })
  order!: string;
  @ApiProperty({ type: [SiblingRankDto] })
  ranks!: SiblingRankDto[];
}

export class SupplementDto {
  /** @example "Goûter" */
  label!: string;
  /** @example 50 */
  cents!: number;
}

export class MissingQuotientDto {
  /** The label of a row, or `HIGHEST`. @example "HIGHEST" */
  row!: string;
  @ApiPropertyOptional({ description: 'Last day of that favour; from the next one, HIGHEST.', example: '2026-10-31' })
  until?: string;
}

export class LatePickupDto {
  /** @example "18:30" */
  after!: string;
  /** @example 15 */
  sliceMinutes!: number;
  /** Of each begun slice. @example 500 */
  cents!: number;
}

@ApiSchema({ description: 'The meal in a total, for the tax certificate; the rest is care. One of the two.' })
export class TariffSplitDto {
  /** At most this much. @example 200 */
  mealCents?: number;
  @ApiPropertyOptional(Decimal('Per cent of the total.', '60'))
  mealPct?: string | number;
}

/** What any form may carry; those of an inner tariff replace the same of the outer. */
class TariffOptionsDto {
  /** Prices that the rows do not give, from the price to pay. */
  prices?: DerivedPricesDto;
  /** @example 850 */
  costPriceCents?: number;
  /** @example {"multiplier":"2"} */
  nonResident?: TariffMarkupDto;
  /** La famille apporte le repas. @example {"fixedPrice":175} */
  pai?: TariffMarkupDto;
  @ApiPropertyOptional({ type: [SiblingReductionDto] })
  reductions?: SiblingReductionDto[];
  @ApiPropertyOptional({ type: [SupplementDto] })
  supplements?: SupplementDto[];
  /** The row of a quotient that is not known, or no longer valid. */
  missingQuotient?: MissingQuotientDto;
  latePickup?: LatePickupDto;
  split?: TariffSplitDto;
}

@ApiSchema({ description: 'One price for all.' })
export class FlatTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['FLAT'] })
  type!: string;
  /** @example 360 */
  unitCents!: number;
}

export class TariffBracketDto {
  /** @example "B" */
  label!: string;
  /** First quotient of the row, two decimals at most. @example 600 */
  quotientMin!: number;
  @ApiProperty({
    type: 'number',
    nullable: true,
    description: 'First quotient beyond the row; null for the last one.',
    example: 800,
  })
  quotientMax!: number | null;
  /** @example 360 */
  unitCents!: number;
  /** Absent: derived by `prices`, or the unit price. @example 720 */
  unplannedCents?: number;
  /** Absent: derived by `prices`, or the unit price. @example 360 */
  unjustifiedAbsenceCents?: number;
  /** For the child whose meal the family brings. @example 100 */
  paiCents?: number;
}

@ApiSchema({ description: 'Rows of quotients [min, max[, from 0 and without gap. Example: Roncq.' })
export class BracketsTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['BRACKETS'] })
  type!: string;
  @ApiProperty({ type: [TariffBracketDto], example: TARIFF_EXAMPLES['T01 Roncq'].tariff.rows })
  rows!: TariffBracketDto[];
}

@ApiSchema({
  description: 'A percentage of the quotient between a floor and a ceiling. Example: Fay-aux-Loges, 0,36 %.',
})
export class EffortRateTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['EFFORT_RATE'] })
  type!: string;
  @ApiProperty(Decimal('Per cent of the quotient, four decimals at most.', '0.36'))
  ratePct!: string | number;
  /** @example 260 */
  minCents!: number;
  /** @example 450 */
  maxCents!: number;
  /** Lower quotients count as this one. @example 200 */
  quotientMin?: number;
  /** Higher quotients count as this one. @example 2000 */
  quotientMax?: number;
}

@ApiSchema({ description: 'Whom a grid is for; bounds are included, what is absent holds for everybody.' })
export class AudienceDto {
  /** @example true */
  resident?: boolean;
  @ApiPropertyOptional({ enum: SCHOOL_LEVELS, isArray: true, example: ['MATERNELLE'] })
  schoolLevels?: string[];
  /** In completed years. @example 3 */
  ageMin?: number;
  /** @example 5 */
  ageMax?: number;
  /** Children of the household. @example 1 */
  childrenMin?: number;
  /** @example 2 */
  childrenMax?: number;
  /** @example 3 */
  daysPerWeekMin?: number;
  /** @example 4 */
  daysPerWeekMax?: number;
}

export class AudienceGridDto {
  /** Absent or empty: for everybody. */
  when?: AudienceDto;
  @ApiProperty({ ...TARIFF_SHAPES, example: { type: 'FLAT', unitCents: 650 } })
  tariff!: object;
}

@ApiSchema({
  description: 'The first grid that matches; together they must match everybody. Example: Roncq, residents and others.',
})
export class ByAudienceTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['BY_AUDIENCE'] })
  type!: string;
  @ApiProperty({
    type: [AudienceGridDto],
    example: [
      { when: { resident: false }, tariff: { type: 'FLAT', unitCents: 650 } },
      { when: {}, tariff: { type: 'BRACKETS', rows: TARIFF_EXAMPLES['T01 Roncq'].tariff.rows } },
    ],
  })
  grids!: AudienceGridDto[];
}

@ApiSchema({
  description:
    'Due once in each period, whatever is used of it. One of `byDaysPerWeek`, `tariff`. Example: Saint-Barnabé, by the number of days a week.',
})
export class ForfaitTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['FORFAIT'] })
  type!: string;
  @ApiProperty({
    enum: FORFAIT_PERIODS,
    description: 'SCHOOL_PERIOD: the class time between two school holidays, or one of these holidays.',
    example: 'WEEK',
  })
  per!: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer' },
    example: TARIFF_EXAMPLES['T12 Saint-Barnabé'].tariff.byDaysPerWeek,
  })
  byDaysPerWeek?: Record<string, number>;
  @ApiPropertyOptional({ ...INNER, example: { type: 'FLAT', unitCents: 4000 } })
  tariff?: object;
}

export class StayPriceDto {
  /** @example 300 */
  uptoMinutes!: number;
  /** @example 343 */
  cents!: number;
}

@ApiSchema({
  description:
    'By the time that the child stays. Either `sliceMinutes` and `tariff` (each begun slice), or `table` (the whole stay). Example: 2C2R, half-hours at double price outside.',
})
export class TimeSlicesTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['TIME_SLICES'] })
  type!: string;
  /** @example 30 */
  sliceMinutes?: number;
  @ApiPropertyOptional({ ...INNER, example: { type: 'FLAT', unitCents: 55 } })
  tariff?: object;
  @ApiPropertyOptional({ type: [StayPriceDto], description: 'By rising length; the last holds for all longer stays.' })
  table?: StayPriceDto[];
  @Hour('Slices start at this hour, whenever the child arrives.', '16:15')
  from?: string;
  @Hour('Time counts up to this hour, and slices back from it when no `from` is given.', '18:30')
  until?: string;
}

/** A tariff, in a request (read by the rules) or in an answer. */
export function TariffField(description = 'In the language of tariffs.'): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...TARIFF_SHAPES, description, example: TARIFF_EXAMPLES['Taux d’effort'].tariff }),
    Allow(),
  );
}

/** Puts the shapes of tariffs in the document of a controller. */
export const ApiTariffs = (): ClassDecorator =>
  ApiExtraModels(
    FlatTariffDto,
    BracketsTariffDto,
    EffortRateTariffDto,
    ByAudienceTariffDto,
    ForfaitTariffDto,
    TimeSlicesTariffDto,
  );

/** One example of a request for each real tariff; `around` puts it in the rest of the body. */
export function tariffExamples(around: (tariff: object) => object): Record<string, { summary: string; value: object }> {
  return Object.fromEntries(
    Object.entries(TARIFF_EXAMPLES).map(([name, { summary, tariff }]) => [name, { summary, value: around(tariff) }]),
  );
}
