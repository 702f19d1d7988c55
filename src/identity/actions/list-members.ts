import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { limitOf, type Page, pageOf, type PageQuery } from '../../platform/http/pagination.js';
import { type Role, STAFF_ROLES } from '../rules/role.js';

const STAFF = STAFF_ROLES.map(() => '?').join(', ');

export interface Member {
  readonly accountId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: Role[];
}

/** The people of the mairie who have a role, in the order of their accounts; parents are not among them. */
@Injectable()
export class ListMembers {
  constructor(private readonly database: Database) {}

  run(collectiviteId: number, query: PageQuery): Promise<Page<Member>> {
    return this.database.read(async () => {
      const limit = limitOf(query);
      const accounts = await this.database.rows<{ id: number; email: string; first_name: string; last_name: string }>(
        `SELECT a.id, a.email, a.first_name, a.last_name FROM accounts a
         WHERE a.id > ? AND a.id IN
           (SELECT m.account_id FROM memberships m WHERE m.collectivite_id = ? AND m.role IN (${STAFF}))
         ORDER BY a.id LIMIT ${limit + 1}`,
        [query.after ?? 0, collectiviteId, ...STAFF_ROLES],
      );
      const roles = await this.rolesOf(
        collectiviteId,
        accounts.map(({ id }) => Number(id)),
      );
      return pageOf(accounts, limit, ({ id, email, first_name, last_name }) => ({
        accountId: Number(id),
        email,
        firstName: first_name,
        lastName: last_name,
        roles: roles.get(Number(id)) ?? [],
      }));
    });
  }

  private async rolesOf(collectiviteId: number, accountIds: readonly number[]): Promise<Map<number, Role[]>> {
    const found = new Map<number, Role[]>();
    if (accountIds.length === 0) return found;
    const rows = await this.database.rows<{ account_id: number; role: Role }>(
      `SELECT account_id, role FROM memberships
       WHERE collectivite_id = ? AND role IN (${STAFF}) AND account_id IN (${accountIds.map(() => '?').join(', ')})
       ORDER BY id`,
      [collectiviteId, ...STAFF_ROLES, ...accountIds],
    );
    for (const { account_id, role } of rows)
      found.set(Number(account_id), [...(found.get(Number(account_id)) ?? []), role]);
    return found;
  }
}
