import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

export type EndReason = 'SIGNED_OUT' | 'REUSED' | 'PASSWORD_CHANGED';

/** Ends login sessions: their access and refresh tokens stop at once. Call inside a unit. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async one(loginSessionId: number, reason: EndReason): Promise<void> {
    await this.database.change(
      'UPDATE login_sessions SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL',
      [this.clock.now().epochMilliseconds, reason, loginSessionId],
    );
  }

  /** All those of an account, but the one it is using. */
  async ofAccount(accountId: number, reason: EndReason, but: number | null = null): Promise<void> {
    await this.database.change(
      'UPDATE login_sessions SET ended_at = ?, end_reason = ? WHERE account_id = ? AND id <> ? AND ended_at IS NULL',
      [this.clock.now().epochMilliseconds, reason, accountId, but ?? 0],
    );
  }
}
