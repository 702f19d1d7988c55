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
  /**
   * Mots du nom ou numéro de la famille, des nom et prénom d’un enfant, ou adresse électronique entière d’un adulte.
   * @example "dufour nolan"
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

export class GuardianDto {
  /** @example 31 */
  guardianId!: number;
  /** 1 ou 2. @example 1 */
  position!: number;
  /** `MADAME`, `MONSIEUR` ou `null`. @example "MADAME" */
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
  /** L’identifiant de connexion de l’adulte ; `null` tant que l’invitation n’est pas acceptée. @example 12 */
  accountId!: number | null;
}

export class QuotientDto {
  /** @example 5 */
  quotientId!: number;
  /** En centièmes : 642,50 s’écrit 64250. @example 64250 */
  hundredths!: number;
  @DayField()
  from!: Temporal.PlainDate;
  /** Dernier jour, compris ; `null` : sans fin. */
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
  /** Le numéro de la famille dans l’autre logiciel de la mairie. @example "1004" */
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
  /**
   * Ce que la mairie a décidé, `RESIDENT` (habitant) ou `NON_RESIDENT` (hors commune) ; `null` : l’adresse le dit.
   * @example null
   */
  residency!: Residency | null;
  guardians!: StaffGuardianDto[];
  children!: ChildDto[];
  quotients!: QuotientDto[];
}

export class NewGuardianDto {
  /** `Madame` ou `Monsieur`. @example "Madame" */
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
  /** `Madame` ou `Monsieur`. @example "Madame" */
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
  /** Le numéro de la famille dans l’autre logiciel de la mairie. @example "1004" */
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
  /** Si les prix sont ceux des habitants de la commune ; `null` : l’adresse le dit. @example "NON_RESIDENT" */
  @IsOptional()
  @IsIn(RESIDENCIES)
  residency?: Residency | null;
}

export class NewFamilyDto extends ChangeFamilyDto {
  /** @example "DUFOUR" */
  @Typed({ max: 60 })
  declare name: string;
  /** Un ou deux adultes. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => NewGuardianDto)
  guardians!: NewGuardianDto[];
}

export class TypedQuotientDto {
  /** Comme sur l’attestation : 642, 642,50 ou 1 642,50. @example "642,50" */
  @Typed({ max: 20 })
  value!: string;
  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;
  /** Dernier jour, compris ; absent : sans fin. */
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
