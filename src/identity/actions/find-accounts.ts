import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Account } from '../data/account.entity.js';
import { normalisedEmail } from '../rules/email.js';

const CHUNK = 500;

@Injectable()
export class FindAccounts {
  constructor(private readonly database: Database) {}

  /** The accounts with these ids, by id; an unknown one is absent. */
  byIds(ids: readonly number[]): Promise<Map<number, Account>> {
    return this.database.read(async () => {
      const found = new Map<number, Account>();
      for (let at = 0; at < ids.length; at += CHUNK) {
        const accounts = await this.database.repository(Account).findBy({ id: In(ids.slice(at, at + CHUNK)) });
        for (const account of accounts) found.set(account.id, account);
      }
      return found;
    });
  }
}

@Injectable()
export class FindAccountByEmail {
  constructor(private readonly database: Database) {}

  /** Whatever the spelling of the address; null when there is none. */
  run(email: string): Promise<Account | null> {
    return this.database.read(() => this.database.repository(Account).findOneBy({ email: normalisedEmail(email) }));
  }
}
