import type { Temporal } from '../../kernel/civil-time.js';
import type { Civility } from './import-shape.js';

export interface GuardianCard {
  readonly guardianId: number;
  /** 1 or 2. */
  readonly position: number;
  readonly civility: Civility | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The adult's login; null until the invitation is accepted. */
  readonly accountId: number | null;
}

/** A foyer as letters, mails and invoices need it. */
export interface FamilyCard {
  readonly familyId: number;
  readonly externalRef: string | null;
  readonly name: string;
  /** Street, complement, « 34120 COMMUNE »; none of them blank. */
  readonly addressLines: readonly string[];
  /** The same, part by part, as formats want it. */
  readonly address: Address;
  /** By position: one or two, none for a foyer that is being entered. */
  readonly guardians: readonly GuardianCard[];
}

/** A child as lists and letters need it; nothing about health. */
export interface ChildCard {
  readonly childId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly siteId: number | null;
  readonly className: string | null;
  readonly menuTypeId: number;
}

export interface Address {
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
}

/** The lines of an address as they are printed. */
export function addressLinesOf({ addressLine1, addressLine2, postalCode, city }: Address): string[] {
  const place = [postalCode, city].filter(Boolean).join(' ');
  return [addressLine1, addressLine2, place].filter((line): line is string => Boolean(line));
}

/** The adults of a foyer who can be written to by mail, each address once. */
export function mailAddressesOf(family: FamilyCard): { readonly name: string; readonly address: string }[] {
  const named = family.guardians.flatMap(({ email, firstName, lastName }) =>
    email === null ? [] : [{ name: `${firstName} ${lastName}`, address: email }],
  );
  return named.filter(({ address }, index) => named.findIndex((other) => other.address === address) === index);
}
