import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, Typed } from '../../platform/http/fields.js';
import type { ShownPool, ShownPoolDay } from '../actions/find-pools.js';
import { bandInFrench } from '../rules/place-pool.js';

const OLDEST = 25;

export class NewPlacePoolDto {
  /** With its article, as families read it: « complet : le réfectoire n’a plus de place ». @example "le réfectoire" */
  @Typed({ max: 60 })
  name!: string;

  /** The prestations that draw on it. @example [7, 9] */
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins une prestation est attendue.' })
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  prestationIds!: number[];

  /** Youngest age that it holds, in whole years on the day of service; absent or null: no bound. @example null */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  ageFrom?: number | null;

  /** First age that it no longer holds: 6 for « les moins de 6 ans ». @example 6 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(OLDEST)
  ageUnder?: number | null;

  /** Places of each day that is not given its own number. @example 60 */
  @IsInt()
  @Min(0)
  @Max(100_000)
  places!: number;
}

/** What is absent stays. Who has a place already is counted again, from today on. */
export class PlacePoolChangesDto {
  /** @example "le réfectoire" */
  @MayBeAbsent()
  @Typed({ max: 60 })
  name?: string;

  /** All of them. @example [7, 9] */
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins une prestation est attendue.' })
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  prestationIds?: number[];

  /** Null takes the bound away. @example null */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  ageFrom?: number | null;

  /** Null takes the bound away. @example 6 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(OLDEST)
  ageUnder?: number | null;

  /** Of each day from today on that was not given its own number. @example 66 */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(100_000)
  places?: number;
}

export class PlacePoolDto {
  /** @example 4 */
  id!: number;
  /** @example "le réfectoire" */
  name!: string;
  /** @example [7, 9] */
  prestationIds!: number[];
  /** @example null */
  ageFrom!: number | null;
  /** @example 6 */
  ageUnder!: number | null;
  /** The band in French; null where it holds every age. @example "les moins de 6 ans" */
  ages!: string | null;
  /** @example 60 */
  places!: number;
}

export class PoolDaysQuery {
  @DayField({ description: 'Première date.', example: '2026-11-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Last date, included; 400 days after the first at most.', example: '2026-11-30' })
  to!: Temporal.PlainDate;
}

export class PoolDayDto {
  @DayField()
  date!: Temporal.PlainDate;
  /** @example 60 */
  places!: number;
  /** @example 41 */
  taken!: number;
  /** The day was given its own number: that of the pool no longer changes it. @example false */
  ownPlaces!: boolean;
}

export class PoolDayPlacesDto {
  /** Never below the places taken. @example 48 */
  @IsInt()
  @Min(0)
  @Max(100_000)
  places!: number;
}

export function placePoolDto({ id, name, prestationIds, ageFrom, ageUnder, places }: ShownPool): PlacePoolDto {
  const ages = bandInFrench({ ageFrom, ageUnder });
  return { id, name, prestationIds: [...prestationIds], ageFrom, ageUnder, ages, places };
}

export function poolDayDto({ date, places, taken, ownPlaces }: ShownPoolDay): PoolDayDto {
  return { date, places, taken, ownPlaces };
}
