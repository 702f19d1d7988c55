import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { TreasurySettingsRow } from '../../data/treasury-settings.entity.js';
import { claimsProblems } from '../../problems.js';
import { settingsFaults, type TreasurySettings } from '../../rules/treasury-settings.js';

@Injectable()
export class SaveTreasurySettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Bordereaux that are frozen keep what they said. Throws TREASURY_SETTINGS_MISSING with all that is badly formed. */
  async run(collectiviteId: number, settings: TreasurySettings, accountId: number): Promise<TreasurySettingsRow> {
    const faults = settingsFaults(settings);
    if (faults.length > 0) {
      throw claimsProblems.TREASURY_SETTINGS_MISSING(
        'Ces réglages seraient refusés par la Trésorerie : corrigez-les.',
        {
          errors: faults.map(({ message }) => ({ field: 'settings', message })),
        },
      );
    }
    return this.database.unit(async () => {
      const rows = this.database.repository(TreasurySettingsRow);
      const values = { ...settings, collectiviteId, updatedAt: this.clock.now() };
      const lock = `SELECT id FROM collectivites WHERE id = ?${this.database.dialect.forUpdate}`;
      await this.database.rows(lock, [collectiviteId]);
      const earlier = await rows.findOneBy({ collectiviteId });
      if (earlier) await rows.update({ id: earlier.id }, values);
      else await this.database.insert(TreasurySettingsRow, values);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'treasury-settings.saved',
        subject: `collectivite:${collectiviteId}`,
      });
      return rows.findOneByOrFail({ collectiviteId });
    });
  }
}
