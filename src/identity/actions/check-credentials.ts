import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { Account } from '../data/account.entity.js';
import { identityProblems } from '../problems.js';
import { normalisedEmail } from '../rules/email.js';
import { Passwords } from './passwords.js';

const PER_ACCOUNT: ThrottleRule = { name: 'sign-in.account', limit: 10, window: { minutes: 15 } };
const PER_ADDRESS: ThrottleRule = { name: 'sign-in.address', limit: 100, window: { minutes: 15 } };

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Network address of who asks. */
  readonly address: string;
}

/** The one place where an e-mail and a password are judged, so that all the guesses are counted together. Not in a unit. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly passwords: Passwords,
  ) {}

  /** Throws SIGN_IN_REFUSED without saying whether the address is known, TOO_MANY_REQUESTS after ten tries. */
  async run({ email, password, address }: Credentials): Promise<Account> {
    const login = normalisedEmail(email);
    await this.throttle.count(PER_ADDRESS, address);
    await this.throttle.count(PER_ACCOUNT, login);
    const account = await this.database.read(() => this.database.repository(Account).findOneBy({ email: login }));
    const right = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!account || !right || account.disabledAt) throw signInRefused();
    await this.throttle.forget(PER_ACCOUNT, login);
    return account;
  }
}

export function signInRefused() {
  return identityProblems.SIGN_IN_REFUSED(
    'Adresse électronique ou mot de passe incorrect. Vérifiez-les, ou choisissez « J’ai oublié mon mot de passe ».',
  );
}
