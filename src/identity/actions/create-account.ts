import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Account } from '../data/account.entity.js';
import { identityProblems } from '../problems.js';
import { normalisedEmail } from '../rules/email.js';
import { NO_PASSWORD } from './passwords.js';

export interface AccountToCreate {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** As `Passwords.hash` or `NewPassword` gave it; null when its holder chooses one later, by a mailed link. */
  readonly passwordHash: string | null;
}

/**
 * Creates the one account of an adult. An account that was made for that address and has no password yet is theirs:
 * it takes this password, so the caller must know that the mailbox belongs to who asks. Call inside a unit.
 */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers the account's id. Throws EMAIL_TAKEN. */
  async run({ email, firstName, lastName, passwordHash }: AccountToCreate): Promise<number> {
    const now = this.clock.now();
    const login = normalisedEmail(email);
    try {
      return await this.database.insert(Account, {
        email: login,
        firstName,
        lastName,
        passwordHash: passwordHash ?? NO_PASSWORD,
        passwordChangedAt: now,
        createdAt: now,
        disabledAt: null,
      });
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      if (passwordHash !== null && (await this.giveFirstPassword(login, passwordHash))) {
        return (await this.database.repository(Account).findOneByOrFail({ email: login })).id;
      }
      throw identityProblems.EMAIL_TAKEN(
        'Un compte existe déjà avec cette adresse électronique : utilisez son mot de passe, ou « J’ai oublié mon mot de passe ».',
      );
    }
  }
  private async giveFirstPassword(email: string, passwordHash: string): Promise<boolean> {
    const given = await this.database.change(
      'UPDATE accounts SET password_hash = ?, password_changed_at = ? WHERE email = ? AND password_hash = ? AND disabled_at IS NULL',
      [passwordHash, this.clock.now().epochMilliseconds, email, NO_PASSWORD],
    );
    return given === 1;
  }
}
