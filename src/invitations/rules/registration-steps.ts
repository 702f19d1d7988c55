/** « Compte famille »: the login is the invited address. */
export interface AccountStep {
  /** The family's name as in its address. */
  readonly familyName: string;
  /** The account that exists at this address and whose password was given; null when one is created. */
  readonly accountId: number | null;
}

export type Civility = 'MADAME' | 'MONSIEUR';

/** « Responsables »: an adult of the family as the parent corrected it. */
export interface GuardianStep {
  readonly guardianId: number;
  readonly civility: Civility;
  readonly firstName: string;
  readonly lastName: string;
}

/** « Enfants du foyer »: a child as the parent corrected it. */
export interface ChildStep {
  readonly childId: number;
  readonly firstName: string;
  readonly lastName: string;
}
