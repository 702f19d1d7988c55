import { Injectable } from '@nestjs/common';
import { longDate } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AbsenceRow } from '../data/absence.entity.js';
import { attendanceProblems } from '../problems.js';
import { FindAbsences } from './find-absences.js';
import { LoadBookedDays } from './load-booked-days.js';
import { ReviseRolls } from './revise-rolls.js';

export interface AbsenceToWithdraw {
  readonly collectiviteId: number;
  /** The foyer that takes back what it declared; null for the mairie. */
  readonly familyId: number | null;
  readonly absenceId: number;
  readonly accountId: number;
}

/** Takes a declaration back, while none of its days is billed. Asked twice, the second changes nothing. */
@Injectable()
export class WithdrawAbsence {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findAbsences: FindAbsences,
    private readonly loadBookedDays: LoadBookedDays,
    private readonly reviseRolls: ReviseRolls,
  ) {}

  /** Throws NOT_FOUND, ABSENCE_ALREADY_BILLED. */
  run({ absenceId, accountId, ...scope }: AbsenceToWithdraw): Promise<void> {
    const { collectiviteId } = scope;
    return this.database.unit(async () => {
      const absence = await this.findAbsences.locked(scope, absenceId);
      if (absence.withdrawnAt !== null) return;
      const now = this.clock.now();
      const [days = []] = await this.loadBookedDays.run(collectiviteId, [absence]);
      const sessionIds = days.map(({ session }) => session.id);
      const billed = await this.reviseRolls.run(collectiviteId, sessionIds, now);
      const first = days.find(({ session }) => billed.has(session.id));
      if (first) {
        throw attendanceProblems.ABSENCE_ALREADY_BILLED(
          `Le ${longDate(first.session.date)} est déjà facturé : cette déclaration ne peut plus être retirée.`,
        );
      }
      const withdrawn = { withdrawnAt: now, withdrawnBy: accountId };
      await this.database.repository(AbsenceRow).update({ collectiviteId, id: absenceId }, withdrawn);
      const subject = `absence:${absenceId}`;
      await this.audit.record({ collectiviteId, accountId, action: 'absence.withdrawn', subject });
    });
  }
}
