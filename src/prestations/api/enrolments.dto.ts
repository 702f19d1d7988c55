import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, Typed } from '../../platform/http/fields.js';
import { SupplementsField } from '../../reglement/index.js';
import type { Enrolled } from '../actions/enrolments/enrol-children.js';
import type { ListedEnrolment } from '../actions/enrolments/list-enrolments.js';
import type { EnrolmentRow } from '../data/enrolment.entity.js';

export class NewEnrolmentDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  childId!: number;

  @DayField({ description: 'Premier jour où l’enfant peut utiliser la prestation.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ optional: true, description: 'Le dernier, compris ; absent : sans fin.', example: '2027-07-03' })
  to?: Temporal.PlainDate | null;

  /** Jours par semaine où l’enfant doit venir, quand le prix en dépend. @example 4 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  daysPerWeek?: number | null;

  @SupplementsField('Suppléments du tarif que l’enfant prend à chaque venue ; chaque jour réservé peut en décider.', {
    optional: true,
  })
  supplements?: string[] | null;
}

/** Whom: `childIds`, or the children of `siteId` (the prestation's own unless told), or of its class `className`. */
export class EnrolmentBatchDto {
  /** @example [12, 13] */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty({ message: 'au moins un enfant est attendu.' })
  @ArrayMaxSize(2000)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  childIds?: number[];

  /** @example 3 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  siteId?: number;

  /** Telle que l’écrivent les dossiers des enfants. @example "CE2" */
  @IsOptional()
  @Typed({ max: 40 })
  className?: string;

  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ optional: true, example: '2027-07-03' })
  to?: Temporal.PlainDate | null;
}

/** What is absent stays. */
export class EnrolmentChangesDto {
  @ValidateIf((_, value) => value !== undefined)
  @DayField({ example: '2026-09-01' })
  from?: Temporal.PlainDate;

  @DayField({ optional: true, description: 'Dernier jour, compris ; `null` : sans fin.', example: '2026-12-18' })
  to?: Temporal.PlainDate | null;

  /** Jours par semaine où l’enfant doit venir, quand le prix en dépend. @example 4 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  daysPerWeek?: number | null;

  @SupplementsField('Suppléments du tarif que l’enfant prend à chaque venue ; vide : aucun.', { optional: true })
  supplements?: string[] | null;
}

export class EnrolmentDto {
  /** @example 31 */
  id!: number;
  /** @example 12 */
  childId!: number;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
  /** Jours par semaine où l’enfant doit venir ; `null` quand personne ne l’a dit. @example 4 */
  daysPerWeek!: number | null;
  /** Suppléments du tarif que l’enfant prend à chaque venue, sauf les jours où la famille en décide autrement. */
  @ApiProperty({ type: [String], example: ['Goûter'] })
  supplements!: readonly string[];
}

export class ListedEnrolmentDto extends EnrolmentDto {
  /** @example "Léa" */
  childFirstName!: string;
  /** @example "MARTIN" */
  childLastName!: string;
  /** @example 3 */
  childSiteId!: number | null;
  /** @example "CE2" */
  className!: string | null;
}

export class AlreadyEnrolledDto {
  /** @example 13 */
  childId!: number;
  /** @example 30 */
  enrolmentId!: number;
}

/** What became of each child of a batch, by id. */
export class EnrolmentBatchResultDto {
  /** @example [12] */
  enrolled!: number[];
  /** Déjà inscrits à certaines de ces dates : rien n’est changé pour eux. */
  already!: AlreadyEnrolledDto[];
  /** La prestation n’est pas ouverte aux enfants de leur école. @example [] */
  ofAnotherSchool!: number[];
  /** Enfants inconnus ici. @example [] */
  unknown!: number[];
}

export function enrolmentDto({ id, childId, fromDate, toDate, daysPerWeek, supplements }: EnrolmentRow): EnrolmentDto {
  return {
    id,
    childId,
    from: fromDate,
    to: toDate,
    daysPerWeek,
    supplements: supplements ?? [],
  };
}

export function listedEnrolmentDto({ enrolment, child }: ListedEnrolment): ListedEnrolmentDto {
  return {
    ...enrolmentDto(enrolment),
    childFirstName: child.firstName,
    childLastName: child.lastName,
    childSiteId: child.siteId,
    className: child.className,
  };
}

export function batchResultDto({ enrolled, already, ofAnotherSchool, unknown }: Enrolled): EnrolmentBatchResultDto {
  return {
    enrolled: [...enrolled],
    already: already.map(({ childId, enrolment }) => ({ childId, enrolmentId: enrolment.id })),
    ofAnotherSchool: [...ofAnotherSchool],
    unknown: [...unknown],
  };
}
