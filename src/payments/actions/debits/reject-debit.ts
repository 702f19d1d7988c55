import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { ChartOfAccounts } from '../../../ledger/index.js';
import { SuspendMandate } from '../../../mandates/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { invalidRequest } from '../../../platform/http/validation.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { rejectReason } from '../../../sepa/index.js';
import { DebitRow } from '../../data/debit.entity.js';
import { debitRejected } from '../../events.js';
import { paymentsProblems } from '../../problems.js';
import { ReversePayment } from '../reversals/reverse-payment.js';
import { FindDebitRuns } from './find-debit-runs.js';

export interface DebitToReject {
  readonly collectiviteId: number;
  readonly debitId: number;
  /** ISO code, `AM04`. */
  readonly reason: string;
  /** The day on which the bank sent it back; today unless told. */
  readonly rejectedOn?: Temporal.PlainDate | null;
  readonly rejectedBy: number;
}

/** A debit that the bank sends back: its payment is reversed if it was recorded, its invoice is due again. */
@Injectable()
export class RejectDebit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findRuns: FindDebitRuns,
    private readonly accounts: ChartOfAccounts,
    private readonly reversePayment: ReversePayment,
    private readonly suspendMandate: SuspendMandate,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A debit is rejected once: asked again, it is answered as it is. Throws NOT_FOUND, DEBIT_CANCELLED,
   * INVALID_REQUEST for a day to come, and what reversing a payment throws.
   */
  run(asked: DebitToReject): Promise<{ readonly debit: DebitRow; readonly alreadyRejected: boolean }> {
    const { collectiviteId, debitId, reason, rejectedBy } = asked;
    return this.database.unit(async () => {
      const { familyId } = await this.findRuns.debit(collectiviteId, debitId);
      await this.accounts.holdFamily(collectiviteId, familyId);
      await this.database.rows(
        `SELECT id FROM debits WHERE id = ? AND collectivite_id = ?${this.database.dialect.forUpdate}`,
        [debitId, collectiviteId],
      );
      const debit = await this.findRuns.debit(collectiviteId, debitId);
      if (debit.state === 'REJECTED') return { debit, alreadyRejected: true };
      if (debit.state === 'CANCELLED')
        throw paymentsProblems.DEBIT_CANCELLED('Ce prélèvement a été annulé avec son fichier : il n’a pas pu revenir.');
      const rejectedOn = await this.dayOf(asked, debit);
      const rejected = { state: 'REJECTED' as const, undecided: null, rejectReason: reason, rejectedOn, rejectedBy };
      await this.database.repository(DebitRow).update({ collectiviteId, id: debitId }, rejected);
      const { label, mandate } = rejectReason(reason);
      if (debit.paymentId !== null)
        await this.reversePayment.run({
          ...{ collectiviteId, paymentId: debit.paymentId, reason: 'REJECTED_DEBIT' as const },
          note: `${label} (${reason})`,
          occurredOn: rejectedOn,
          reversedBy: rejectedBy,
        });
      if (mandate === 'SUSPENDED') await this.suspendMandate.run(collectiviteId, debit.mandateId, reason);
      await this.audit.record({
        collectiviteId,
        accountId: rejectedBy,
        action: 'debit.rejected',
        subject: `debit:${debitId}`,
        detail: { reason },
      });
      const about = { collectiviteId, key: String(debitId) };
      await this.outbox.emit(debitRejected, { collectiviteId, debitId }, about);
      return { debit: { ...debit, ...rejected }, alreadyRejected: false };
    });
  }

  /** A bank may refuse before the day of the debit; what was recorded as paid is reversed from that day on. */
  private async dayOf(
    { collectiviteId, rejectedOn }: DebitToReject,
    { paymentId, collectedOn }: DebitRow,
  ): Promise<Temporal.PlainDate> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const day = rejectedOn ?? today;
    if (isBefore(today, day))
      throw invalidRequest([{ field: 'rejectedOn', message: 'un rejet ne peut pas dater d’après aujourd’hui.' }]);
    return paymentId !== null && isBefore(day, collectedOn) ? collectedOn : day;
  }
}
