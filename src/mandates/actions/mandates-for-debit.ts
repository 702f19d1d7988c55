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

/** A mandate that can be debited, its account still sealed. */
export interface MandateInForce {
  readonly mandateId: number;
  readonly rum: string;
  readonly signedOn: Temporal.PlainDate;
  /** Of its next debit. */
  readonly sequence: SequenceType;
}

/** What a debit needs of a mandate, in clear: for the bytes of a file, and nothing else. */
export type MandateForDebit = MandateInForce & BankAccount;

/** What the bytes of a debit that was decided before say of its mandate. */
export type OpenedMandate = Pick<MandateInForce, 'rum' | 'signedOn'> & BankAccount;

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
    return this.standing(collectiviteId, familyIds, on, (row, inForce) => ({ ...inForce, ...this.vault.open(row) }));
  }

  /** The same with their accounts left sealed. */
  async inForce(
    collectiviteId: number,
    familyIds: Iterable<number>,
    on: Temporal.PlainDate,
  ): Promise<Map<number, MandateInForce>> {
    return this.standing(collectiviteId, familyIds, on, (_, inForce) => inForce);
  }

  /** Those of debits that are decided, by id, however they stand now. Throws SealBroken. */
  async opened(collectiviteId: number, mandateIds: Iterable<number>): Promise<Map<number, OpenedMandate>> {
    return this.database.read(async () => {
      const found = new Map<number, OpenedMandate>();
      for (const ids of chunksOf(new Set(mandateIds)))
        for (const row of await this.database.repository(MandateRow).findBy({ collectiviteId, id: In(ids) }))
          found.set(row.id, { rum: row.rum, signedOn: row.signedOn, ...this.vault.open(row) });
      return found;
    });
  }

  private standing<Answer>(
    collectiviteId: number,
    familyIds: Iterable<number>,
    on: Temporal.PlainDate,
    answer: (row: MandateRow, inForce: MandateInForce) => Answer,
  ): Promise<Map<number, Answer>> {
    return this.database.read(async () => {
      const settings = await this.findSettings.run(collectiviteId);
      const found = new Map<number, Answer>();
      if (!settings) return found;
      for (const ids of chunksOf(new Set(familyIds)))
        for (const row of await this.database
          .repository(MandateRow)
          .findBy({ collectiviteId, familyId: In(ids), state: 'ACTIVE' }))
          if (standingOn(row, on) === 'ACTIVE')
            found.set(
              row.familyId,
              answer(row, {
                ...{ mandateId: row.id, rum: row.rum, signedOn: row.signedOn },
                sequence: nextSequence(row.lastUsedOn, settings.firstSequence),
              }),
            );
      return found;
    });
  }

  /**
   * In the unit of the debits: whether none of these mandates has served yet, which nobody changes until the unit ends.
   * Two files that are frozen at the same instant meet here: only one of them holds the first debit of a mandate.
   */
  async holdUnserved(collectiviteId: number, mandateIds: Iterable<number>): Promise<boolean> {
    for (const ids of chunksOf(new Set(mandateIds))) {
      const held = await this.database.rows(
        `SELECT id FROM mandates WHERE collectivite_id = ? AND id IN (${ids.map(() => '?').join(', ')})
         AND last_used_on IS NULL ORDER BY id${this.database.dialect.forUpdate}`,
        [collectiviteId, ...ids],
      );
      if (held.length < ids.length) return false;
    }
    return true;
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
