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
const INNER = { ...TARIFF_SHAPES, description: 'Une forme de prix (ni forfait, ni tranches), sans options.' };

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

@ApiSchema({ description: 'Comment un prix en devient un autre : exactement un de ceux-ci.' })
export class TariffMarkupDto {
  /** Centimes en plus. @example 250 */
  abs?: number;
  @ApiPropertyOptional(Decimal('Pourcentage en plus, deux décimales au plus.', '50'))
  pct?: string | number;
  @ApiPropertyOptional(Decimal('Le prix autant de fois, quatre décimales au plus.', '2'))
  multiplier?: string | number;
  /** Le prix lui-même, en centimes. @example 1000 */
  fixedPrice?: number;
  /** Ce que le service coûte à la commune : `costPriceCents`. @example true */
  costPrice?: boolean;
}

export class CountedMarkupDto extends TariffMarkupDto {
  counter?: TariffCounterDto;
}

export class DerivedPricesDto {
  /** Venu sans réservation. @example {"abs":250} */
  unplanned?: CountedMarkupDto;
  /** Réservé, pas venu, sans motif valable. @example {"multiplier":"2"} */
  unjustifiedAbsence?: CountedMarkupDto;
}

@ApiSchema({ description: 'Le prix d’un rang et des suivants : un de `pct`, `cents`, `fixedPriceCents`.' })
export class SiblingRankDto {
  /** @example 2 */
  from!: number;
  @ApiPropertyOptional(Decimal('Pourcentage en moins.', '20'))
  pct?: string | number;
  /** Centimes en moins. @example 50 */
  cents?: number;
  /** Le prix lui-même, en centimes. @example 330 */
  fixedPriceCents?: number;
}

export class SiblingReductionDto {
  @ApiProperty({ enum: ['SIBLINGS'] })
  type!: string;
  @ApiProperty({
    enum: ['ELDEST_FIRST', 'BY_ENROLMENTS'],
    description: 'Rangs parmi tous les enfants du foyer, ou parmi ceux qui sont inscrits à la prestation.',
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
  /** Le libellé d’une ligne, ou `HIGHEST` (la plus chère). @example "HIGHEST" */
  row!: string;
  @ApiPropertyOptional({
    description: 'Dernier jour de cette faveur ; à partir du suivant, `HIGHEST` (la ligne la plus chère).',
    example: '2026-10-31',
  })
  until?: string;
}

export class LatePickupDto {
  /** @example "18:30" */
  after!: string;
  /** @example 15 */
  sliceMinutes!: number;
  /** De chaque tranche commencée. @example 500 */
  cents!: number;
}

@ApiSchema({
  description: 'La part du repas dans un total, pour l’attestation fiscale ; le reste est de la garde. L’un des deux.',
})
export class TariffSplitDto {
  /** Au plus ce montant. @example 200 */
  mealCents?: number;
  @ApiPropertyOptional(Decimal('Pourcentage du total.', '60'))
  mealPct?: string | number;
}

/** What any form may carry; those of an inner tariff replace the same of the outer. */
class TariffOptionsDto {
  /** Les prix que les lignes ne donnent pas, à partir du prix à payer. */
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
  /** La ligne d’un quotient qui n’est pas connu, ou plus valable. */
  missingQuotient?: MissingQuotientDto;
  latePickup?: LatePickupDto;
  split?: TariffSplitDto;
}

@ApiSchema({ description: 'Un prix pour tous.' })
export class FlatTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['FLAT'] })
  type!: string;
  /** @example 360 */
  unitCents!: number;
}

export class TariffBracketDto {
  /** @example "B" */
  label!: string;
  /** Premier quotient de la ligne, deux décimales au plus. @example 600 */
  quotientMin!: number;
  @ApiProperty({
    type: 'number',
    nullable: true,
    description: 'Premier quotient au-delà de la ligne ; `null` pour la dernière.',
    example: 800,
  })
  quotientMax!: number | null;
  /** @example 360 */
  unitCents!: number;
  /** Absent : déduit par `prices`, ou le prix à l’unité. @example 720 */
  unplannedCents?: number;
  /** Absent : déduit par `prices`, ou le prix à l’unité. @example 360 */
  unjustifiedAbsenceCents?: number;
  /** Pour l’enfant dont la famille apporte le repas. @example 100 */
  paiCents?: number;
}

