import { Injectable } from '@nestjs/common';
import { type Weekday, weekdaysText } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { CollectiviteRow } from '../data/collectivite.entity.js';
import { collectivitesProblems } from '../problems.js';
import { identityFaults } from '../rules/identity-faults.js';
import { timeZoneNamed } from '../rules/time-zone.js';

export type CollectiviteChanges = Partial<Omit<CollectiviteRow, 'id' | 'createdAt' | 'schoolWeekdays'>> & {
  readonly schoolWeekdays?: readonly Weekday[];
};

/** Changes the identity, the contacts or the settings; what is absent (or undefined) stays. */
@Injectable()
export class ChangeCollectivite {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Throws SETTING_NOT_VALID. */
  async run(collectiviteId: number, wanted: CollectiviteChanges, accountId: number | null): Promise<void> {
    const errors = identityFaults(wanted);
    if (errors.length > 0)
      throw collectivitesProblems.SETTING_NOT_VALID(
        typeset('Corrigez les champs signalés : rien n’a été enregistré.'),
        { errors },
      );
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([, value]) => value !== undefined),
    ) as Partial<CollectiviteRow>;
    if (wanted.schoolWeekdays) changes.schoolWeekdays = weekdaysText(wanted.schoolWeekdays);
    if (changes.timeZone) changes.timeZone = timeZoneNamed(changes.timeZone)!;
    if (Object.keys(changes).length === 0) return;
    await this.database.unit(async () => {
      await this.database.repository(CollectiviteRow).update({ id: collectiviteId }, changes);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'collectivite.changed',
        subject: `collectivite:${collectiviteId}`,
        detail: { fields: Object.keys(changes) },
      });
    });
  }
}
