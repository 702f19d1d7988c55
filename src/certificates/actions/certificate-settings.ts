import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { type CertificateSettings, CertificateSettingsRow } from '../data/certificate-settings.entity.js';

const NOTHING: CertificateSettings = { signatoryName: null, signatoryTitle: null, januaryDay: null };

@Injectable()
export class CertificateSettingsOf {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async read(collectiviteId: number): Promise<CertificateSettings> {
    const row = await this.database.read(() =>
      this.database.repository(CertificateSettingsRow).findOneBy({ collectiviteId }),
    );
    return row ?? NOTHING;
  }

  async change(collectiviteId: number, settings: CertificateSettings, accountId: number): Promise<void> {
    const values = [settings.signatoryName, settings.signatoryTitle, settings.januaryDay];
    await this.database.unit(async () => {
      const sql = this.database.dialect.upsert(
        'certificate_settings',
        ['collectivite_id', 'signatory_name', 'signatory_title', 'january_day'],
        ['collectivite_id'],
        'signatory_name = ?, signatory_title = ?, january_day = ?',
      );
      await this.database.change(sql, [collectiviteId, ...values, ...values]);
      const subject = `collectivite:${collectiviteId}`;
      const detail = { januaryDay: settings.januaryDay };
      await this.audit.record({ collectiviteId, accountId, action: 'certificate-settings.changed', subject, detail });
    });
  }
}