@ApiSchema({ description: 'Des lignes de quotients [min, max[, à partir de 0 et sans trou. Exemple : Roncq.' })
export class BracketsTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['BRACKETS'] })
  type!: string;
  @ApiProperty({ type: [TariffBracketDto], example: TARIFF_EXAMPLES['T01 Roncq'].tariff.rows })
  rows!: TariffBracketDto[];
}

@ApiSchema({
  description: 'Un pourcentage du quotient entre un plancher et un plafond. Exemple : Fay-aux-Loges, 0,36 %.',
})
export class EffortRateTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['EFFORT_RATE'] })
  type!: string;
  @ApiProperty(Decimal('Pourcentage du quotient, quatre décimales au plus.', '0.36'))
  ratePct!: string | number;
  /** @example 260 */
  minCents!: number;
  /** @example 450 */
  maxCents!: number;
  /** Les quotients inférieurs comptent comme celui-ci. @example 200 */
  quotientMin?: number;
  /** Les quotients supérieurs comptent comme celui-ci. @example 2000 */
  quotientMax?: number;
}

@ApiSchema({
  description: 'À qui s’adresse une grille ; les bornes sont comprises, ce qui est absent vaut pour tout le monde.',
})
export class AudienceDto {
  /** @example true */
  resident?: boolean;
  @ApiPropertyOptional({ enum: SCHOOL_LEVELS, isArray: true, example: ['MATERNELLE'] })
  schoolLevels?: string[];
  /** En années révolues. @example 3 */
  ageMin?: number;
  /** @example 5 */
  ageMax?: number;
  /** Enfants du foyer. @example 1 */
  childrenMin?: number;
  /** @example 2 */
  childrenMax?: number;
  /** @example 3 */
  daysPerWeekMin?: number;
  /** @example 4 */
  daysPerWeekMax?: number;
}

export class AudienceGridDto {
  /** Absent ou vide : pour tout le monde. */
  when?: AudienceDto;
  @ApiProperty({ ...TARIFF_SHAPES, example: { type: 'FLAT', unitCents: 650 } })
  tariff!: object;
}

@ApiSchema({
  description:
    'La première grille qui convient ; ensemble, elles doivent convenir à tout le monde. Exemple : Roncq, habitants et autres.',
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
    'Dû une fois par période, quel que soit l’usage. L’un de `byDaysPerWeek`, `tariff`. Exemple : Saint-Barnabé, selon le nombre de jours par semaine.',
})
export class ForfaitTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['FORFAIT'] })
  type!: string;
  @ApiProperty({
    enum: FORFAIT_PERIODS,
    description: '`SCHOOL_PERIOD` : le temps de classe entre deux vacances scolaires, ou l’une de ces vacances.',
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
    'Selon le temps que reste l’enfant. Soit `sliceMinutes` et `tariff` (chaque tranche commencée), soit `table` (tout le séjour). Exemple : 2C2R, demi-heures à prix double hors du territoire.',
})
export class TimeSlicesTariffDto extends TariffOptionsDto {
  @ApiProperty({ enum: ['TIME_SLICES'] })
  type!: string;
  /** @example 30 */
  sliceMinutes?: number;
  @ApiPropertyOptional({ ...INNER, example: { type: 'FLAT', unitCents: 55 } })
  tariff?: object;
  @ApiPropertyOptional({
    type: [StayPriceDto],
    description: 'Par durée croissante ; la dernière vaut pour tous les séjours plus longs.',
  })
  table?: StayPriceDto[];
  @Hour('Les tranches commencent à cette heure, quelle que soit l’arrivée de l’enfant.', '16:15')
  from?: string;
  @Hour('Le temps compte jusqu’à cette heure, et les tranches à rebours depuis elle quand `from` est absent.', '18:30')
  until?: string;
}

/** A tariff, in a request (read by the rules) or in an answer. */
export function TariffField(description = 'Dans le langage des tarifs.'): PropertyDecorator {
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
