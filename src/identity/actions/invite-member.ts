import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/problem.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { Account } from '../data/account.entity.js';
import { identityProblems } from '../problems.js';
import { memberInvitationMail } from './account-mails.js';
import { normalisedEmail } from '../rules/email.js';
import type { Role } from '../rules/role.js';
import { CreateAccount } from './create-account.js';
import { GrantRole } from './grant-role.js';
import { MakeResetLink } from './make-reset-link.js';
import { NO_PASSWORD } from './passwords.js';

export interface MemberToInvite {
  readonly collectiviteId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  /** Account of the administrateur; null for the command line. */
  readonly invitedBy: number | null;
}

const LINK_LIFE = { hours: 7 * 24 };

/** Gives somebody a role in the mairie, by mail; makes the account when the address has none. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly database: Database,
    private readonly createAccount: CreateAccount,
    private readonly grantRole: GrantRole,
    private readonly makeLink: MakeResetLink,
    private readonly mails: MailQueue,
    private readonly audit: Audit,
  ) {}

  /** Answers the account's id. Inviting again sends a new link; the names of an account that exists stay its own. */
  async run(member: MemberToInvite): Promise<number> {
    const { collectiviteId, role, invitedBy } = member;
    return this.database.unit(async () => {
      const account = await this.accountOf(member);
      await this.grantRole.run({ accountId: account.id, collectiviteId, role });
      const inviter = invitedBy === null ? null : await this.database.repository(Account).findOneBy({ id: invitedBy });
      const link =
        account.passwordHash === NO_PASSWORD
          ? await this.makeLink.run({ accountId: account.id, life: LINK_LIFE, collectiviteId })
          : null;
      await this.mails.send(memberInvitationMail(account, role, inviter, link));
      await this.audit.record({
        collectiviteId,
        accountId: invitedBy,
        action: 'member.invited',
        subject: `account:${account.id}`,
        detail: { role },
      });
      return account.id;
    });
  }

  private async accountOf({ email, firstName, lastName }: MemberToInvite): Promise<Account> {
    const accounts = this.database.repository(Account);
    const known = await accounts.findOneBy({ email: normalisedEmail(email) });
    if (known) return known;
    try {
      await this.createAccount.run({ email, firstName, lastName, passwordHash: null });
    } catch (error) {
      // Another invitation made the account in between: it is the one.
      if (!(error instanceof Problem && error.code === identityProblems.EMAIL_TAKEN.code)) throw error;
    }
    return accounts.findOneByOrFail({ email: normalisedEmail(email) });
  }
}
