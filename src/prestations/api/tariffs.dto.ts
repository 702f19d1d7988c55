import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, Typed } from '../../platform/http/fields.js';
import type { TariffVersionRow } from '../data/tariff-version.entity.js';
import { quotientNumber, storedTariff, TariffField, tariffJson, tariffTable } from '../../reglement/index.js';

/** Two rows with their three prices. */
export const ROWS_EXAMPLE = [
  {
    label: 'T1',
    quotientMin: 0,
    quotientMax: 642.5,
    unitCents: 250,
    unplannedCents: 400,
    unjustifiedAbsenceCents: 250,
  },
  {
    label: 'T2',
    quotientMin: 642.5,
    quotientMax: null,
    unitCents: 350,
    unplannedCents: 500,
    unjustifiedAbsenceCents: 350,
  },
];

export class TariffRowDto {
  /** @example "T2" */
  @Typed({ max: 60 })
  label!: string;

  /** Premier quotient de la ligne, deux décimales au plus. @example 400.5 */
  @IsNumber()
  quotientMin!: number;

  /** Premier quotient au-delà de la ligne, deux décimales au plus ; `null` pour la dernière ligne. @example 642.5 */
  @ValidateIf((_, value) => value !== null)
  @IsNumber()
  quotientMax!: number | null;

  /** Réservé et venu, en centimes. @example 350 */
  @IsInt()
  @Max(1_000_000)
  unitCents!: number;

  /** Venu sans réservation, en centimes. @example 500 */
  @IsInt()
  @Max(1_000_000)
  unplannedCents!: number;

  /** Réservé, pas venu, sans motif valable, en centimes. @example 350 */
  @IsInt()
  @Max(1_000_000)
  unjustifiedAbsenceCents!: number;
}

export class NewTariffDto {
  @DayField({ description: 'Premier jour de service qu’il tarife.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({
    optional: true,
    description: 'Le dernier, compris ; absent : jusqu’à ce qu’un autre le remplace.',
    example: '2027-08-31',
  })
  to?: Temporal.PlainDate | null;

  @TariffField('Le tarif, dans n’importe quelle forme du langage. Soit ceci, soit `rows`.')
  tariff?: object;

  @ApiPropertyOptional({
    description:
      'Ou une grille par quotient seul : lignes croissantes, à partir de 0 et sans trou, la dernière sans limite haute.',
    example: ROWS_EXAMPLE,
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins une tranche est attendue.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => TariffRowDto)
  rows?: TariffRowDto[];

  /**
   * Rang (à partir de 0) de la ligne des familles dont le quotient n’est pas connu ; la dernière sans précision.
   * @example 1
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  missingQuotientRow?: number;

  /** Arrête la version sans fin en vigueur la veille du jour où celle-ci commence. @example false */
  @IsOptional()
  @IsBoolean()
  replacePrevious?: boolean;
}

export class ShownTariffRowDto extends TariffRowDto {
  /** Ce que lisent les familles. @example "QF de 400 à moins de 642,5" */
  quotients!: string;
}

export class TariffDto {
  /** @example 5 */
  id!: number;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
  @TariffField()
  tariff!: object;
  /** Les lignes, quand le tarif est une seule grille par quotient ; vide pour les autres formes. */
  rows!: ShownTariffRowDto[];
  /**
   * Rang (à partir de 0) de la ligne des familles dont le quotient n’est pas connu ; `null` pour les autres formes.
   * @example 1
   */
  missingQuotientRow!: number | null;
}

export class AddedTariffDto extends TariffDto {
  /** La version que celle-ci a remplacée ; `null` s’il n’y en a pas. @example null */
  closedTariffId!: number | null;
}

export function tariffDto({ id, fromDate, toDate, grid }: TariffVersionRow): TariffDto {
  const tariff = storedTariff(grid);
  const shown = { id, from: fromDate, to: toDate, tariff: tariffJson(tariff) };
  if (tariff.type !== 'BRACKETS') return { ...shown, rows: [], missingQuotientRow: null };
  const { lines, withoutQuotient } = tariffTable(tariff);
  const rows = tariff.rows.map(({ label, quotientMin, quotientMax, unitCents }, index) => ({
    label,
    quotientMin: quotientNumber(quotientMin),
    quotientMax: quotientMax === null ? null : quotientNumber(quotientMax),
    unitCents,
    unplannedCents: lines[index]!.cents.unplannedCents!,
    unjustifiedAbsenceCents: lines[index]!.cents.unjustifiedAbsenceCents!,
    quotients: lines[index]!.quotients,
  }));
  return { ...shown, rows, missingQuotientRow: rows.findIndex(({ label }) => label === withoutQuotient) };
}
