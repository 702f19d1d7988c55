import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, Typed } from '../../platform/http/fields.js';
import type { ShownPool, ShownPoolDay } from '../actions/places/find-pools.js';
import { bandInFrench } from '../rules/place-pool.js';

const OLDEST = 25;

export class NewPlacePoolDto {
  /**
   * Avec son article, comme le lisent les familles : « complet : le réfectoire n’a plus de place ».
   * @example "le réfectoire"
   */
  @Typed({ max: 60 })
  name!: string;

  /** Les prestations qui y puisent. @example [7, 9] */
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins une prestation est attendue.' })
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  prestationIds!: number[];

  /**
   * Âge le plus bas qu’il accueille, en années révolues le jour de service ; absent ou `null` : sans borne.
   * @example null
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  ageFrom?: number | null;

  /** Premier âge qu’il n’accueille plus : 6 pour « les moins de 6 ans ». @example 6 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(OLDEST)
  ageUnder?: number | null;

  /** Places de chaque jour qui n’a pas reçu son propre nombre. @example 60 */
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

  /** Toutes. @example [7, 9] */
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins une prestation est attendue.' })
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  prestationIds?: number[];

  /** `null` retire la borne. @example null */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(OLDEST)
  ageFrom?: number | null;

  /** `null` retire la borne. @example 6 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(OLDEST)
  ageUnder?: number | null;

  /** De chaque jour, à partir d’aujourd’hui, qui n’a pas reçu son propre nombre. @example 66 */
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
  /** La tranche d’âge en français ; `null` quand il accueille tous les âges. @example "les moins de 6 ans" */
  ages!: string | null;
  /** @example 60 */
  places!: number;
}

export class PoolDaysQuery {
  @DayField({ description: 'Première date.', example: '2026-11-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernière date, comprise ; 400 jours au plus après la première.', example: '2026-11-30' })
  to!: Temporal.PlainDate;
}

export class PoolDayDto {
  @DayField()
  date!: Temporal.PlainDate;
  /** @example 60 */
  places!: number;
  /** @example 41 */
  taken!: number;
  /** Le jour a reçu son propre nombre : celui du groupe ne le change plus. @example false */
  ownPlaces!: boolean;
}

export class PoolDayPlacesDto {
  /** Jamais inférieur aux places prises. @example 48 */
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
