import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsPositive, ValidateNested } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, HourField, MomentField, Typed } from '../../platform/http/fields.js';
import { DECLARED_STATES, type DeclaredState, type RecordedState } from '../rules/roll-entry.js';

export class RollEntryDto {
  /** @example 42 */
  @IsInt()
  @IsPositive()
  childId!: number;

  /**
   * PRESENT without a reservation is recorded as PRESENT_UNPLANNED by itself.
   * @example "PRESENT"
   */
  @IsIn(DECLARED_STATES)
  state!: DeclaredState;

  @HourField({ optional: true, description: 'When the child came, on the wall clock.', example: '16:30' })
  arrivedAt?: string | null;

  @HourField({ optional: true, description: 'When the child left.', example: '18:10' })
  leftAt?: string | null;

  /**
   * Why what was recorded before is changed; kept with the former state.
   * @example "certificat médical remis le 12"
   */
  @IsOptional()
  @Typed({ max: 200 })
  reason?: string | null;
}

export class RecordRollDto {
  /** Children who came or did not; those left out stay as they are. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RollEntryDto)
  entries?: RollEntryDto[];

  /**
   * Everyone expected, not named in `entries` and not recorded yet, came.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  allPresent?: boolean;
}

export class RecordedAttendanceDto {
  /** PRESENT, PRESENT_UNPLANNED (came without a reservation), ABSENT_JUSTIFIED or ABSENT_UNJUSTIFIED. */
  state!: RecordedState;

  /** `HH:MM`. @example "16:30" */
  arrivedAt!: string | null;

  /** `HH:MM`. @example "18:10" */
  leftAt!: string | null;

  @MomentField({ description: 'When it was recorded, or corrected last.' })
  recordedAt!: Temporal.Instant;
}

export class RollChildDto {
  childId!: number;
  /** @example "MOREAU" */
  lastName!: string;
  /** @example "Léa" */
  firstName!: string;
  /** @example "CE2" */
  className!: string | null;

  /**
   * What the kitchen serves.
   * @example "Sans porc"
   */
  menu!: string;

  /** The child has a PAI. Null for those who do not look after children; each look is audited. */
  hasPai!: boolean | null;

  /** The foyer or the mairie said that the child would not come. Who is there all the same is pointed present. */
  announcedAbsent!: boolean;

  /** Null while nothing is recorded. */
  attendance!: RecordedAttendanceDto | null;
}

export class RollDto {
  sessionId!: number;

  @DayField()
  date!: Temporal.PlainDate;

  prestationId!: number;

  /** @example "Cantine" */
  prestation!: string;

  /** The mairie called the session off: nobody is to be pointed. */
  calledOff!: boolean;

  /** Children with a reservation, by name. */
  expected!: RollChildDto[];

  /** Enrolled children without a reservation, and those who came all the same. */
  others!: RollChildDto[];
}

export class RollCorrectionDto {
  childId!: number;
  formerState!: RecordedState;
  newState!: RecordedState;
  /** `HH:MM`. @example "16:30" */
  formerArrivedAt!: string | null;
  /** `HH:MM`. @example "18:10" */
  formerLeftAt!: string | null;
  /** As it was typed by who corrected. @example "Erreur de prénom" */
  reason!: string | null;
  /** @example "Nadia Benali" */
  correctedBy!: string | null;
  @MomentField()
  correctedAt!: Temporal.Instant;
}

export class SessionToPointDto {
  sessionId!: number;

  @DayField()
  date!: Temporal.PlainDate;

  prestationId!: number;

  /** @example "Garderie du soir" */
  prestation!: string;

  siteId!: number;

  /** Children with a reservation. */
  expected!: number;

  /** Those of whom nothing is recorded yet. */
  missing!: number;
}

export class FamilyAttendanceDto {
  @DayField()
  date!: Temporal.PlainDate;

  childId!: number;
  /** @example "Léa" */
  firstName!: string;
  sessionId!: number;
  prestationId!: number;

  /** @example "Cantine" */
  prestation!: string;

  state!: RecordedState;

  /** `HH:MM`. @example "16:30" */
  arrivedAt!: string | null;

  /** `HH:MM`. @example "18:10" */
  leftAt!: string | null;
}
