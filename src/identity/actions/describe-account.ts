import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Account } from '../data/account.entity.js';
import { type Caller, type Role, rolesIn } from '../rules/role.js';

export interface AccountDescription {
  readonly accountId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly memberships: { readonly collectiviteId: number; readonly roles: Role[] }[];
}

/** What an account is told about itself: who it is, and its roles in each collectivité. */
@Injectable()
export class DescribeAccount {
  constructor(private readonly database: Database) {}

  async run(caller: Caller): Promise<AccountDescription> {
    const account = await this.database.read(() =>
      this.database.repository(Account).findOneByOrFail({ id: caller.accountId }),
    );
    const collectivites = [...new Set(caller.memberships.map(({ collectiviteId }) => collectiviteId))].sort(
      (a, b) => a - b,
    );
    return {
      accountId: account.id,
      email: account.email,
      firstName: account.firstName,
      lastName: account.lastName,
      memberships: collectivites.map((collectiviteId) => ({ collectiviteId, roles: rolesIn(caller, collectiviteId) })),
    };
  }
}
