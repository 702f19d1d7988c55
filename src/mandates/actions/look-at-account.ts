import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import type { MandateRow } from '../data/mandate.entity.js';
import type { BankAccount } from '../rules/bank-account.js';
import { FindMandates } from './find-mandates.js';
import { MandateVault } from './mandate-vault.js';

type What = 'account' | 'paper' | 'scan';

/** The whole account of a family: each look of the mairie leaves its trace. */
@Injectable()
export class LookAtAccount {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly findMandates: FindMandates,
    private readonly vault: MandateVault,
  ) {}

  /** Throws NOT_FOUND. */
  async run(
    collectiviteId: number,
    mandateId: number,
    accountId: number,
    what: What = 'account',
  ): Promise<{ readonly mandate: MandateRow; readonly account: BankAccount }> {
    const mandate = await this.seen(collectiviteId, mandateId, accountId, what);
    return { mandate, account: this.vault.open(mandate) };
  }

  /** Throws NOT_FOUND, for a mandate without a scan too. */
  async scan(collectiviteId: number, mandateId: number, accountId: number) {
    const mandate = await this.seen(collectiviteId, mandateId, accountId, 'scan');
    return this.vault.readScan(mandate);
  }

  private seen(collectiviteId: number, mandateId: number, accountId: number, what: What): Promise<MandateRow> {
    return this.database.unit(async () => {
      const mandate = await this.findMandates.one(collectiviteId, mandateId);
      if (what === 'scan' && mandate.scanFileId === null)
        throw httpProblems.NOT_FOUND('Ce mandat n’a pas été numérisé.');
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'mandate.account-seen',
        subject: `mandate:${mandateId}`,
        detail: { what },
      });
      return mandate;
    });
  }
}
