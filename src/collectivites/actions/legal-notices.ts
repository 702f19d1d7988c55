import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { CollectiviteRow } from '../data/collectivite.entity.js';
import { LegalNoticeRow } from '../data/legal-notice.entity.js';
import { type LegalNotice, NOTHING_TOLD } from '../rules/legal-notice.js';

/** A collectivité with what it tells of who answers for its pages. */
export interface Publisher {
  readonly collectivite: CollectiviteRow;
  readonly notice: LegalNotice;
}

@Injectable()
export class LegalNotices {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async of(collectiviteId: number): Promise<LegalNotice> {
    const row = await this.database.read(() => this.database.repository(LegalNoticeRow).findOneBy({ collectiviteId }));
    return row ?? NOTHING_TOLD;
  }

  /** Of every collectivité of the service, by name: anybody may read who publishes a page before having an account. */
  all(): Promise<Publisher[]> {
    return this.database.read(async () => {
      const collectivites = await this.database.repository(CollectiviteRow).find({ order: { name: 'ASC', id: 'ASC' } });
      const rows = await this.database.repository(LegalNoticeRow).find();
      const told = new Map(rows.map((row) => [row.collectiviteId, row]));
      return collectivites.map((collectivite) => ({
        collectivite,
        notice: told.get(collectivite.id) ?? NOTHING_TOLD,
      }));
    });
  }

  /** Replaces the whole of it. */
  async replace(collectiviteId: number, notice: LegalNotice, accountId: number): Promise<void> {
    const told = {
      publication_director: notice.publicationDirector,
      host_name: notice.hostName,
      host_address: notice.hostAddress,
      host_phone: notice.hostPhone,
      data_protection_officer: notice.dataProtectionOfficer,
      data_protection_email: notice.dataProtectionEmail,
    };
    const columns = Object.keys(told);
    const update = columns.map((column) => `${column} = ?`).join(', ');
    const key = ['collectivite_id'];
    await this.database.unit(async () => {
      await this.database.change(this.database.dialect.upsert('legal_notices', [...key, ...columns], key, update), [
        collectiviteId,
        ...Object.values(told),
        ...Object.values(told),
      ]);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'collectivite.legal-notice-changed',
        subject: `collectivite:${collectiviteId}`,
        detail: {},
      });
    });
  }
}
