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
  /** Where it happens. @example 3 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId!: number;

  /** What families read; unique on the site. @example "Cantine" */
  @Typed({ max: 60 })
  name!: string;

  /** @example "CANTEEN" */
  @IsIn(PRESTATION_KINDS)
  kind!: PrestationKind;

  @WeekdaysField()
  @ArrayNotEmpty({ message: 'au moins un jour de la semaine est attendu.' })
  @ArrayUnique()
  weekdays!: Weekday[];

  /** On school days, in the school holidays, or both. @example "SCHOOL_DAYS" */
  @IsIn(RUNS_ON)
  runsOn!: RunsOn;

  @HourField({ optional: true, example: '11:45' })
  startsAt?: string | null;

  @HourField({ optional: true, example: '13:30' })
  endsAt?: string | null;

  /** Places of each session that is planned from now on. @example 80 */
  @IsInt()
  @Min(0)
  @Max(100_000)
  places!: number;

  /**
   * C: at consumption (the default). R (at booking) is refused until payments at booking are offered.
   * @example "C"
   */
  @IsOptional()
  @IsIn(PAYMENT_MODES)
  paymentMode?: PaymentMode;

  /** Its headcount goes to the kitchen, by menu type. @example true */
  @IsOptional()
  @IsBoolean()
  ordersMeals?: boolean;

  /** Where the headcount goes; that of the collectivité unless told. @example "cuisine@valmont.example" */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  kitchenEmail?: string | null;

  /** Imputation M57, nature. @example "7067" */
  @Matches(IMPUTATION, { message: NOT_AN_IMPUTATION })
  budgetNature!: string;

  /** Imputation M57, function. @example "281" */
  @IsOptional()
  @Matches(IMPUTATION, { message: NOT_AN_IMPUTATION })
  budgetFunction?: string | null;

  /** Whether CESU pay for it. @example false */
  @IsOptional()
  @IsBoolean()
  cesuAccepted?: boolean;

  /** Children of any school may be enrolled, not only those of the site. @example false */
  @IsOptional()
  @IsBoolean()
  openToAllSites?: boolean;

  /**
   * By which rule children are looked after. NONE: no national ratio (a canteen, a garderie that is not declared).
   * DECLARED: an accueil de loisirs; DECLARED_PEDT: within a projet éducatif territorial. Absent or null: what the kind
   * usually is.
   * @example "DECLARED_PEDT"
   */
  @IsOptional()
  @IsIn(SUPERVISIONS)
  supervision?: Supervision | null;

  /** Staff planned for each session that is not given its own number. @example 4 */
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

  /** Null takes it away. */
  @HourField({ optional: true, example: '11:45' })
  startsAt?: string | null;

  /** Null takes it away. */
  @HourField({ optional: true, example: '13:30' })
  endsAt?: string | null;

  /** Places of each session that is planned from now on. @example 80 */
  @ValidateIf((_, value) => value !== undefined)
  @IsInt()
  @Min(0)
  @Max(100_000)
  places?: number;

  /** R (at booking) is refused until payments at booking are offered. @example "C" */
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(PAYMENT_MODES)
  paymentMode?: PaymentMode;

  /** @example true */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  ordersMeals?: boolean;

  /** Null: that of the collectivité. @example "cuisine@valmont.example" */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  kitchenEmail?: string | null;

  /** @example "7067" */
  @ValidateIf((_, value) => value !== undefined)
  @Matches(IMPUTATION, { message: NOT_AN_IMPUTATION })
  budgetNature?: string;

  /** Null takes it away. @example "281" */
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

  /** Null: what the kind usually is. @example "DECLARED_PEDT" */
  @IsOptional()
  @IsIn(SUPERVISIONS)
  supervision?: Supervision | null;

  /** Staff planned for each session that is not given its own number; null: not noted. @example 4 */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  plannedStaff?: number | null;

  /** Out of use: nothing new is planned or enrolled, and families no longer read it. @example false */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  archived?: boolean;
}

export class PrestationsQuery {
  /** Only the prestations of this site. @example "3" */
  @IsOptional()
  @Matches(/^[1-9]\d{0,9}$/, { message: 'le numéro d’un site est attendu.' })
  siteId?: string;

  /** `true`: the archived ones too. @example "false" */
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
  /** By which rule children are looked after; null: what the kind usually is. @example "DECLARED_PEDT" */
  supervision!: Supervision | null;
  /** @example 4 */
  plannedStaff!: number | null;
  /** @example false */
  archived!: boolean;
}

export class CreatedPrestationDto extends PrestationDto {
  /** Children enrolled at once, because the import of families had wished it. @example 42 */
  enrolledFromWishes!: number;
}

export function prestationDto(row: PrestationRow): PrestationDto {
  const { collectiviteId: _collectivite, nameKey: _key, createdAt: _created, ...shown } = row;
  return { ...shown, weekdays: weekdaysOf(row) };
}
