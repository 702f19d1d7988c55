import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Role } from '../rules/role.js';

/** Gives an account a role in a collectivité; no effect when it has it. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({
    accountId,
    collectiviteId,
    role,
  }: {
    accountId: number;
    collectiviteId: number;
    role: Role;
  }): Promise<void> {
    const sql = this.database.dialect.upsert(
      'memberships',
      ['account_id', 'collectivite_id', 'role', 'granted_at'],
      ['account_id', 'collectivite_id', 'role'],
      'granted_at = memberships.granted_at',
    );
    const now = this.clock.now().epochMilliseconds;
    await this.database.unit(() => this.database.change(sql, [accountId, collectiviteId, role, now]));
  }
}
