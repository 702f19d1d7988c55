import { Injectable } from '@nestjs/common';
import { dateIn, isBefore, type Temporal } from '../../kernel/civil-time.js';
import { longDate } from '../../kernel/french.js';
import { FindCollectivite } from '../../collectivites/index.js';
import { ClosePeriod, LedgerPeriods } from '../../ledger/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { treasuryProblems } from '../problems.js';

export interface ClosedDays {
  /** The last day that is closed; null while none is. */
  readonly closedTo: Temporal.PlainDate | null;
  readonly closings: readonly {
    readonly toDate: Temporal.PlainDate;
    readonly closedAt: Temporal.Instant;
    /** Null when the report of a month closed it. */
    readonly closedBy: number | null;
  }[];
}

/** Days on which nothing is posted any more, closed by the régisseur; the report of a month closes them otherwise. */
@Injectable()
export class CloseDays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly closePeriod: ClosePeriod,
    private readonly periods: LedgerPeriods,
    private readonly audit: Audit,
  ) {}

  /** Closes up to a day, for ever; a day that was closed already stays so. Throws DAY_NOT_OVER for a day to come. */
  async run(collectiviteId: number, to: Temporal.PlainDate, closedBy: number): Promise<ClosedDays> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    if (isBefore(dateIn(timeZone, this.clock.now()), to)) {
      throw treasuryProblems.DAY_NOT_OVER(
        `Le ${longDate(to)} n’est pas encore arrivé : on ne clôt que des jours échus, aujourd’hui compris. Indiquez aujourd’hui ou un jour passé.`,
        { errors: [{ field: 'to', message: 'Aujourd’hui au plus tard.' }] },
      );
    }
    await this.database.unit(async () => {
      if (!(await this.closePeriod.run(collectiviteId, to, closedBy))) return;
      const detail = { to: to.toString() };
      const subject = `collectivite:${collectiviteId}`;
      await this.audit.record({ collectiviteId, accountId: closedBy, action: 'ledger.days-closed', subject, detail });
    });
    return this.find(collectiviteId);
  }

  /** The latest closing first. */
  async find(collectiviteId: number): Promise<ClosedDays> {
    const closings = await this.periods.list(collectiviteId);
    return { closedTo: closings[0]?.toDate ?? null, closings };
  }
}
