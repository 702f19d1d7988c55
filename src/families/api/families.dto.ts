import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { FamilyFile } from '../actions/show-family.js';
import type { FoundFamily } from '../actions/search-families.js';
import type { QuotientRow } from '../data/quotient.entity.js';
import { guardianCardOf } from '../actions/find-families.js';
import type { Civility } from '../rules/import-shape.js';
import { RESIDENCIES, type Residency } from '../rules/residency.js';
import { ChildDto, childDto, ChildNameDto } from './children.dto.js';

export class FamilySearchQuery extends PageQuery {
  /** Words of the family's name or number, of a child's names, or an adult's whole e-mail. @example "dufour nolan" */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

export class GuardianDto {
  /** @example 31 */
  guardianId!: number;
  /** 1 or 2. @example 1 */
  position!: number;
  /** `MADAME`, `MONSIEUR` or null. @example "MADAME" */
  civility!: Civility | null;
  /** @example "Claire" */
  firstName!: string;
  /** @example "MOREAU" */
  lastName!: string;
  /** @example "claire.moreau@example.org" */
  email!: string | null;
  /** @example "06 12 34 56 78" */
  phone!: string | null;
}

export class StaffGuardianDto extends GuardianDto {
  /** The adult's login; null until the invitation is accepted. @example 12 */
  accountId!: number | null;
}

export class QuotientDto {
  /** @example 5 */
  quotientId!: number;
  /** In hundredths: 642,50 is 64250. @example 64250 */
  hundredths!: number;
  @DayField()
  from!: Temporal.PlainDate;
  /** Last day, included; null: without end. */
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
}

export class FamilyListDto {
  /** @example 12 */
  familyId!: number;
  /** @example "1004" */
  externalRef!: string | null;
  /** @example "DUFOUR" */
  name!: string;
  /** @example ["8 rue des Lilas", "34120 VALMONT-SUR-ORLE"] */
  addressLines!: string[];
  guardians!: StaffGuardianDto[];
  children!: ChildNameDto[];
}

export class FamilyDto {
  /** @example 12 */
  familyId!: number;
  /** The family's number in the mairie's other software. @example "1004" */
  externalRef!: string | null;
  /** @example "DUFOUR" */
  name!: string;
  /** @example "8 rue des Lilas" */
  addressLine1!: string | null;
  /** @example "Bât. B" */
  addressLine2!: string | null;
  /** @example "34120" */
  postalCode!: string | null;
  /** @example "VALMONT-SUR-ORLE" */
  city!: string | null;
  /** @example "3550305" */
  allocataireNumber!: string | null;
  /** What the mairie decided, `RESIDENT` or `NON_RESIDENT`; null: told by the address. @example null */
  residency!: Residency | null;
  guardians!: StaffGuardianDto[];
  children!: ChildDto[];
  quotients!: QuotientDto[];
}

export class NewGuardianDto {
  /** `Madame` or `Monsieur`. @example "Madame" */
  @IsOptional()
  @Typed({ max: 20 })
  civility?: string | null;
  /** @example "MOREAU" */
  @Typed({ max: 60 })
  lastName!: string;
  /** @example "Claire" */
  @Typed({ max: 60 })
  firstName!: string;
  /** @example "claire.moreau@example.org" */
  @IsOptional()
  @Typed({ max: 254 })
  email?: string | null;
  /** @example "06 12 34 56 78" */
  @IsOptional()
  @Typed({ max: 30 })
  phone?: string | null;
}

/** What changes of an adult; what is absent stays, null takes away. */
export class ChangeGuardianDto {
  /** `Madame` or `Monsieur`. @example "Madame" */
  @IsOptional()
  @Typed({ max: 20 })
  civility?: string | null;
  /** @example "MOREAU" */
  @MayBeAbsent()
  @Typed({ max: 60 })
  lastName?: string;
  /** @example "Claire" */
  @MayBeAbsent()
  @Typed({ max: 60 })
  firstName?: string;
  /** @example "claire.moreau@example.org" */
  @IsOptional()
  @Typed({ max: 254 })
  email?: string | null;
  /** @example "06 12 34 56 78" */
  @IsOptional()
  @Typed({ max: 30 })
  phone?: string | null;
}

/** What changes of a family; what is absent stays, null takes away. */
export class ChangeFamilyDto {
  /** @example "DUFOUR" */
  @MayBeAbsent()
  @Typed({ max: 60 })
  name?: string;
  /** The family's number in the mairie's other software. @example "1004" */
  @IsOptional()
  @Typed({ max: 30 })
  externalRef?: string | null;
  /** @example "8 rue des Lilas" */
  @IsOptional()
  @Typed({ max: 100 })
  addressLine1?: string | null;
  /** @example "Bât. B" */
  @IsOptional()
  @Typed({ max: 100 })
  addressLine2?: string | null;
  /** @example "34120" */
  @IsOptional()
  @Typed({ max: 5 })
  postalCode?: string | null;
  /** @example "VALMONT-SUR-ORLE" */
  @IsOptional()
  @Typed({ max: 60 })
  city?: string | null;
  /** @example "3550305" */
  @IsOptional()
  @Typed({ max: 20 })
  allocataireNumber?: string | null;
  /** Whether prices are those of the commune’s people; null: told by the address. @example "NON_RESIDENT" */
  @IsOptional()
  @IsIn(RESIDENCIES)
  residency?: Residency | null;
}

export class NewFamilyDto extends ChangeFamilyDto {
  /** @example "DUFOUR" */
  @Typed({ max: 60 })
  declare name: string;
  /** One or two adults. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => NewGuardianDto)
  guardians!: NewGuardianDto[];
}

export class TypedQuotientDto {
  /** As on the attestation: 642, 642,50 or 1 642,50. @example "642,50" */
  @Typed({ max: 20 })
  value!: string;
  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;
  /** Last day, included; absent: without end. */
  @DayField({ optional: true, example: '2027-08-31' })
  to?: Temporal.PlainDate | null;
}

export function familyListDto({ familyId, externalRef, name, addressLines, guardians, children }: FoundFamily) {
  return {
    familyId,
    externalRef,
    name,
    addressLines: [...addressLines],
    guardians: [...guardians],
    children: [...children],
  } satisfies FamilyListDto;
}

export function familyDto({ family, guardians, children, quotients }: FamilyFile): FamilyDto {
  const { id, externalRef, name, addressLine1, addressLine2, postalCode, city, allocataireNumber, residency } = family;
  return {
    familyId: id,
    ...{ externalRef, name, addressLine1, addressLine2, postalCode, city, allocataireNumber, residency },
    guardians: guardians.map(guardianCardOf),
    children: children.map(childDto),
    quotients: quotients.map(quotientDto),
  };
}

export function quotientDto({ id, valueHundredths, fromDate, toDate }: QuotientRow): QuotientDto {
  return { quotientId: id, hundredths: valueHundredths, from: fromDate, to: toDate };
}
