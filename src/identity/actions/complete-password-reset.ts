import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { Account } from '../data/account.entity.js';
import { PasswordReset } from '../data/password-reset.entity.js';
import { identityProblems } from '../problems.js';
import { EndSessions } from './end-sessions.js';
import { NewPassword } from './new-password.js';

const PER_ADDRESS: ThrottleRule = { name: 'password-reset.completion', limit: 100, window: { hours: 1 } };

/** Sets a password with the code of a reset link. The code serves once; a password refused as weak does not use it. */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
    private readonly newPassword: NewPassword,
    private readonly endSessions: EndSessions,
    private readonly clock: Clock,
  ) {}

  /** Throws RESET_LINK_INVALID, WEAK_PASSWORD, TOO_MANY_REQUESTS. */
  async run({ code, password, address }: { code: string; password: string; address: string }): Promise<void> {
    await this.throttle.count(PER_ADDRESS, address);
    const now = this.clock.now();
    const digest = this.secrets.digest(code);
    const account = await this.database.read(async () => {
      const reset = await this.database.repository(PasswordReset).findOneBy({ digest });
      if (!reset || reset.usedAt || reset.expiresAt.epochMilliseconds <= now.epochMilliseconds) return null;
      return this.database.repository(Account).findOneBy({ id: reset.accountId });
    });
    if (!account || account.disabledAt) throw invalidLink();
    const hash = await this.newPassword.run(password, account);
    await this.database.unit(async () => {
      const used = await this.database.change(
        'UPDATE password_resets SET used_at = ? WHERE digest = ? AND used_at IS NULL AND expires_at > ?',
        [now.epochMilliseconds, digest, now.epochMilliseconds],
      );
      if (used === 0) throw invalidLink();
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

function invalidLink() {
  return identityProblems.RESET_LINK_INVALID(
    'Ce lien n’est plus valable : il a expiré ou a déjà servi. Demandez-en un nouveau avec « J’ai oublié mon mot de passe ».',
  );
}
