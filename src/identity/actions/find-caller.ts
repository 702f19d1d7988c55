import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Caller, Role } from '../rules/role.js';

/** Who a login session stands for today; null when the session ended or the account is closed. */
@Injectable()
export class FindCaller {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(accountId: number, loginSessionId: number): Promise<Caller | null> {
    const rows = await this.database.read(() =>
      this.database.rows<{ collectivite_id: number | null; role: Role | null }>(
        `SELECT m.collectivite_id, m.role
         FROM login_sessions s
         JOIN accounts a ON a.id = s.account_id
         LEFT JOIN memberships m ON m.account_id = a.id
         WHERE s.id = ? AND s.account_id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND a.disabled_at IS NULL`,
        [loginSessionId, accountId, this.clock.now().epochMilliseconds],
      ),
    );
    if (rows.length === 0) return null;
    const memberships = rows.flatMap(({ collectivite_id, role }) =>
      collectivite_id !== null && role !== null ? [{ collectiviteId: Number(collectivite_id), role }] : [],
    );
    return { accountId, loginSessionId, memberships };
  }
}
