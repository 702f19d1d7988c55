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

  /** First quotient of the row, at most two decimals. @example 400.5 */
  @IsNumber()
  quotientMin!: number;

  /** First quotient beyond the row, at most two decimals; null for the last row. @example 642.5 */
  @ValidateIf((_, value) => value !== null)
  @IsNumber()
  quotientMax!: number | null;

  /** Booked and came, in cents. @example 350 */
  @IsInt()
  @Max(1_000_000)
  unitCents!: number;

  /** Came without a booking, in cents. @example 500 */
  @IsInt()
  @Max(1_000_000)
  unplannedCents!: number;

  /** Booked, did not come, without a valid reason, in cents. @example 350 */
  @IsInt()
  @Max(1_000_000)
  unjustifiedAbsenceCents!: number;
}

export class NewTariffDto {
  @DayField({ description: 'First day of service that it prices.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({
    optional: true,
    description: 'Last one, included; absent: until another replaces it.',
    example: '2027-08-31',
  })
  to?: Temporal.PlainDate | null;

  @TariffField('The tariff, in any form of the language. Either this or `rows`.')
  tariff?: object;

  @ApiPropertyOptional({
    description:
      'Or a grid by quotient alone: rows in rising order, from 0 and without gap, the last one without upper end.',
    example: ROWS_EXAMPLE,
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins une tranche est attendue.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => TariffRowDto)
  rows?: TariffRowDto[];

  /** Rank (from 0) of the row for families whose quotient is unknown; the last one unless told. @example 1 */
  @IsOptional()
  @IsInt()
  @Min(0)
  missingQuotientRow?: number;

  /** Ends the version without end that holds now on the day before this one starts. @example false */
  @IsOptional()
  @IsBoolean()
  replacePrevious?: boolean;
}

export class ShownTariffRowDto extends TariffRowDto {
  /** What families read. @example "QF de 400 à moins de 642,5" */
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
  /** The rows, when the tariff is one grid by QF; empty for the other forms. */
  rows!: ShownTariffRowDto[];
  /** Rank (from 0) of the row for families whose quotient is unknown; null for the other forms. @example 1 */
  missingQuotientRow!: number | null;
}

export class AddedTariffDto extends TariffDto {
  /** The version that this one replaced; null when none. @example null */
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
