import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CheckCredentials, type Credentials } from './check-credentials.js';
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
    const account = await this.checkCredentials.run(credentials);
    return this.database.unit(() => this.openSession.run(account.id));
  }
}
