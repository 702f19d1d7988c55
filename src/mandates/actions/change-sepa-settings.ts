import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { plainIban } from '../../sepa/rules/index.js';
import { MandateRow } from '../data/mandate.entity.js';
import { SepaSettingsRow } from '../data/sepa-settings.entity.js';
import { mandatesProblems } from '../problems.js';
import { type SepaSettings, settingsFaults } from '../rules/sepa-settings.js';
import { FindSepaSettings } from './find-sepa-settings.js';

@Injectable()
export class ChangeSepaSettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findSettings: FindSepaSettings,
  ) {}

  /** Replaces all the settings. Throws SEPA_SETTINGS_REFUSED, CREDITOR_IN_USE. */
  async run(collectiviteId: number, wanted: SepaSettings, accountId: number): Promise<SepaSettingsRow> {
    const settings = inPlainForm(wanted);
    const errors = settingsFaults(settings);
    if (errors.length > 0)
      throw mandatesProblems.SEPA_SETTINGS_REFUSED('Corrigez les champs signalés : rien n’a été enregistré.', {
        errors,
      });
    const row = { ...settings, collectiviteId, changedBy: accountId, changedAt: this.clock.now() };
    return this.database.unit(async () => {
      const known = await this.findSettings.run(collectiviteId);
      if (known && known.ics !== settings.ics) await this.refuseWhileInUse(collectiviteId);
      if (known) await this.database.repository(SepaSettingsRow).update({ collectiviteId }, row);
      else await this.database.insert(SepaSettingsRow, row);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'sepa-settings.changed',
        subject: `collectivite:${collectiviteId}`,
        detail: { mode: settings.mode, offered: settings.offered },
      });
      return (await this.findSettings.run(collectiviteId))!;
    });
  }

  private async refuseWhileInUse(collectiviteId: number): Promise<void> {
    if (await this.database.repository(MandateRow).existsBy({ collectiviteId, living: 1 }))
      throw mandatesProblems.CREDITOR_IN_USE(
        'Des familles ont signé des mandats pour l’ICS actuel : leur banque refuserait un autre identifiant. Demandez conseil au SGC avant de le changer.',
      );
  }
}

function inPlainForm(settings: SepaSettings): SepaSettings {
  const plain = (text: string | null) => (text === null ? null : plainIban(text));
  return {
    ...settings,
    creditedIban: plain(settings.creditedIban),
    creditedBic: settings.creditedBic?.replace(/\s/g, '').toUpperCase() ?? null,
    dftIban: plain(settings.dftIban),
  };
}
