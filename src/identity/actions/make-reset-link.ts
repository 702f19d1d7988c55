import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { PasswordReset } from '../data/password-reset.entity.js';

/** Makes a single-use link with which the holder of an account's mailbox sets its password. Call inside a unit. */
@Injectable()
export class MakeResetLink {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  async run(accountId: number, life: Temporal.DurationLike): Promise<string> {
    const now = this.clock.now();
    const code = this.secrets.token();
    await this.database.insert(PasswordReset, {
      accountId,
      digest: this.secrets.digest(code),
      createdAt: now,
      expiresAt: now.add(life),
      usedAt: null,
    });
    return `${this.configuration.publicUrl}/mot-de-passe?code=${code}`;
  }
}
