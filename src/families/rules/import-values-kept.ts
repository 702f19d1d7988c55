import { foldedText } from './child-identity.js';
import type { ImportedChild, ImportedFamily, ImportedGuardian, Sex } from './import-shape.js';
import type { KnownChild, KnownFamily, KnownGuardian, KnownRegister } from './known-register.js';

export type FamilyValues = Pick<
  KnownFamily,
  'name' | 'addressLine1' | 'addressLine2' | 'postalCode' | 'city' | 'allocataireNumber'
>;

export interface ChildValues {
  readonly lastName: string;
  readonly firstName: string;
  /** ISO 8601. */
  readonly birthDate: string;
  readonly sex: Sex | null;
  readonly siteId: number | null;
  readonly className: string | null;
  readonly menuTypeId: number;
  readonly hasPai: boolean;
  readonly wishedServices: readonly string[] | null;
}

/** A household after an import. A new street takes its complement with it, even a blank one. */
export function familyAfter(known: KnownFamily, wanted: ImportedFamily): FamilyValues {
  const moves = wanted.addressLine1 !== null && wanted.addressLine1 !== known.addressLine1;
  return {
    name: wanted.name,
    addressLine1: wanted.addressLine1 ?? known.addressLine1,
    addressLine2: moves ? wanted.addressLine2 : (wanted.addressLine2 ?? known.addressLine2),
    postalCode: wanted.postalCode ?? known.postalCode,
    city: wanted.city ?? known.city,
    allocataireNumber: wanted.allocataireNumber ?? known.allocataireNumber,
  };
}

export function guardianAfter(known: KnownGuardian, wanted: ImportedGuardian): ImportedGuardian {
  return {
    civility: wanted.civility ?? known.civility,
    lastName: wanted.lastName,
    firstName: wanted.firstName,
    email: wanted.email ?? known.email,
    phone: wanted.phone ?? known.phone,
  };
}

/** A child after an import; `wishes` null and `saysPai` false where the file has no such column. */
export function childAfter(
  known: KnownChild | null,
  wanted: ImportedChild,
  wishes: readonly string[] | null,
  saysPai: boolean,
  { sites, menuTypes, usualMenuTypeId }: Pick<KnownRegister, 'sites' | 'menuTypes' | 'usualMenuTypeId'>,
): ChildValues {
  const site = wanted.schoolName === null ? null : sites.get(foldedText(wanted.schoolName))!.id;
  const menu = wanted.menuLabel === null ? null : menuTypes.get(foldedText(wanted.menuLabel))!.id;
  return {
    lastName: wanted.lastName,
    firstName: wanted.firstName,
    birthDate: wanted.birthDate.toString(),
    sex: wanted.sex ?? known?.sex ?? null,
    siteId: site ?? known?.siteId ?? null,
    className: wanted.className ?? known?.className ?? null,
    menuTypeId: menu ?? known?.menuTypeId ?? usualMenuTypeId,
    hasPai: saysPai ? wanted.hasPai : (known?.hasPai ?? false),
    wishedServices: wishes?.length || known?.wishedServices?.length ? (wishes ?? known!.wishedServices) : null,
  };
}
