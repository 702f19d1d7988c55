import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, Typed } from '../../platform/http/fields.js';
import type { ChildFile } from '../actions/show-family.js';
import type { CustodyWeeks } from '../rules/custody.js';
import type { Sex } from '../rules/import-shape.js';

const WEEKS = ['ALL', 'EVEN', 'ODD'] as const satisfies readonly CustodyWeeks[];

export class ChildNameDto {
  /** @example 7 */
  childId!: number;
  /** @example "Nolan" */
  firstName!: string;
  /** @example "DUFOUR" */
  lastName!: string;
}

export class CustodyDto {
  /** @example 12 */
  familyId!: number;
  /**
   * `ALL` (toutes les semaines), `EVEN` (semaines paires) ou `ODD` (semaines impaires), selon les numéros de semaine
   * ISO 8601.
   * @example "ALL"
   */
  weeks!: CustodyWeeks;
  @DayField()
  from!: Temporal.PlainDate;
  /** Dernier jour, compris ; `null` : sans fin. */
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
}

/** Nothing about health: see the child's health, whose every look is audited. */
export class ChildDto extends ChildNameDto {
  @DayField({ example: '2018-04-12' })
  birthDate!: Temporal.PlainDate;
  /** @example "F" */
  sex!: Sex | null;
  /** @example 3 */
  siteId!: number | null;
  /** @example "École Jean-Moulin" */
  siteName!: string | null;
  /** @example "CE2" */
  className!: string | null;
  /** @example 1 */
  menuTypeId!: number;
  /** @example "Standard" */
  menuLabel!: string;
  /** De tous les foyers, par date de début. */
  custodies!: CustodyDto[];
  /** Ce que le dernier import souhaitait pour l’enfant. @example ["Cantine"] */
  wishedServices!: string[];
}

export class ChildHealthDto {
  /** @example 7 */
  childId!: number;
  /** S’il existe un PAI (projet d’accueil individualisé) ; son contenu n’est pas conservé ici. @example false */
  hasPai!: boolean;
}

/** What changes of a child; what is absent stays, null takes away. */
export class ChangeChildDto {
  /** @example "DUFOUR" */
  @MayBeAbsent()
  @Typed({ max: 60 })
  lastName?: string;
  /** @example "Nolan" */
  @MayBeAbsent()
  @Typed({ max: 60 })
  firstName?: string;
  @MayBeAbsent()
  @DayField({ example: '2018-04-12' })
  birthDate?: Temporal.PlainDate;
  /** `F`, `M` ou `null`. @example "M" */
  @IsOptional()
  @Typed({ max: 20 })
  sex?: string | null;
  /** École. @example 3 */
  @IsOptional()
  @IsInt()
  @Min(1)
  siteId?: number | null;
  /** @example "CE2" */
  @IsOptional()
  @Typed({ max: 40 })
  className?: string | null;
  /** @example 1 */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  menuTypeId?: number;
  /** @example false */
  @MayBeAbsent()
  @IsBoolean()
  hasPai?: boolean;
}

export class NewChildDto extends ChangeChildDto {
  /** @example "DUFOUR" */
  @Typed({ max: 60 })
  declare lastName: string;
  /** @example "Nolan" */
  @Typed({ max: 60 })
  declare firstName: string;
  @DayField({ example: '2018-04-12' })
  declare birthDate: Temporal.PlainDate;
  /** Semaines où la famille a l’enfant : `ALL` (toutes) sans précision. @example "ALL" */
  @MayBeAbsent()
  @IsIn(WEEKS)
  weeks?: CustodyWeeks;
  /** À partir de quand : le début de l’année scolaire sans précision. */
  @MayBeAbsent()
  @DayField({ example: '2026-09-01' })
  from?: Temporal.PlainDate;
}

export class WantedCustodyDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  familyId!: number;
  /** `ALL` (toutes les semaines), `EVEN` (semaines paires) ou `ODD` (semaines impaires). @example "EVEN" */
  @IsIn(WEEKS)
  weeks!: CustodyWeeks;
}

export class CustodyChangeDto {
  /** Premier jour du changement ; ce qui valait jusque-là se termine la veille. */
  @DayField()
  from!: Temporal.PlainDate;
  /** Qui a l’enfant à partir de là : une famille toutes les semaines, ou une ou deux familles une semaine sur deux. */
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => WantedCustodyDto)
  custodies!: WantedCustodyDto[];
}

export function childDto({ child, siteName, menuLabel, custodies }: ChildFile): ChildDto {
  const { id, firstName, lastName, birthDate, sex, siteId, className, menuTypeId, wishedServices } = child;
  return {
    childId: id,
    ...{ firstName, lastName, birthDate, sex, siteId, siteName, className, menuTypeId, menuLabel },
    custodies: custodies.map(({ familyId, weeks, fromDate, toDate }) => ({
      familyId,
      weeks,
      from: fromDate,
      to: toDate,
    })),
    wishedServices: [...(wishedServices ?? [])],
  };
}
