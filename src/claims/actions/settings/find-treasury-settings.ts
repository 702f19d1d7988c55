import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { TreasurySettingsRow } from '../../data/treasury-settings.entity.js';
import { claimsProblems } from '../../problems.js';
import { settingsFaults, type TreasurySettings } from '../../rules/treasury-settings.js';

@Injectable()
export class FindTreasurySettings {
  constructor(private readonly database: Database) {}

  /** Null until they are entered. */
  run(collectiviteId: number): Promise<TreasurySettingsRow | null> {
    return this.database.read(() => this.database.repository(TreasurySettingsRow).findOneBy({ collectiviteId }));
  }

  /** Throws TREASURY_SETTINGS_MISSING where nothing can be sent with them. */
  async usable(collectiviteId: number): Promise<TreasurySettingsRow> {
    const settings = await this.run(collectiviteId);
    if (!settings) {
      throw claimsProblems.TREASURY_SETTINGS_MISSING(
        'Saisissez d’abord ce que la Trésorerie a donné à la collectivité : codique, SIRET, code collectivité, code budget.',
      );
    }
    const faults = settingsFaults(settings);
    if (faults.length > 0) {
      throw claimsProblems.TREASURY_SETTINGS_MISSING('Complétez les réglages de la Trésorerie.', {
        errors: faults.map(({ message }) => ({ field: 'settings', message })),
      });
    }
    return settings;
  }
}

/** What of their row can be kept elsewhere, as JSON. */
export function settingsOf(row: TreasurySettingsRow): TreasurySettings {
  const { id: _id, collectiviteId: _collectivite, updatedAt: _at, ...settings } = row;
  return settings;
}
