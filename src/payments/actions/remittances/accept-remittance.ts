import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { longDate, shortDate } from '../../../kernel/french.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { HoldRemittances } from '../../data/hold-remittances.js';
import { RemittanceAcceptanceRow } from '../../data/remittance-acceptance.entity.js';
import { paymentsProblems } from '../../problems.js';
import { noRemittance } from './find-remittances.js';

export interface RemittanceToAccept {
  readonly collectiviteId: number;
  readonly remittanceId: number;
  readonly acceptedOn: Temporal.PlainDate;
  /** What the comptable wrote on it. */
  readonly reference: string | null;
  readonly notedBy: number;
}

/** Notes that the comptable received a bordereau and signed it. */
@Injectable()
export class AcceptRemittance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly holdRemittances: HoldRemittances,
  ) {}

  /** Once: noted again, nothing is written. Throws NOT_FOUND, REMITTANCE_CLOSED, PAYMENT_DATE_REFUSED. */
  run({ collectiviteId, remittanceId, acceptedOn, reference, notedBy }: RemittanceToAccept): Promise<void> {
    return this.database.unit(async () => {
      const held = await this.holdRemittances.one(collectiviteId, remittanceId);
      if (!held) throw noRemittance();
      const { row, acceptance, reversal } = held;
      if (acceptance) return;
      if (reversal)
        throw paymentsProblems.REMITTANCE_CLOSED(
          `Le bordereau ${row.paper.number} est annulé depuis le ${shortDate(reversal.accountedOn)} : la Trésorerie ne peut pas l’avoir reçu. Faites-en un autre.`,
        );
      const now = this.clock.now();
      const today = dateIn((await this.findCollectivite.run(collectiviteId)).timeZone, now);
      if (isBefore(today, acceptedOn) || isBefore(acceptedOn, row.accountedOn))
        throw paymentsProblems.PAYMENT_DATE_REFUSED(
          `Le bordereau ${row.paper.number} est du ${longDate(row.accountedOn)} : indiquez un jour entre celui-là et aujourd’hui.`,
          { errors: [{ field: 'acceptedOn', message: `Du ${shortDate(row.accountedOn)} à aujourd’hui.` }] },
        );
      const noted = { collectiviteId, remittanceId, acceptedOn, reference, notedBy, notedAt: now };
      await this.database.insert(RemittanceAcceptanceRow, noted);
      await this.audit.record({
        collectiviteId,
        accountId: notedBy,
        action: 'remittance.accepted',
        subject: `remittance:${remittanceId}`,
        detail: { acceptedOn: acceptedOn.toString() },
      });
    });
  }
}
