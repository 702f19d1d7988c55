import {
  ArrayNotEmpty,
  ArrayUnique,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { Weekday } from '../../kernel/civil-time.js';
import { HourField, Typed, WeekdaysField } from '../../platform/http/fields.js';
import type { PrestationRow } from '../data/prestation.entity.js';
import { PAYMENT_MODES, type PaymentMode, PRESTATION_KINDS, type PrestationKind } from '../rules/prestation-kind.js';
import { RUNS_ON, type RunsOn } from '../../reglement/index.js';
import { type Supervision, SUPERVISIONS } from '../rules/staff-ratio.js';
import { weekdaysOf } from '../rules/weekdays.js';

const IMPUTATION = /^\d{2,10}$/;
const NOT_AN_IMPUTATION = 'une imputation M57 est attendue, en chiffres, par exemple 7067.';

export class NewPrestationDto {
  /** Là où elle a lieu. @example 3 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId!: number;

  /** Ce que lisent les familles ; unique sur le site. @example "Cantine" */
  @Typed({ max: 60 })
  name!: string;

  /** @example "CANTEEN" */
  @IsIn(PRESTATION_KINDS)
  kind!: PrestationKind;

  @WeekdaysField()
  @ArrayNotEmpty({ message: 'au moins un jour de la semaine est attendu.' })
  @ArrayUnique()
  weekdays!: Weekday[];

  /** Les jours d’école, pendant les vacances scolaires, ou les deux. @example "SCHOOL_DAYS" */
  @IsIn(RUNS_ON)
  runsOn!: RunsOn;

  @HourField({ optional: true, example: '11:45' })
  startsAt?: string | null;

  @HourField({ optional: true, example: '13:30' })
  endsAt?: string | null;

  /** Places de chaque séance planifiée désormais. @example 80 */
  @IsInt()
  @Min(0)
  @Max(100_000)
  places!: number;

  /**
   * `C` : à la consommation (sans précision). `R` (à la réservation) est refusé tant que le paiement à la réservation
   * n’est pas proposé.
   * @example "C"
   */
  @IsOptional()
  @IsIn(PAYMENT_MODES)
  paymentMode?: PaymentMode;

  /** Ses effectifs partent à la cuisine, par type de menu. @example true */
  @IsOptional()
  @IsBoolean()
  ordersMeals?: boolean;

  /** Où partent les effectifs ; à l’adresse de la collectivité sans précision. @example "cuisine@valmont.example" */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  kitchenEmail?: string | null;

  /** Imputation M57, nature. @example "7067" */
  @Matches(IMPUTATION, { message: NOT_AN_IMPUTATION })
  budgetNature!: string;

  /** Imputation M57, fonction. @example "281" */
  @IsOptional()
  @Matches(IMPUTATION, { message: NOT_AN_IMPUTATION })
  budgetFunction?: string | null;

  /** Si les CESU permettent de la payer. @example false */
  @IsOptional()
  @IsBoolean()
  cesuAccepted?: boolean;

  /** Les enfants de toutes les écoles peuvent être inscrits, pas seulement ceux du site. @example false */
  @IsOptional()
  @IsBoolean()
  openToAllSites?: boolean;

  /**
   * La règle d’encadrement des enfants. `NONE` : aucun taux national (une cantine, une garderie non déclarée).
   * `DECLARED` : un accueil de loisirs ; `DECLARED_PEDT` : dans le cadre d’un projet éducatif territorial. Absent ou
   * `null` : ce qui est habituel pour ce genre de prestation.
   * @example "DECLARED_PEDT"
   */
  @IsOptional()
  @IsIn(SUPERVISIONS)
  supervision?: Supervision | null;

  /** Personnel prévu pour chaque séance qui n’a pas reçu son propre nombre. @example 4 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  plannedStaff?: number | null;
}

/** What is absent stays. Sessions already planned keep their places and their instants. */
export class PrestationChangesDto {
  /** @example "Restaurant scolaire" */
  @ValidateIf((_, value) => value !== undefined)
  @Typed({ max: 60 })
  name?: string;

  /** @example "CANTEEN" */
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(PRESTATION_KINDS)
  kind?: PrestationKind;

  @ValidateIf((_, value) => value !== undefined)
  @WeekdaysField()
  @ArrayNotEmpty({ message: 'au moins un jour de la semaine est attendu.' })
  @ArrayUnique()
  weekdays?: Weekday[];

  /** @example "SCHOOL_DAYS" */
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(RUNS_ON)
  runsOn?: RunsOn;

  /** `null` le retire. */
  @HourField({ optional: true, example: '11:45' })
  startsAt?: string | null;

  /** `null` le retire. */
  @HourField({ optional: true, example: '13:30' })
  endsAt?: string | null;

  /** Places de chaque séance planifiée désormais. @example 80 */
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(0)
  @Max(100_000)
  places?: number;

  /** `R` (à la réservation) est refusé tant que le paiement à la réservation n’est pas proposé. @example "C" */
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(PAYMENT_MODES)
  paymentMode?: PaymentMode;

  /** @example true */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  ordersMeals?: boolean;

  /** `null` : celle de la collectivité. @example "cuisine@valmont.example" */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  kitchenEmail?: string | null;

  /** @example "7067" */
  @ValidateIf((_, value) => value !== undefined)
  @Matches(IMPUTATION, { message: NOT_AN_IMPUTATION })
  budgetNature?: string;

  /** `null` le retire. @example "281" */
  @IsOptional()
  @Matches(IMPUTATION, { message: NOT_AN_IMPUTATION })
  budgetFunction?: string | null;

  /** @example false */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  cesuAccepted?: boolean;

  /** @example false */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  openToAllSites?: boolean;

  /** `null` : ce qui est habituel pour ce genre de prestation. @example "DECLARED_PEDT" */
  @IsOptional()
  @IsIn(SUPERVISIONS)
  supervision?: Supervision | null;

  /** Personnel prévu pour chaque séance qui n’a pas reçu son propre nombre ; `null` : pas noté. @example 4 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  plannedStaff?: number | null;

  /**
   * Hors d’usage : plus de nouvelle séance ni de nouvelle inscription, et les familles ne la lisent plus.
   * @example false
   */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  archived?: boolean;
}

export class PrestationsQuery {
  /** Seulement les prestations de ce site. @example "3" */
  @IsOptional()
  @Matches(/^[1-9]\d{0,9}$/, { message: 'le numéro d’un site est attendu.' })
  siteId?: string;

  /** `true` : les archivées aussi. @example "false" */
  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
}

export class PrestationDto {
  /** @example 7 */
  id!: number;
  /** @example 3 */
  siteId!: number;
  /** @example "Cantine" */
  name!: string;
  /** @example "CANTEEN" */
  kind!: PrestationKind;
  /** @example ["MO", "TU", "TH", "FR"] */
  weekdays!: Weekday[];
  /** @example "SCHOOL_DAYS" */
  runsOn!: RunsOn;
  /** @example "11:45" */
  startsAt!: string | null;
  /** @example "13:30" */
  endsAt!: string | null;
  /** @example 80 */
  places!: number;
  /** @example "C" */
  paymentMode!: PaymentMode;
  /** @example true */
  ordersMeals!: boolean;
  /** @example "cuisine@valmont.example" */
  kitchenEmail!: string | null;
  /** @example "7067" */
  budgetNature!: string;
  /** @example "281" */
  budgetFunction!: string | null;
  /** @example false */
  cesuAccepted!: boolean;
  /** @example false */
  openToAllSites!: boolean;
  /**
   * La règle d’encadrement des enfants ; `null` : ce qui est habituel pour ce genre de prestation.
   * @example "DECLARED_PEDT"
   */
  supervision!: Supervision | null;
  /** @example 4 */
  plannedStaff!: number | null;
  /** @example false */
  archived!: boolean;
}

export class CreatedPrestationDto extends PrestationDto {
  /** Enfants inscrits aussitôt, parce que l’import des familles l’avait souhaité. @example 42 */
  enrolledFromWishes!: number;
}

export function prestationDto(row: PrestationRow): PrestationDto {
  const { collectiviteId: _collectivite, nameKey: _key, createdAt: _created, ...shown } = row;
  return { ...shown, weekdays: weekdaysOf(row) };
}
