import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { LoginSession } from '../data/login-session.entity.js';
import { RefreshToken } from '../data/refresh-token.entity.js';
import { identityProblems } from '../problems.js';
import { EndSessions } from './end-sessions.js';
import { IssueTokens, type SessionTokens } from './session-tokens.js';

/** Changes a refresh token for a new pair. Each one serves once; one that comes back was stolen or leaked. */
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
    if (taken === 0) {
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
}
