import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

const BATCH = 500;
/** How long an ended session, or a reset link that can no longer serve, stays for whoever looks into an incident. */
const KEPT = { hours: 30 * 24 };

/** Deletes the sessions, refresh tokens and reset links that can no longer serve. Answers how many rows went. */
@Injectable()
export class PurgeEndedSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const before = this.clock.now().subtract(KEPT).epochMilliseconds;
    const over = 'SELECT id FROM login_sessions WHERE (ended_at < ? OR expires_at < ?)';
    return (
      (await this.deleteAll('refresh_tokens', `SELECT id FROM refresh_tokens WHERE login_session_id IN (${over})`, [
        before,
        before,
      ])) +
      (await this.deleteAll('login_sessions', over, [before, before])) +
      (await this.deleteAll('password_resets', 'SELECT id FROM password_resets WHERE expires_at < ?', [before]))
    );
  }

  /** In batches, each in its own unit: no lock is held for long. */
  private async deleteAll(table: string, select: string, parameters: readonly number[]): Promise<number> {
    for (let total = 0; ;) {
      const deleted = await this.database.unit(async () => {
        const rows = await this.database.rows<{ id: number }>(`${select} ORDER BY id LIMIT ${BATCH}`, parameters);
        if (rows.length === 0) return 0;
        return this.database.change(
          `DELETE FROM ${table} WHERE id IN (${rows.map(() => '?').join(', ')})`,
          rows.map(({ id }) => id),
        );
      });
      total += deleted;
      if (deleted < BATCH) return total;
    }
  }
}
