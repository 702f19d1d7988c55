import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Database } from '../../platform/database/database.js';
import type { SequenceType } from '../../sepa/rules/index.js';
import { MandateRow } from '../data/mandate.entity.js';
import type { BankAccount } from '../rules/bank-account.js';
import { nextSequence, standingOn } from '../rules/mandate-state.js';
import { FindSepaSettings } from './find-sepa-settings.js';
import { MandateVault } from './mandate-vault.js';

/** What a debit needs of a mandate, in clear: for the bytes of a file, and nothing else. */
export interface MandateForDebit extends BankAccount {
  readonly mandateId: number;
  readonly rum: string;
  readonly signedOn: Temporal.PlainDate;
  /** Of its next debit. */
  readonly sequence: SequenceType;
}

/** The mandates that can be debited on a day, opened: for the PES, and for the files of a régie. */
@Injectable()
export class MandatesForDebit {
  constructor(
    private readonly database: Database,
    private readonly findSettings: FindSepaSettings,
    private readonly vault: MandateVault,
  ) {}

  /**
   * By family; one without a mandate in force, with one that is suspended or lapsed that day, or of a collectivité that
   * never set debits up, is absent. Throws SealBroken when an account was changed behind our back.
   */
  async run(
    collectiviteId: number,
    familyIds: Iterable<number>,
    on: Temporal.PlainDate,
  ): Promise<Map<number, MandateForDebit>> {
    return this.database.read(async () => {
      const settings = await this.findSettings.run(collectiviteId);
      const found = new Map<number, MandateForDebit>();
      if (!settings) return found;
      for (const ids of chunksOf(new Set(familyIds)))
        for (const row of await this.database
          .repository(MandateRow)
          .findBy({ collectiviteId, familyId: In(ids), state: 'ACTIVE' }))
          if (standingOn(row, on) === 'ACTIVE')
            found.set(row.familyId, {
              mandateId: row.id,
              rum: row.rum,
              signedOn: row.signedOn,
              sequence: nextSequence(row.lastUsedOn, settings.firstSequence),
              ...this.vault.open(row),
            });
      return found;
    });
  }

  /** In the unit of the debits: these mandates served on a day, and lapse 36 months after it. */
  async served(collectiviteId: number, mandateIds: Iterable<number>, on: Temporal.PlainDate): Promise<void> {
    for (const ids of chunksOf(mandateIds))
      await this.database.change(
        `UPDATE mandates SET last_used_on = ? WHERE collectivite_id = ? AND id IN (${ids.map(() => '?').join(', ')})
         AND (last_used_on IS NULL OR last_used_on < ?)`,
        [on.toString(), collectiviteId, ...ids, on.toString()],
      );
  }
}
