import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { MayBeAbsent, Typed } from '../../platform/http/fields.js';
import { SITE_KINDS, type SiteKind, type SiteRow } from '../data/site.entity.js';
import type { MenuTypeRow } from '../data/menu-type.entity.js';
import { PHONE, PHONE_MESSAGE } from './settings.dto.js';

export class NewSiteDto {
  /** @example "École Jean Macé" */
  @Typed({ max: 120 })
  name!: string;

  /** `SCHOOL` (école) ou `CENTRE` (centre de loisirs). @example "SCHOOL" */
  @IsIn(SITE_KINDS)
  kind!: SiteKind;

  /** @example "4 rue des Écoles" */
  @IsOptional()
  @Typed({ max: 120 })
  addressLine1?: string | null;

  /** Cinq chiffres. @example "34120" */
  @IsOptional()
  @Matches(/^\d{5}$/)
  postalCode?: string | null;

  /** @example "Valmont-sur-Orle" */
  @IsOptional()
  @Typed({ max: 80 })
  city?: string | null;

  /** @example "04 67 00 00 01" */
  @IsOptional()
  @Typed({ max: 30 })
  @Matches(PHONE, { message: PHONE_MESSAGE })
  phone?: string | null;
}

/** What changes of a site; what is absent stays. */
export class ChangeSiteDto {
  /** @example "École Jean Macé" */
  @MayBeAbsent()
  @Typed({ max: 120 })
  name?: string;

  /** `SCHOOL` (école) ou `CENTRE` (centre de loisirs). @example "SCHOOL" */
  @MayBeAbsent()
  @IsIn(SITE_KINDS)
  kind?: SiteKind;

  /** @example "4 rue des Écoles" */
  @IsOptional()
  @Typed({ max: 120 })
  addressLine1?: string | null;

  /** @example "34120" */
  @IsOptional()
  @Matches(/^\d{5}$/)
  postalCode?: string | null;

  /** @example "Valmont-sur-Orle" */
  @IsOptional()
  @Typed({ max: 80 })
  city?: string | null;

  /** @example "04 67 00 00 01" */
  @IsOptional()
  @Typed({ max: 30 })
  @Matches(PHONE, { message: PHONE_MESSAGE })
  phone?: string | null;

  /** Vrai archive le site, faux le sort des archives. @example true */
  @MayBeAbsent()
  @IsBoolean()
  archived?: boolean;
}

export class SiteDto {
  /** @example 3 */
  id!: number;
  /** @example "École Jean Macé" */
  name!: string;
  /** `SCHOOL` (école) ou `CENTRE` (centre de loisirs). @example "SCHOOL" */
  kind!: SiteKind;
  /** @example "4 rue des Écoles" */
  addressLine1!: string | null;
  /** @example "34120" */
  postalCode!: string | null;
  /** @example "Valmont-sur-Orle" */
  city!: string | null;
  /** @example "04 67 00 00 01" */
  phone!: string | null;
  /** Rien de nouveau n’est planifié sur un site archivé. @example false */
  archived!: boolean;
}

export class NewMenuTypeDto {
  /** Dit ce qu’il y a dans l’assiette, jamais pourquoi. @example "Sans porc" */
  @Typed({ max: 40 })
  label!: string;

  /** La famille apporte le repas ; faux sans précision. @example false */
  @MayBeAbsent()
  @IsBoolean()
  broughtByFamily?: boolean;
}

export class MenuTypeDto {
  /** @example 2 */
  id!: number;
  /** @example "Sans porc" */
  label!: string;
  /** La famille apporte le repas. @example false */
  broughtByFamily!: boolean;
  /** Ordre dans les listes ; le premier est ce que mange un enfant sans autre précision. @example 1 */
  position!: number;
}

export function siteDto(row: SiteRow): SiteDto {
  const { id, name, kind, addressLine1, postalCode, city, phone, archived } = row;
  return { id, name, kind, addressLine1, postalCode, city, phone, archived };
}

export function menuTypeDto({ id, label, broughtByFamily, position }: MenuTypeRow): MenuTypeDto {
  return { id, label, broughtByFamily, position };
}
