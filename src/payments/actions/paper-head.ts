import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import type { CollectiviteRow } from '../../collectivites/index.js';
import { FindAccounts } from '../../identity/index.js';
import type { PaperHead } from '../rules/paper.js';

/** Copies what a paper of the régie says of who issues it. */
@Injectable()
export class PhotographHead {
  constructor(private readonly findAccounts: FindAccounts) {}

  async run(
    collectivite: CollectiviteRow,
    {
      number,
      madeBy,
      now,
    }: { readonly number: string; readonly madeBy: number | null; readonly now: Temporal.Instant },
  ): Promise<PaperHead> {
    const { addressLine1, addressLine2, postalCode, city } = collectivite;
    return {
      number,
      collectivite: {
        name: collectivite.name,
        addressLines: [addressLine1, addressLine2, `${postalCode} ${city}`].filter((line) => line !== null),
        siret: collectivite.siret,
        phone: collectivite.phone,
        email: collectivite.email,
      },
      regie: collectivite.regieLabel,
      regisseur: collectivite.regisseurName,
      madeBy: await this.nameOf(madeBy),
      madeAt: now.toString(),
      timeZone: collectivite.timeZone,
    };
  }

  private async nameOf(accountId: number | null): Promise<string | null> {
    if (accountId === null) return null;
    const account = (await this.findAccounts.byIds([accountId])).get(accountId);
    return account ? `${account.firstName} ${account.lastName}` : null;
  }
}
