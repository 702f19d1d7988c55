import { Injectable } from '@nestjs/common';
import { CheckChain } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import { BILLING_RULES } from '../data/billing-checks.js';
import { CLAIM_RULES } from '../data/claim-checks.js';
import { DEBIT_RULES } from '../data/debit-checks.js';
import { brokenChainSentence, faultSentence, LEDGER_RULES } from '../data/ledger-checks.js';
import type { FaultRow } from '../data/ledger-rule.js';
import { CheckReports } from './check-reports.js';

export interface LedgerFault {
  readonly collectiviteId: number;
  /** A French sentence: what does not agree with what. */
  readonly message: string;
}

export interface LedgerVerdict {
  readonly entries: number;
  /** Twenty of each kind at most. */
  readonly faults: readonly LedgerFault[];
}

/** Proves that the ledger balances, is as it was sealed, and agrees with the invoices, the payments and their numbers. */
@Injectable()
export class CheckLedger {
  constructor(
    private readonly database: Database,
    private readonly checkChain: CheckChain,
    private readonly checkReports: CheckReports,
  ) {}

  /** All collectivités, on one picture of the database. */
  run(): Promise<LedgerVerdict> {
    return this.database.read(async () => {
      const faults: LedgerFault[] = [];
      for (const rule of [...LEDGER_RULES, ...BILLING_RULES, ...CLAIM_RULES, ...DEBIT_RULES]) {
        for (const row of await this.database.rows<FaultRow>(`${rule.sql} LIMIT 20`)) {
          faults.push({ collectiviteId: row.collectivite_id, message: faultSentence(rule, row) });
        }
      }
      for (const broken of await this.checkChain.run())
        faults.push({ collectiviteId: broken.collectiviteId, message: brokenChainSentence(broken) });
      faults.push(...(await this.checkReports.run()));
      const [counted] = await this.database.rows<{ entries: number | string }>(
        'SELECT COUNT(*) AS entries FROM ledger_entries',
      );
      return { entries: Number(counted!.entries), faults };
    });
  }
}
