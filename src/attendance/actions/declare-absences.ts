import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { FamilyAct } from '../../reservations/index.js';
import { AbsenceRow } from '../data/absence.entity.js';
import type { AbsenceKind } from '../rules/absence.js';
import { CheckAbsences } from './check-absences.js';
import { LoadBookedDays } from './load-booked-days.js';
import { MailAboutAbsence } from './mail-about-absence.js';
import { ReviseRolls } from './revise-rolls.js';

export interface AbsencesToDeclare {
  readonly childIds: readonly number[];
  /** Null: every prestation. */
  readonly prestationId: number | null;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  readonly kind: AbsenceKind;
  readonly note: string | null;
}

/** A foyer says that children will not come, or did not, on days that it booked: all of them, or nothing. */
@Injectable()
export class DeclareAbsences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly check: CheckAbsences,
    private readonly loadBookedDays: LoadBookedDays,
    private readonly reviseRolls: ReviseRolls,
    private readonly mail: MailAboutAbsence,
  ) {}

  /**
   * Answers the ids of the absences, one for each child; the acknowledgement leaves by mail. Throws NOT_FOUND for a
   * child of another foyer, NOTHING_RESERVED, ABSENCE_ALREADY_DECLARED, ABSENCE_ALREADY_BILLED.
   */
  run(act: FamilyAct, { childIds, ...wanted }: AbsencesToDeclare): Promise<number[]> {
    const { collectiviteId, familyId, accountId } = act;
    return this.database.unit(async () => {
      const now = this.clock.now();
      const drafts = [...new Set(childIds)].map((childId) => ({ ...wanted, childId, familyId }));
      await this.check.strangers(act, drafts);
      const days = await this.loadBookedDays.run(collectiviteId, drafts);
      await this.check.empty(collectiviteId, drafts, days);
      const sessionIds = days.flat().map(({ session }) => session.id);
      this.check.billed(days.flat(), await this.reviseRolls.run(collectiviteId, sessionIds, now));
      await this.check.repeated(collectiviteId, drafts);
      const ids: number[] = [];
      for (const draft of drafts) {
        const row = { ...draft, collectiviteId, declaredBy: accountId, declaredAt: now };
        ids.push(await this.database.insert(AbsenceRow, row));
      }
      if (!act.asParent) await this.trace(act, ids);
      await this.mail.acknowledge(act, ids);
      return ids;
    });
  }

  private async trace({ collectiviteId, familyId, accountId }: FamilyAct, absences: readonly number[]): Promise<void> {
    const subject = `family:${familyId}`;
    await this.audit.record({ collectiviteId, accountId, action: 'absence.declared', subject, detail: { absences } });
  }
}
