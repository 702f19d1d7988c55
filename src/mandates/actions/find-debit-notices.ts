import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import { MandateRow } from '../data/mandate.entity.js';
import { debitDateOf } from '../rules/debit-notice.js';
import { standingOn } from '../rules/mandate-state.js';
import { FindSepaSettings } from './find-sepa-settings.js';

/** An invoice that its own paper announces as debited. */
export interface DebitNotice {
  readonly on: Temporal.PlainDate;
  /** « FR76 •••• 0189 ». */
  readonly account: string;
  readonly rum: string;
}

@Injectable()
export class FindDebitNotices {
  constructor(
    private readonly database: Database,
    private readonly findSettings: FindSepaSettings,
  ) {}

  /**
   * By family, when and on which account an invoice with these dates will be debited by the régie. Absent: it is not,
   * for want of a mandate, or because the Trésor debits titres on a day of its own.
   */
  async run(
    collectiviteId: number,
    familyIds: Iterable<number>,
    dates: { readonly issuedOn: Temporal.PlainDate; readonly dueOn: Temporal.PlainDate },
  ): Promise<Map<number, DebitNotice>> {
    return this.database.read(async () => {
      const settings = await this.findSettings.run(collectiviteId);
      const notices = new Map<number, DebitNotice>();
      if (!settings?.offered || settings.mode !== 'REGIE_DFT') return notices;
      const on = debitDateOf(dates, settings.noticeDays);
      for (const ids of chunksOf(new Set(familyIds)))
        for (const mandate of await this.database
          .repository(MandateRow)
          .findBy({ collectiviteId, familyId: In(ids), state: 'ACTIVE' }))
          if (standingOn(mandate, on) === 'ACTIVE')
            notices.set(mandate.familyId, { on, account: mandate.maskedIban, rum: mandate.rum });
      return notices;
    });
  }
}
