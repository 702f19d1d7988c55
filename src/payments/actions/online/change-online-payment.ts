import { Injectable } from '@nestjs/common';
import { dateIn, isBefore } from '../../../kernel/civil-time.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindAccounts } from '../../../identity/index.js';
import { ChartOfAccounts } from '../../../ledger/index.js';
import { decideAttempt, type PayfipAnswer, paidOn, type PaymentDetail, type Verdict } from '../../../payfip/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { OnlineAttempts } from '../../data/online-attempts.js';
import type { OnlinePaymentRow } from '../../data/online-payment.entity.js';
import type { PaymentRow } from '../../data/payment.entity.js';
import { onlinePaymentFailed, onlinePaymentSettled, type OnlineTarget } from '../../events.js';
import { attemptOf, meansOf, toldBy } from '../../rules/online-attempt.js';
import { RecordPayment } from '../record-payment.js';
import { TellOnlinePayment } from './tell-online-payment.js';

type Answer = PayfipAnswer<PaymentDetail>;

/** The one place where an attempt changes. Each change is a statement that says from which state. */
@Injectable()
export class ChangeOnlinePayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: OnlineAttempts,
    private readonly accounts: ChartOfAccounts,
    private readonly findAccounts: FindAccounts,
    private readonly findCollectivite: FindCollectivite,
    private readonly recordPayment: RecordPayment,
    private readonly outbox: Outbox,
    private readonly tell: TellOnlinePayment,
  ) {}

  /** PayFiP opened it; false when it was given up meanwhile. Throws a duplicate key on an operation of another attempt. */
  open(id: number, idOp: string): Promise<boolean> {
    return this.database.unit(async () => {
      const sql =
        "UPDATE online_payments SET state = 'PENDING', id_op = ?, ask_again_at = ? WHERE id = ? AND state = 'CREATED'";
      const soon = this.clock.now().add({ minutes: 5 }).epochMilliseconds;
      return (await this.database.change(sql, [idOp, soon, id])) === 1;
    });
  }

  /** PayFiP did not open it, or nobody knows that it did: no family was sent to its page. */
  fail(id: number, told: string): Promise<void> {
    return this.database.unit(async () => {
      const sql =
        "UPDATE online_payments SET state = 'FAILED', told = ?, ask_again_at = NULL WHERE id = ? AND state = 'CREATED'";
      if ((await this.database.change(sql, [told, id])) === 1) await this.emitFailure(await this.attempts.hold(id));
    });
  }

  /** Nothing changed but what was answered, and when to ask again. */
  remember(row: OnlinePaymentRow, { askAgainAt }: Verdict, answer: Answer): Promise<void> {
    return this.database.unit(async () => {
      await this.database.change(
        'UPDATE online_payments SET told = ?, asked_at = ?, ask_again_at = ? WHERE id = ? AND state = ?',
        [
          toldBy(attemptOf(row), answer),
          this.clock.now().epochMilliseconds,
          askAgainAt?.epochMilliseconds ?? null,
          row.id,
          row.state,
        ],
      );
    });
  }

  /** Decides again on the row as it is now, held after the family's account, and settles it when it is paid. */
  decide({ id, collectiviteId, familyId }: OnlinePaymentRow, answer: Answer): Promise<void> {
    return this.database.unit(async () => {
      const now = this.clock.now();
      await this.accounts.holdFamily(collectiviteId, familyId);
      const row = await this.attempts.hold(id);
      const verdict = decideAttempt(attemptOf(row), answer, now);
      const target = (await this.attempts.targetsOf([row])).get(id)!;
      const paid = verdict.state === 'PAID' && row.state !== 'PAID' && answer.kind === 'ANSWERED';
      const payment = paid ? await this.settle(row, target, answer.value) : null;
      const detail = answer.kind === 'ANSWERED' ? answer.value : null;
      const changed = await this.database.change(
        `UPDATE online_payments SET state = ?, anomaly = ?, told = ?, asked_at = ?, ask_again_at = ?,
           payment_id = COALESCE(?, payment_id), authorisation = COALESCE(?, authorisation), paid_on = COALESCE(?, paid_on)
         WHERE id = ? AND state = ?`,
        [
          verdict.state,
          verdict.anomaly,
          toldBy(attemptOf(row), answer),
          now.epochMilliseconds,
          verdict.askAgainAt?.epochMilliseconds ?? null,
          payment?.id ?? null,
          detail?.numauto?.slice(0, 16) ?? null,
          payment?.receivedOn.toString() ?? null,
          id,
          row.state,
        ],
      );
      if (changed !== 1) throw new Error(`the online payment ${id} changed while it was held`);
      if (payment) await this.emitSettled(row, target, payment);
      else if (verdict.state !== row.state || verdict.anomaly !== row.anomaly) {
        await this.emitFailure({ ...row, ...verdict });
      }
    });
  }

  private async settle(row: OnlinePaymentRow, target: OnlineTarget, detail: PaymentDetail): Promise<PaymentRow> {
    const { collectiviteId, familyId, amountCents, reference, createdBy } = row;
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const told = paidOn(detail);
    const payer = createdBy === null ? null : (await this.findAccounts.byIds([createdBy])).get(createdBy);
    const { payment } = await this.recordPayment.run({
      collectiviteId,
      familyId,
      means: meansOf(detail.resultrans),
      cents: amountCents,
      // It is tomorrow in Paris before it is in Martinique.
      receivedOn: told && isBefore(told, today) ? told : today,
      reference: detail.numauto
        ? `PayFiP ${reference}, autorisation ${detail.numauto.slice(0, 16)}`
        : `PayFiP ${reference}`,
      payerName: payer ? `${payer.firstName} ${payer.lastName}` : null,
      shares: target.kind === 'INVOICES' ? target.shares : [],
      excess: 'CREDIT',
      recordedBy: null,
      // Two attempts may be for the same amount on the same day; each is settled once by its own row.
      confirmSecond: true,
    });
    return payment;
  }

  private async emitSettled(row: OnlinePaymentRow, target: OnlineTarget, payment: PaymentRow): Promise<void> {
    const { id, collectiviteId, familyId, amountCents } = row;
    const { id: paymentId, creditedCents } = payment;
    await this.outbox.emit(
      onlinePaymentSettled,
      { collectiviteId, onlinePaymentId: id, familyId, target, cents: amountCents, paymentId, creditedCents },
      { collectiviteId, key: String(id) },
    );
    if (target.kind === 'INVOICES' && creditedCents > 0) await this.tell.exceeded(row, payment);
  }

  private async emitFailure(row: OnlinePaymentRow): Promise<void> {
    const { id, collectiviteId, familyId, amountCents, state } = row;
    if (state === 'CREATED' || state === 'PENDING' || state === 'PAID') return;
    const target = (await this.attempts.targetsOf([row])).get(id)!;
    await this.outbox.emit(
      onlinePaymentFailed,
      { collectiviteId, onlinePaymentId: id, familyId, target, cents: amountCents, reason: state },
      { collectiviteId, key: `${id}:${state}` },
    );
    if (state === 'ANOMALY') await this.tell.anomaly(row);
  }
}
