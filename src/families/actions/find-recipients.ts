import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { FamilyCard } from '../rules/family-card.js';
import { FindFamilies } from './find-families.js';
import { Account } from '../../identity/index.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import type { MailAddress } from '../../platform/mail/index.js';

/** A person who gets a mail. */
export interface Recipient {
  readonly to: MailAddress;
  /** « Bonjour Camille Durand, ». */
  readonly greeting: string;
}

@Injectable()
export class FindRecipients {
  constructor(
    private readonly database: Database,
    private readonly findFamilies: FindFamilies,
  ) {}

  /** Who is told of an act: the parent who did it, or, when the mairie did, every guardian who can be written to. */
  async ofAct(collectiviteId: number, familyId: number, accountId: number): Promise<Recipient[]> {
    const [family] = (await this.findFamilies.run(collectiviteId, [familyId])).values();
    if (!family) return [];
    const guardian = family.guardians.find((adult) => adult.accountId === accountId);
    const addresses = await this.loginAddresses([family]);
    return recipients(
      guardian ? [{ ...guardian, email: addresses.get(accountId) ?? guardian.email }] : family.guardians,
      addresses,
    );
  }

  /** Every guardian of each family who can be written to, at the mairie's address for them or at their login's. */
  async ofFamilies(collectiviteId: number, familyIds: readonly number[]): Promise<Map<number, Recipient[]>> {
    const families = await this.findFamilies.run(collectiviteId, familyIds);
    const addresses = await this.loginAddresses([...families.values()]);
    return new Map([...families].map(([id, { guardians }]) => [id, recipients(guardians, addresses)]));
  }

  private async loginAddresses(families: readonly FamilyCard[]): Promise<Map<number, string>> {
    const ids = families.flatMap(({ guardians }) => guardians.flatMap(({ accountId }) => accountId ?? []));
    const found = new Map<number, string>();
    for (const chunk of chunksOf(new Set(ids)))
      for (const { id, email } of await this.database.repository(Account).findBy({ id: In(chunk) }))
        found.set(id, email);
    return found;
  }
}

function recipients(
  guardians: readonly Pick<FamilyCard['guardians'][number], 'firstName' | 'lastName' | 'email' | 'accountId'>[],
  logins: ReadonlyMap<number, string>,
): Recipient[] {
  const byAddress = new Map<string, Recipient>();
  for (const { firstName, lastName, email, accountId } of guardians) {
    const address = email ?? (accountId === null ? undefined : logins.get(accountId));
    const name = `${firstName} ${lastName}`;
    if (address && !byAddress.has(address))
      byAddress.set(address, { to: { name, address }, greeting: `Bonjour ${name},` });
  }
  return [...byAddress.values()];
}
