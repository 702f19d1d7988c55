import { Injectable } from '@nestjs/common';
import type { Cents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { promisesLeft } from '../rules/promises-left.js';
import { CreditPromiseRow } from './credit-promise.entity.js';

/**
 * What of families' credits is kept for the places of a basket that is being paid: nothing else spends it
 * (`CreditBalances` leaves it out). No entry is made for a promise, since no money moves. Hold the family's account before
 * changing one.
 */
@Injectable()
export class CreditPromises {
  constructor(private readonly database: Database) {}

  /**
   * Keeps this much, more than zero, whatever was kept before for the same basket: `ofCreditCents` of what is held, all of
   * it unless told, and the rest of what a payment brings. In the caller's unit.
   */
  async keep(
    collectiviteId: number,
    familyId: number,
    validationId: number,
    promisedCents: Cents,
    ofCreditCents = promisedCents,
  ): Promise<void> {
    await this.end(collectiviteId, validationId);
    const row = { collectiviteId, familyId, validationId, promisedCents, ofCreditCents };
    await this.database.insert(CreditPromiseRow, row);
  }

  /** What of the family's credit itself is kept for a basket; zero when nothing is. */
  async ofCredit(collectiviteId: number, validationId: number): Promise<Cents> {
    const kept = await this.database.repository(CreditPromiseRow).findOneBy({ collectiviteId, validationId });
    return kept?.ofCreditCents ?? 0;
  }

  /**
   * Lowers what is kept of a credit that will be `heldCents`, as far as it must, and answers by how much; null, with
   * nothing changed, where what was paid by it is being billed. In the caller's unit.
   */
  async lower(collectiviteId: number, familyId: number, heldCents: Cents): Promise<Cents | null> {
    const promises = await this.database.repository(CreditPromiseRow).findBy({ collectiviteId, familyId });
    const lowered = promisesLeft(heldCents, promises);
    if (lowered === null) return null;
    let byCents = 0;
    for (const { id, ofCreditCents } of lowered) {
      await this.database.repository(CreditPromiseRow).update({ id }, { ofCreditCents });
      byCents += promises.find((one) => one.id === id)!.ofCreditCents - ofCreditCents;
    }
    return byCents;
  }

  /** Ends a promise and answers what was kept, zero when nothing was: it may be spent again. In the caller's unit. */
  async end(collectiviteId: number, validationId: number): Promise<Cents> {
    const keys = [collectiviteId, validationId];
    const [kept] = await this.database.rows<{ cents: number }>(
      'SELECT promised_cents AS cents FROM credit_promises WHERE collectivite_id = ? AND validation_id = ?',
      keys,
    );
    if (!kept) return 0;
    await this.database.change('DELETE FROM credit_promises WHERE collectivite_id = ? AND validation_id = ?', keys);
    return Number(kept.cents);
  }
}
