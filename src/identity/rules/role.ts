/** What an account may be in a collectivité. An account may hold several, and others elsewhere. */
export const ROLES = ['parent', 'animateur', 'agent', 'regisseur', 'administrateur'] as const;
export type Role = (typeof ROLES)[number];

export const STAFF_ROLES = ['animateur', 'agent', 'regisseur', 'administrateur'] as const satisfies readonly Role[];

export interface Membership {
  readonly collectiviteId: number;
  readonly role: Role;
}

/** Who is asking: what the access token proves, and what the account may be today. */
export interface Caller {
  readonly accountId: number;
  readonly loginSessionId: number;
  readonly memberships: readonly Membership[];
}

export function rolesIn(caller: Caller, collectiviteId: number): Role[] {
  return caller.memberships
    .filter((membership) => membership.collectiviteId === collectiviteId)
    .map(({ role }) => role);
}
