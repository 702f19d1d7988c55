import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { eventKind, Outbox } from '../../platform/outbox/outbox.js';
import { Account } from '../data/account.entity.js';
import { passwordResetMail } from './account-mails.js';
import { normalisedEmail } from '../rules/email.js';
import { MakeResetLink } from './make-reset-link.js';

const PER_EMAIL: ThrottleRule = { name: 'password-reset.email', limit: 5, window: { hours: 1 } };
const PER_ADDRESS: ThrottleRule = { name: 'password-reset.address', limit: 100, window: { hours: 1 } };
const LINK_LIFE = { hours: 1 };

const resetAsked = eventKind<{ readonly email: string }>('identity.password-reset-asked');

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
    private readonly makeLink: MakeResetLink,
  ) {}

  onModuleInit(): void {
    this.outbox.on(resetAsked, ({ email }) => this.sendLink(email));
  }

  async run({ email, address }: { email: string; address: string }): Promise<void> {
    const login = normalisedEmail(email);
    await this.throttle.count(PER_ADDRESS, address);
    await this.throttle.count(PER_EMAIL, login);
    await this.database.unit(() => this.outbox.emit(resetAsked, { email: login }, { collectiviteId: null }));
  }

  private async sendLink(email: string): Promise<void> {
    const account = await this.database.repository(Account).findOneBy({ email });
    if (!account || account.disabledAt) return;
    await this.mails.send(passwordResetMail(account, await this.makeLink.run(account.id, LINK_LIFE)));
  }
}
