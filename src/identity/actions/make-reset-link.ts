import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { PasswordReset } from '../data/password-reset.entity.js';

interface LinkToMake {
  readonly accountId: number;
  readonly life: Temporal.DurationLike;
  /** In whose name its page speaks; null where that is not known. */
  readonly collectiviteId: number | null;
}

/** Makes a single-use link with which the holder of an account's mailbox sets its password. Call inside a unit. */
@Injectable()
export class MakeResetLink {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  async run({ accountId, life, collectiviteId }: LinkToMake): Promise<string> {
    const now = this.clock.now();
    const code = this.secrets.token();
    await this.database.insert(PasswordReset, {
      accountId,
      digest: this.secrets.digest(code),
      createdAt: now,
      expiresAt: now.add(life),
      usedAt: null,
    });
    const mairie = collectiviteId === null ? '' : `&mairie=${collectiviteId}`;
    return `${this.configuration.publicUrl}/mot-de-passe?code=${code}${mairie}`;
  }
}
