import type { CustodySpan } from './custody.js';
import type { Civility, Sex } from './import-shape.js';
import type { DatedQuotient } from './quotient.js';

export interface KnownGuardian {
  readonly id: number;
  readonly position: number;
  readonly civility: Civility | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly accountId: number | null;
}

export interface KnownQuotient extends DatedQuotient {
  readonly id: number;
}

export interface KnownFamily {
  readonly id: number;
  readonly externalRef: string | null;
  readonly name: string;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly allocataireNumber: string | null;
  readonly guardians: readonly KnownGuardian[];
  readonly quotients: readonly KnownQuotient[];
}

export interface KnownCustody extends CustodySpan {
  readonly id: number;
}

export interface KnownChild {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly sex: Sex | null;
  readonly siteId: number | null;
  readonly className: string | null;
  readonly menuTypeId: number;
  readonly hasPai: boolean;
  readonly wishedServices: readonly string[] | null;
  readonly custodies: readonly KnownCustody[];
}

/** A school or a menu type: its id and how it is written. */
export interface KnownLabel {
  readonly id: number;
  readonly label: string;
}

/** What a collectivité already holds of the families and children that a file speaks of. */
export interface KnownRegister {
  /** By external ref. */
  readonly families: ReadonlyMap<string, KnownFamily>;
  /** By identity key. */
  readonly children: ReadonlyMap<string, KnownChild>;
  /** By folded name. */
  readonly sites: ReadonlyMap<string, KnownLabel>;
  /** By folded label. */
  readonly menuTypes: ReadonlyMap<string, KnownLabel>;
  /** What a child eats unless told. */
  readonly usualMenuTypeId: number;
}
