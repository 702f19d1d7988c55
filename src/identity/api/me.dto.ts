import type { Role } from '../rules/role.js';

export class MembershipDto {
  /** @example 1 */
  collectiviteId!: number;

  /** @example ["parent"] */
  roles!: Role[];
}

export class AccountDto {
  /** @example 12 */
  accountId!: number;

  /** L’identifiant de connexion. @example "claire.moreau@example.org" */
  email!: string;

  /** @example "Claire" */
  firstName!: string;

  /** @example "MOREAU" */
  lastName!: string;

  memberships!: MembershipDto[];
}
