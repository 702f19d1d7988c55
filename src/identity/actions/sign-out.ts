import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { RefreshToken } from '../data/refresh-token.entity.js';
import { EndSessions } from './end-sessions.js';

/** Ends the login session of a refresh token, used or not. Silent on an unknown one: signed out is signed out. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly endSessions: EndSessions,
  ) {}

  async run(refreshToken: string): Promise<void> {
    const digest = this.secrets.digest(refreshToken);
    await this.database.unit(async () => {
      const token = await this.database.repository(RefreshToken).findOneBy({ digest });
      if (token) await this.endSessions.one(token.loginSessionId, 'SIGNED_OUT');
    });
  }
}
