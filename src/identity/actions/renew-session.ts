import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { LoginSession } from '../data/login-session.entity.js';
import { RefreshToken } from '../data/refresh-token.entity.js';
import { identityProblems } from '../problems.js';
import { EndSessions } from './end-sessions.js';
import { IssueTokens, type SessionTokens } from './session-tokens.js';

/** An answer that was lost on the way is asked again within this time. */
const ASKED_AGAIN = Temporal.Duration.from({ seconds: 30 });

/**
 * Changes a refresh token for a new pair. Each one serves once. One that comes back at once, before what was answered
 * has served, is a lost answer on a bad line: it gets another, and the lost one is void. Otherwise it was stolen.
 */
@Injectable()
export class RenewSession {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly issue: IssueTokens,
    private readonly endSessions: EndSessions,
  ) {}

  /** Throws SESSION_EXPIRED; when the token had served already, the whole login session is ended. */
  async run(refreshToken: string): Promise<SessionTokens> {
    const digest = this.secrets.digest(refreshToken);
    // The refusal is thrown after the unit: the end of a session whose token came twice must be committed.
    const tokens = await this.database.unit(() => this.renew(digest));
    if (tokens) return tokens;
    throw identityProblems.SESSION_EXPIRED('Votre session est terminée. Connectez-vous à nouveau.');
  }

  private async renew(digest: string): Promise<SessionTokens | null> {
    const now = this.clock.now();
    const taken = await this.database.change(
      'UPDATE refresh_tokens SET used_at = ? WHERE digest = ? AND used_at IS NULL',
      [now.epochMilliseconds, digest],
    );
    const token = await this.database.repository(RefreshToken).findOneBy({ digest });
    if (!token) return null;
    if (taken === 0 && !(await this.wasLost(token, now))) {
      await this.endSessions.one(token.loginSessionId, 'REUSED');
      return null;
    }
    const [live] = await this.database.rows<{ id: number }>(
      `SELECT s.id FROM login_sessions s JOIN accounts a ON a.id = s.account_id
       WHERE s.id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND a.disabled_at IS NULL`,
      [token.loginSessionId, now.epochMilliseconds],
    );
    if (!live) return null;
    return this.issue.run(await this.database.repository(LoginSession).findOneByOrFail({ id: token.loginSessionId }));
  }

  /** Whether what was answered to this token never served; it then never will: who holds it would end the session. */
  private async wasLost({ id, loginSessionId, usedAt }: RefreshToken, now: Temporal.Instant): Promise<boolean> {
    if (Temporal.Instant.compare(usedAt!.add(ASKED_AGAIN), now) < 0) return false;
    const since = [loginSessionId, id];
    const served = await this.database.rows(
      'SELECT id FROM refresh_tokens WHERE login_session_id = ? AND id > ? AND used_at > 0 LIMIT 1',
      since,
    );
    if (served.length > 0) return false;
    await this.database.change(
      'UPDATE refresh_tokens SET used_at = 0 WHERE login_session_id = ? AND id > ? AND used_at IS NULL',
      since,
    );
    return true;
  }
}
