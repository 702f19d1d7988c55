import { IsEmail, IsIn, MaxLength } from 'class-validator';
import { Typed } from '../../platform/http/fields.js';
import { type Role, STAFF_ROLES } from '../rules/role.js';

export class InviteMemberDto {
  /** @example "paul.garnier@valmont.example" */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** @example "Paul" */
  @Typed({ max: 60 })
  firstName!: string;

  /** @example "GARNIER" */
  @Typed({ max: 60 })
  lastName!: string;

  /** @example "agent" */
  @IsIn(STAFF_ROLES)
  role!: (typeof STAFF_ROLES)[number];
}

export class InvitedMemberDto {
  /** @example 12 */
  accountId!: number;
}

export class MemberDto {
  /** @example 12 */
  accountId!: number;

  /** @example "paul.garnier@valmont.example" */
  email!: string;

  /** @example "Paul" */
  firstName!: string;

  /** @example "GARNIER" */
  lastName!: string;

  /** @example ["agent"] */
  roles!: Role[];
}
