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

/** Creates the one account of an adult. Call inside a unit. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers the new account's id. Throws EMAIL_TAKEN (the unit should then end). */
  async run({ email, firstName, lastName, passwordHash }: AccountToCreate): Promise<number> {
    const now = this.clock.now();
    try {
      return await this.database.insert(Account, {
        email: normalisedEmail(email),
        firstName,
        lastName,
        passwordHash: passwordHash ?? NO_PASSWORD,
        passwordChangedAt: now,
        createdAt: now,
        disabledAt: null,
      });
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      throw identityProblems.EMAIL_TAKEN(
        'Un compte existe déjà avec cette adresse électronique : utilisez son mot de passe, ou « J’ai oublié mon mot de passe ».',
      );
    }
  }
}
