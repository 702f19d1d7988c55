import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { DEFAULT_PLAN_SETTINGS, type PlanSettings, PlanSettingsRow } from '../data/plan-settings.entity.js';

@Injectable()
export class PlanSettingsOf {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async read(collectiviteId: number): Promise<PlanSettings> {
    const row = await this.database.read(() => this.database.repository(PlanSettingsRow).findOneBy({ collectiviteId }));
    return row ?? DEFAULT_PLAN_SETTINGS;
  }

  async change(collectiviteId: number, settings: PlanSettings, accountId: number): Promise<void> {
    const { tellAfterDays, endAfterDays } = settings;
    await this.database.unit(async () => {
      const sql = this.database.dialect.upsert(
        'payment_plan_settings',
        ['collectivite_id', 'tell_after_days', 'end_after_days'],
        ['collectivite_id'],
        'tell_after_days = ?, end_after_days = ?',
      );
      const values = [tellAfterDays, endAfterDays];
      await this.database.change(sql, [collectiviteId, ...values, ...values]);
      const subject = `collectivite:${collectiviteId}`;
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'payment-plan-settings.changed',
        subject,
        detail: settings,
      });
    });
  }
}
