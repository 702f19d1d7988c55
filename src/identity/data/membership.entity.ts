import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, Moment, Text } from '../../platform/database/columns.js';
import type { Role } from '../rules/role.js';

@Entity('memberships')
export class MembershipRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() accountId!: number;
  @Text(14) role!: Role;
  @Moment() grantedAt!: Temporal.Instant;
}
