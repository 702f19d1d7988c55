import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CheckCredentials, type Credentials, signInRefused } from './check-credentials.js';
import { OpenSession, type SessionTokens } from './session-tokens.js';

@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly checkCredentials: CheckCredentials,
    private readonly openSession: OpenSession,
  ) {}

  /** Throws SIGN_IN_REFUSED, TOO_MANY_REQUESTS. */
  async run(credentials: Credentials): Promise<SessionTokens> {
    const { id, passwordHash } = await this.checkCredentials.run(credentials);
    return this.database.unit(async () => {
      // Who changes the password writes this row, then ends the sessions: none is opened by the former one afterwards.
      const [same] = await this.database.rows(
        `SELECT id FROM accounts
         WHERE id = ? AND password_hash = ? AND disabled_at IS NULL${this.database.dialect.forUpdate}`,
        [id, passwordHash],
      );
      if (!same) throw signInRefused();
      return this.openSession.run(id);
    });
  }
}
