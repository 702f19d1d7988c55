import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { EndSessions } from './end-sessions.js';
import { NewPassword } from './new-password.js';
import { type GivenCode, OpenResetLink, usedLink } from './open-reset-link.js';

/** Sets a password with the code of a reset link. The code serves once; a password refused as weak does not use it. */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly openLink: OpenResetLink,
    private readonly newPassword: NewPassword,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
  ) {}

  /** Throws RESET_LINK_UNKNOWN, RESET_LINK_USED, RESET_LINK_EXPIRED, WEAK_PASSWORD, TOO_MANY_REQUESTS. */
  async run({ password, ...given }: GivenCode & { password: string }): Promise<void> {
    // As of before the password is judged and hashed: a link does not expire meanwhile.
    const now = this.clock.now();
    const account = await this.openLink.run(given);
    const hash = await this.newPassword.run(password, account);
    await this.database.unit(async () => {
      const used = await this.database.change(
        'UPDATE password_resets SET used_at = ? WHERE digest = ? AND used_at IS NULL AND expires_at > ?',
        [now.epochMilliseconds, this.secrets.digest(given.code), now.epochMilliseconds],
      );
      // It was good a moment ago: its twin came first.
      if (used === 0) throw usedLink();
      await this.database.change('UPDATE accounts SET password_hash = ?, password_changed_at = ? WHERE id = ?', [
        hash,
        now.epochMilliseconds,
        account.id,
      ]);
      // An older link still lying in the mailbox must not undo this.
      await this.database.change('UPDATE password_resets SET used_at = ? WHERE account_id = ? AND used_at IS NULL', [
        now.epochMilliseconds,
        account.id,
      ]);
      await this.endSessions.ofAccount(account.id, 'PASSWORD_CHANGED');
    });
  }
}
