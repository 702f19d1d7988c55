import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { eventKind, Outbox } from '../../platform/outbox/outbox.js';
import { Account } from '../data/account.entity.js';
import { MembershipRow } from '../data/membership.entity.js';
import { normalisedEmail } from '../rules/email.js';
import { collectiviteOfLink } from '../rules/reset-link.js';
import { passwordResetMail } from './account-mails.js';
import { MakeResetLink } from './make-reset-link.js';
import { type GivenCode, OpenResetLink } from './open-reset-link.js';

const PER_EMAIL: ThrottleRule = { name: 'password-reset.email', limit: 5, window: { hours: 1 } };
const PER_ADDRESS: ThrottleRule = { name: 'password-reset.address', limit: 100, window: { hours: 1 } };
const LINK_LIFE = { hours: 1 };

interface ResetAsked {
  readonly email: string;
  /** Of the page where it was asked for; null where that page is nobody's. */
  readonly collectiviteId: number | null;
}

const resetAsked = eventKind<ResetAsked>('identity.password-reset-asked');

/**
 * Forgotten password. The request does the same work whether or not the address is known: it writes one message;
 * the account is only looked for later, when nobody is waiting for an answer.
 */
@Injectable()
export class RequestPasswordReset implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly outbox: Outbox,
    private readonly mails: MailQueue,
    private readonly openLink: OpenResetLink,
    private readonly makeLink: MakeResetLink,
  ) {}

  onModuleInit(): void {
    this.outbox.on(resetAsked, (asked) => this.sendLink(asked));
  }

  async run({ email, address, collectiviteId }: ResetAsked & { address: string }): Promise<void> {
    const login = normalisedEmail(email);
    await this.throttle.count(PER_ADDRESS, address);
    await this.throttle.count(PER_EMAIL, login);
    await this.database.unit(() =>
      this.outbox.emit(resetAsked, { email: login, collectiviteId }, { collectiviteId: null }),
    );
  }

  /**
   * Another link in place of one that is over, to the address of its account, which who asks needs not type. Throws
   * RESET_LINK_UNKNOWN, TOO_MANY_REQUESTS.
   */
  async again({ collectiviteId, ...given }: GivenCode & Pick<ResetAsked, 'collectiviteId'>): Promise<void> {
    const { email } = await this.openLink.whose(given);
    await this.run({ email, address: given.address, collectiviteId });
  }

  private async sendLink({ email, collectiviteId }: ResetAsked): Promise<void> {
    const account = await this.database.repository(Account).findOneBy({ email });
    if (!account || account.disabledAt) return;
    const memberships = await this.database.repository(MembershipRow).findBy({ accountId: account.id });
    const of = memberships.map((membership) => membership.collectiviteId);
    const link = await this.makeLink.run({
      accountId: account.id,
      life: LINK_LIFE,
      collectiviteId: collectiviteOfLink(of, collectiviteId ?? null),
    });
    await this.mails.send(passwordResetMail(account, link));
  }
}
