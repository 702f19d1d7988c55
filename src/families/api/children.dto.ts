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
  /** `ALL`, `EVEN` (semaines paires) or `ODD` (semaines impaires), by ISO 8601 week numbers. @example "ALL" */
  weeks!: CustodyWeeks;
  @DayField()
  from!: Temporal.PlainDate;
  /** Last day, included; null: without end. */
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
  /** Of every household, by starting date. */
  custodies!: CustodyDto[];
  /** What the last import wished for the child. @example ["Cantine"] */
  wishedServices!: string[];
}

export class ChildHealthDto {
  /** @example 7 */
  childId!: number;
  /** Whether there is a PAI (projet d'accueil individualisé); what it says is not kept here. @example false */
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
  /** `F`, `M` or null. @example "M" */
  @IsOptional()
  @Typed({ max: 20 })
  sex?: string | null;
  /** School. @example 3 */
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
  /** Weeks in which the family has the child: `ALL` unless told. @example "ALL" */
  @MayBeAbsent()
  @IsIn(WEEKS)
  weeks?: CustodyWeeks;
  /** From when: the start of the school year unless told. */
  @MayBeAbsent()
  @DayField({ example: '2026-09-01' })
  from?: Temporal.PlainDate;
}

export class WantedCustodyDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  familyId!: number;
  /** `ALL`, `EVEN` or `ODD`. @example "EVEN" */
  @IsIn(WEEKS)
  weeks!: CustodyWeeks;
}

export class CustodyChangeDto {
  /** First day of the change; what held until then ends the day before. */
  @DayField()
  from!: Temporal.PlainDate;
  /** Who has the child from then on: one family all weeks, or one or two families by halves. */
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
