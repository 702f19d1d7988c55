import type { Person } from '../../pes/rules/index.js';

const CIVILITIES = { MADAME: 'MME', MONSIEUR: 'M' } as const;

/** What of a foyer makes a debtor. */
export interface Foyer {
  readonly familyId: number;
  /** By position. */
  readonly guardians: readonly {
    readonly civility: keyof typeof CIVILITIES | null;
    readonly firstName: string;
    readonly lastName: string;
  }[];
  readonly address: {
    readonly addressLine1: string | null;
    readonly addressLine2: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
  };
}

/**
 * The debtor of a foyer: its first adult, at its address. Or, in French, what must be completed first; an address that
 * is incomplete is told by the checks of the Trésor, with the rest.
 */
export function debtorOf({ familyId, guardians, address }: Foyer): Person | string {
  const [adult] = guardians;
  if (!adult) return 'Le foyer n’a aucun adulte : ajoutez un responsable.';
  if (adult.civility === null)
    return `La civilité de ${adult.firstName} ${adult.lastName} manque : complétez sa fiche.`;
  return {
    kind: 'PERSON',
    reference: debtorReference(familyId),
    civility: CIVILITIES[adult.civility],
    name: adult.lastName,
    firstName: adult.firstName,
    address: {
      ...(address.addressLine2 ? { complement: address.addressLine2 } : {}),
      street: address.addressLine1 ?? '',
      postalCode: address.postalCode ?? '',
      city: address.city ?? '',
    },
  };
}

/** « FAM000012 »: groups at the Trésorerie all that one foyer owes; never changes. */
export function debtorReference(familyId: number): string {
  return `FAM${String(familyId).padStart(6, '0')}`;
}
