import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { SepaSettingsRow } from '../data/sepa-settings.entity.js';
import { mandatesProblems } from '../problems.js';

@Injectable()
export class FindSepaSettings {
  constructor(private readonly database: Database) {}

  /** Null where the collectivité never set debits up. */
  run(collectiviteId: number): Promise<SepaSettingsRow | null> {
    return this.database.read(() => this.database.repository(SepaSettingsRow).findOneBy({ collectiviteId }));
  }

  /** Holds them until the caller's unit ends: one file of debits at a time in a collectivité. */
  async hold(collectiviteId: number): Promise<void> {
    await this.database.rows(
      `SELECT id FROM sepa_settings WHERE collectivite_id = ?${this.database.dialect.forUpdate}`,
      [collectiviteId],
    );
  }

  /** Throws DEBIT_NOT_OFFERED. */
  async offered(collectiviteId: number): Promise<SepaSettingsRow> {
    const settings = await this.run(collectiviteId);
    if (settings?.offered) return settings;
    throw mandatesProblems.DEBIT_NOT_OFFERED(
      'Le prélèvement n’est pas proposé pour le moment. Les autres moyens de paiement figurent sur vos factures.',
    );
  }
}
