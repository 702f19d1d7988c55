import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { Account } from '../data/account.entity.js';
import { identityProblems } from '../problems.js';
import type { Caller } from '../rules/role.js';
import { passwordChangedMail } from './account-mails.js';
import { EndSessions } from './end-sessions.js';
import { NewPassword } from './new-password.js';
import { Passwords } from './passwords.js';

const TRIES: ThrottleRule = { name: 'password-change', limit: 10, window: { minutes: 15 } };

/** Gives an account the password its holder chose; the other devices have to sign in again. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly passwords: Passwords,
    private readonly newPassword: NewPassword,
    private readonly endSessions: EndSessions,
    private readonly mails: MailQueue,
    private readonly clock: Clock,
  ) {}

  /** Throws WRONG_PASSWORD, WEAK_PASSWORD, TOO_MANY_REQUESTS after ten tries. */
  async run({ accountId, loginSessionId }: Caller, currentPassword: string, chosen: string): Promise<void> {
    await this.throttle.count(TRIES, String(accountId));
    const account = await this.database.read(() =>
      this.database.repository(Account).findOneByOrFail({ id: accountId }),
    );
    if (!(await this.passwords.matches(account.passwordHash, currentPassword))) throw wrongPassword();
    const hash = await this.newPassword.run(chosen, account, 'newPassword');
    await this.database.unit(async () => {
      const changed = await this.database.change(
        'UPDATE accounts SET password_hash = ?, password_changed_at = ? WHERE id = ? AND password_hash = ?',
        [hash, this.clock.now().epochMilliseconds, accountId, account.passwordHash],
      );
      // Changed meanwhile from another device: what was proved is no longer the password.
      if (changed === 0) throw wrongPassword();
      await this.endSessions.ofAccount(accountId, 'PASSWORD_CHANGED', loginSessionId);
      await this.mails.send(passwordChangedMail(account));
    });
    await this.throttle.forget(TRIES, String(accountId));
  }
}

function wrongPassword() {
  return identityProblems.WRONG_PASSWORD('Le mot de passe actuel n’est pas celui de votre compte. Vérifiez-le.', {
    errors: [{ field: 'currentPassword', message: 'ce n’est pas le mot de passe du compte.' }],
  });
}
