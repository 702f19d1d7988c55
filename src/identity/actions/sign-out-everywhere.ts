import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Caller } from '../rules/role.js';
import { EndSessions } from './end-sessions.js';

/** Ends every login session of an account, this one too: a phone that was lent, lost or sold opens nothing any more. */
@Injectable()
export class SignOutEverywhere {
  constructor(
    private readonly database: Database,
    private readonly endSessions: EndSessions,
  ) {}

  async run({ accountId }: Caller): Promise<void> {
    await this.database.unit(() => this.endSessions.ofAccount(accountId, 'SIGNED_OUT'));
  }
}
