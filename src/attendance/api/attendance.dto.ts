import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsPositive,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, HourField, MomentField, Typed } from '../../platform/http/fields.js';
import { DECLARED_STATES, type DeclaredState, type RecordedState } from '../rules/roll-entry.js';

export class RollEntryDto {
  /** @example 42 */
  @IsInt()
  @IsPositive()
  childId!: number;

  /**
   * Un enfant `PRESENT` sans réservation est enregistré de lui-même comme `PRESENT_UNPLANNED` (présent non prévu).
   * @example "PRESENT"
   */
  @IsIn(DECLARED_STATES)
  state!: DeclaredState;

  @HourField({ optional: true, description: 'Heure d’arrivée de l’enfant, à l’heure locale.', example: '16:30' })
  arrivedAt?: string | null;

  @HourField({ optional: true, description: 'Heure de départ de l’enfant.', example: '18:10' })
  leftAt?: string | null;

  /**
   * Pourquoi le pointage précédent est modifié ; conservé avec l’ancien état.
   * @example "certificat médical remis le 12"
   */
  @IsOptional()
  @Typed({ max: 200 })
  reason?: string | null;
}

export class RecordRollDto {
  /** Les enfants venus ou non ; ceux qui ne sont pas nommés restent tels quels. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RollEntryDto)
  entries?: RollEntryDto[];

  /**
   * Tous les enfants attendus, absents de `entries` et pas encore pointés, sont venus ; ceux dont l’absence est annoncée
   * restent à pointer.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  allPresent?: boolean;
}

export class ReasonedEntryDto extends OmitType(RollEntryDto, ['reason']) {
  /**
   * Pourquoi ce qui a été facturé n’est pas ce qui s’est passé ; conservé avec l’ancien état.
   * @example "oubli de pointage signalé par l’animatrice"
   */
  @Typed({ max: 200 })
  reason!: string;
}

export class CorrectRollDto {
  /** Les enfants dont le pointage change, avec la raison de chacun. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ReasonedEntryDto)
  entries!: ReasonedEntryDto[];
}

export class RecordedAttendanceDto {
  /**
   * `PRESENT` (présent), `PRESENT_UNPLANNED` (venu sans réservation), `ABSENT_JUSTIFIED` (absent justifié) ou
   * `ABSENT_UNJUSTIFIED` (absent injustifié).
   */
  state!: RecordedState;

  /** `HH:MM`. @example "16:30" */
  arrivedAt!: string | null;

  /** `HH:MM`. @example "18:10" */
  leftAt!: string | null;

  @MomentField({ description: 'Quand l’enfant a été pointé, ou le pointage corrigé pour la dernière fois.' })
  recordedAt!: Temporal.Instant;
}

export class RollPersonDto {
  /** @example "MARTIN" */
  lastName!: string;
  /** @example "Jeanne" */
  firstName!: string;
  /** @example "grand-mère" */
  relation!: string;
  /** @example "06 12 34 56 78" */
  phone!: string;
}

export class RollChildDto {
  childId!: number;
  /** @example "MOREAU" */
  lastName!: string;
  /** @example "Léa" */
  firstName!: string;
  /** @example "CE2" */
  className!: string | null;

  /** Ce que la cuisine sert. @example "Sans porc" */
  menu!: string;

  /** Les suppléments réservés ce jour-là. */
  @ApiProperty({ type: [String], example: ['Goûter'] })
  supplements!: readonly string[];

  /** L’enfant a un PAI. `null` pour ceux qui ne s’occupent pas des enfants ; chaque consultation est tracée. */
  hasPai!: boolean | null;

  /** À qui l’enfant peut être remis, outre ses responsables ; `null` pour ceux qui ne s’occupent pas des enfants. */
  authorisedPersons!: RollPersonDto[] | null;

  /** À qui il ne doit pas l’être, quoi que dise un foyer ; `null` pour les mêmes. */
  @ApiProperty({ type: [String], nullable: true, example: ['Paul DURAND'] })
  barredPersons!: string[] | null;

  /** Le foyer ou la mairie a dit que l’enfant ne viendrait pas. Qui est là malgré tout est pointé présent. */
  announcedAbsent!: boolean;

  /** `null` tant que rien n’est pointé. */
  attendance!: RecordedAttendanceDto | null;
}

export class RollDto {
  sessionId!: number;

  @DayField()
  date!: Temporal.PlainDate;

  prestationId!: number;

  /** @example "Cantine" */
  prestation!: string;

  /** La mairie a annulé la séance : il n’y a personne à pointer. */
  calledOff!: boolean;

  /** Enfants qui ont une réservation, par nom. */
  expected!: RollChildDto[];

  /** Enfants inscrits sans réservation, et ceux qui sont venus malgré tout. */
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
  /** Tel que l’a saisi l’auteur de la correction. @example "Erreur de prénom" */
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

  /** Enfants qui ont une réservation. */
  expected!: number;

  /** Ceux pour qui rien n’est encore pointé. */
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
