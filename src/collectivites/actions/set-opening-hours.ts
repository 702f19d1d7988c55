import { Injectable } from '@nestjs/common';
import { typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { OpeningHourRow } from '../data/opening-hour.entity.js';
import { collectivitesProblems } from '../problems.js';
import { openingFaults, type OpeningSpan } from '../rules/opening-hours.js';

@Injectable()
export class SetOpeningHours {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Replaces all the hours. Throws OPENING_HOURS_NOT_VALID. */
  async run(collectiviteId: number, spans: readonly OpeningSpan[], accountId: number | null): Promise<void> {
    const faults = openingFaults(spans);
    if (faults.length > 0)
      throw collectivitesProblems.OPENING_HOURS_NOT_VALID(
        typeset('Corrigez les horaires signalés : rien n’a été enregistré.'),
        {
          errors: faults.map(({ index, fault }) => ({
            field: `openingHours[${index}]`,
            message: typeset(
              fault === 'REVERSED'
                ? 'la fermeture doit venir après l’ouverture.'
                : 'cette plage en recouvre une autre du même jour : réunissez-les ou séparez-les.',
            ),
          })),
        },
      );
    await this.database.unit(async () => {
      await this.database.repository(OpeningHourRow).delete({ collectiviteId });
      for (const { weekday, opensAt, closesAt } of spans)
        await this.database.insert(OpeningHourRow, { collectiviteId, weekday, opensAt, closesAt });
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'collectivite.opening-hours-set',
        subject: `collectivite:${collectiviteId}`,
      });
    });
  }
}
