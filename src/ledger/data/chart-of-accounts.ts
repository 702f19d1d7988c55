import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type AccountCode, accountLabel, familyAccount, readAccount } from '../rules/account.js';

/** The accounts of a collectivité, opened the first time something is posted to them. */
@Injectable()
export class ChartOfAccounts {
  constructor(private readonly database: Database) {}

  /** The ids of accounts, those missing being opened; in the caller's unit. */
  async idsOf(collectiviteId: number, codes: readonly AccountCode[]): Promise<ReadonlyMap<AccountCode, number>> {
    const known = await this.find(collectiviteId, codes);
    // Always in the same order: two units that open the same accounts wait for each other, never in a circle.
    const missing = [...new Set(codes)].filter((code) => !known.has(code)).sort();
    if (missing.length === 0) return known;
    for (const code of missing) await this.open(collectiviteId, code);
    return this.find(collectiviteId, codes);
  }

  /**
   * Holds a family's account until the caller's unit ends: what it owes is then read and settled by one unit at a
   * time.
   */
  async holdFamily(collectiviteId: number, familyId: number): Promise<void> {
    const code = familyAccount(familyId);
    await this.idsOf(collectiviteId, [code]);
    await this.database.rows(
      `SELECT id FROM ledger_accounts WHERE collectivite_id = ? AND code = ?${this.database.dialect.forUpdate}`,
      [collectiviteId, code],
    );
  }

  private async open(collectiviteId: number, code: AccountCode): Promise<void> {
    const columns = ['collectivite_id', 'kind', 'code', 'label'];
    const sql = this.database.dialect.upsert('ledger_accounts', columns, ['collectivite_id', 'code'], 'code = code');
    await this.database.change(sql, [collectiviteId, readAccount(code).kind, code, accountLabel(code)]);
  }

  private async find(collectiviteId: number, codes: readonly AccountCode[]): Promise<Map<AccountCode, number>> {
    if (codes.length === 0) return new Map();
    const rows = await this.database.rows<{ id: number; code: string }>(
      `SELECT id, code FROM ledger_accounts WHERE collectivite_id = ? AND code IN (${codes.map(() => '?').join(',')})`,
      [collectiviteId, ...codes],
    );
    return new Map(rows.map(({ id, code }) => [code, Number(id)]));
  }
}
