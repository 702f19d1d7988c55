import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import type { ValidationRecap } from '../rules/recap.js';
import { BasketValidationRow } from './basket-validation.entity.js';

@Injectable()
export class ValidationsStore {
  constructor(private readonly database: Database) {}

  byKey(accountId: number, idempotencyKey: string): Promise<BasketValidationRow | null> {
    return this.database.repository(BasketValidationRow).findOneBy({ accountId, idempotencyKey });
  }

  one(collectiviteId: number, familyId: number, id: number): Promise<BasketValidationRow | null> {
    return this.database.repository(BasketValidationRow).findOneBy({ collectiviteId, familyId, id });
  }

  open(
    row: Omit<
      BasketValidationRow,
      'id' | 'finishedAt' | 'paidAt' | 'onlinePaymentId' | 'accepted' | 'refused' | 'recap'
    >,
  ): Promise<number> {
    const recap: ValidationRecap = { sentence: '', lines: [] };
    return this.database.insert(BasketValidationRow, {
      ...row,
      finishedAt: null,
      paidAt: null,
      onlinePaymentId: null,
      accepted: 0,
      refused: 0,
      recap,
    });
  }

  /** The validation, held until the end of the unit: its slices are decided one after the other, whoever asks. */
  async hold(id: number): Promise<BasketValidationRow> {
    await this.database.rows(`SELECT id FROM basket_validations WHERE id = ?${this.database.dialect.forUpdate}`, [id]);
    return this.database.repository(BasketValidationRow).findOneByOrFail({ id });
  }

  async keep(id: number, recap: ValidationRecap): Promise<void> {
    await this.database.change('UPDATE basket_validations SET recap = ? WHERE id = ?', [JSON.stringify(recap), id]);
  }

  /** Marks it finished; false when it was already. */
  async finish(id: number, recap: ValidationRecap, at: Temporal.Instant): Promise<boolean> {
    const refused = recap.lines.filter(({ code }) => code !== null).length;
    const accepted = recap.lines.filter(({ reservationId }) => reservationId !== null).length;
    const changed = await this.database.change(
      'UPDATE basket_validations SET finished_at = ?, accepted = ?, refused = ?, recap = ? WHERE id = ? AND finished_at IS NULL',
      [at.epochMilliseconds, accepted, refused, JSON.stringify(recap), id],
    );
    return changed === 1;
  }

  /** Marks its places paid; false when they were already. */
  async pay(id: number, at: Temporal.Instant): Promise<boolean> {
    const changed = await this.database.change(
      'UPDATE basket_validations SET paid_at = ? WHERE id = ? AND paid_at IS NULL',
      [at.epochMilliseconds, id],
    );
    return changed === 1;
  }

  /** Keeps which attempt is the last to pay it online. */
  async payingBy(id: number, onlinePaymentId: number): Promise<void> {
    await this.database.change('UPDATE basket_validations SET online_payment_id = ? WHERE id = ?', [
      onlinePaymentId,
      id,
    ]);
  }

  /** Validations left half-way since before an instant: their process was killed. */
  unfinished(before: Temporal.Instant, limit: number): Promise<BasketValidationRow[]> {
    return this.database.repository(BasketValidationRow).find({
      where: { finishedAt: IsNull(), validatedAt: LessThanOrEqual(before) },
      order: { validatedAt: 'ASC' },
      take: limit,
    });
  }
}
