import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { type ReminderSettings, ReminderSettingsRow } from '../data/reminder-settings.entity.js';
import { remindersProblems } from '../problems.js';
import { settingsFaults } from '../rules/settings-faults.js';
import type { ReminderRules } from '../rules/steps.js';

const NOTHING: ReminderSettings = {
  firstMailDays: null,
  secondMailDays: null,
  letterDays: null,
  transferDays: null,
  leastCents: 0,
  helpContact: null,
};

@Injectable()
export class ReminderSettingsOf {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async read(collectiviteId: number): Promise<ReminderSettings> {
    const row = await this.database.read(() =>
      this.database.repository(ReminderSettingsRow).findOneBy({ collectiviteId }),
    );
    return row ?? NOTHING;
  }

  /** Throws REMINDER_STEPS_NOT_VALID. */
  async change(collectiviteId: number, settings: ReminderSettings, accountId: number): Promise<void> {
    const errors = settingsFaults(rulesOf(settings));
    if (errors.length > 0) {
      throw remindersProblems.REMINDER_STEPS_NOT_VALID('Espacez les étapes des relances : rien n’a été enregistré.', {
        errors,
      });
    }
    const columns = {
      first_mail_days: settings.firstMailDays,
      second_mail_days: settings.secondMailDays,
      letter_days: settings.letterDays,
      transfer_days: settings.transferDays,
      least_cents: settings.leastCents,
      help_contact: settings.helpContact,
    };
    const [names, values] = [Object.keys(columns), Object.values(columns)];
    await this.database.unit(async () => {
      const update = names.map((name) => `${name} = ?`).join(', ');
      const key = ['collectivite_id'];
      const sql = this.database.dialect.upsert('reminder_settings', [...key, ...names], key, update);
      await this.database.change(sql, [collectiviteId, ...values, ...values]);
      const subject = `collectivite:${collectiviteId}`;
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'reminder-settings.changed',
        subject,
        detail: columns,
      });
    });
  }
}

export function rulesOf(settings: ReminderSettings): ReminderRules {
  const { firstMailDays, secondMailDays, letterDays, transferDays, leastCents } = settings;
  return {
    after: {
      ...(firstMailDays === null ? {} : { FIRST_MAIL: firstMailDays }),
      ...(secondMailDays === null ? {} : { SECOND_MAIL: secondMailDays }),
      ...(letterDays === null ? {} : { LETTER: letterDays }),
      ...(transferDays === null ? {} : { TRANSFER: transferDays }),
    },
    leastCents,
  };
}
