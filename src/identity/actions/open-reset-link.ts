import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { Account } from '../data/account.entity.js';
import { PasswordReset } from '../data/password-reset.entity.js';
import { identityProblems } from '../problems.js';
import { resetLinkState } from '../rules/reset-link.js';

/** Whatever a code is given for: as its page opens, as the password is sent, for another link. */
const PER_ADDRESS: ThrottleRule = { name: 'password-reset.code', limit: 200, window: { hours: 1 } };

export interface GivenCode {
  readonly code: string;
  /** Of the network, from which codes are given. */
  readonly address: string;
}

/** Finds whose password the code of a mailed link sets. It spends nothing; each try counts against guessing. */
@Injectable()
export class OpenResetLink {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** The account of a link that may still serve. Throws RESET_LINK_UNKNOWN, _USED, _EXPIRED, TOO_MANY_REQUESTS. */
  async run(given: GivenCode): Promise<Account> {
    const { reset, account } = await this.find(given);
    const state = resetLinkState(reset, this.clock.now());
    if (state === 'USED') throw usedLink();
    if (state === 'EXPIRED') throw expiredLink();
    return account;
  }

  /** The account of a link, be it over. Throws RESET_LINK_UNKNOWN, TOO_MANY_REQUESTS. */
  async whose(given: GivenCode): Promise<Account> {
    return (await this.find(given)).account;
  }

  private async find({ code, address }: GivenCode): Promise<{ reset: PasswordReset; account: Account }> {
    await this.throttle.count(PER_ADDRESS, address);
    return this.database.read(async () => {
      const digest = this.secrets.digest(code);
      const reset = await this.database.repository(PasswordReset).findOneBy({ digest });
      const account = reset && (await this.database.repository(Account).findOneBy({ id: reset.accountId }));
      if (!account || account.disabledAt) throw unknownLink();
      return { reset, account };
    });
  }
}

function unknownLink() {
  return identityProblems.RESET_LINK_UNKNOWN(
    'Ce lien est incomplet, ou trop ancien. Ouvrez-le depuis le message reçu, en entier, ou demandez-en un nouveau.',
  );
}

export function usedLink() {
  return identityProblems.RESET_LINK_USED(
    'Le mot de passe a été choisi avec ce lien, ou avec un autre reçu depuis. Connectez-vous, ou demandez un nouveau lien.',
  );
}

function expiredLink() {
  return identityProblems.RESET_LINK_EXPIRED('Le temps de s’en servir est passé. Demandez-en un nouveau.');
}
