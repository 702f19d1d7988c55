import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { ChartOfAccounts } from '../../../ledger/index.js';
import { MandatesForDebit } from '../../../mandates/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { DebitRow } from '../../data/debit.entity.js';
import { RecordPayment } from '../record-payment.js';

/** Records the money of debits whose day has come: a debit that no bank has refused by then is paid. */
@Injectable()
export class CollectDebits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly accounts: ChartOfAccounts,
    private readonly recordPayment: RecordPayment,
    private readonly mandates: MandatesForDebit,
  ) {}

  /** How many were recorded, in all the collectivités. One that fails does not keep the others. */
  async run(): Promise<number> {
    const collected = await eachInTurn(await this.findCollectivite.all(), ({ id, timeZone }) =>
      this.ofCollectivite(id, dateIn(timeZone, this.clock.now())),
    );
    return collected.reduce((total, count) => total + count, 0);
  }

  private async ofCollectivite(collectiviteId: number, today: Temporal.PlainDate): Promise<number> {
    const due = await this.database.read(() =>
      this.database.repository(DebitRow).find({
        where: { collectiviteId, undecided: 1, collectedOn: LessThanOrEqual(today) },
        order: { id: 'ASC' },
      }),
    );
    const collected = await eachInTurn(due, (debit) => this.collect(debit));
    await this.endRuns(collectiviteId);
    return collected.filter(Boolean).length;
  }

  /** The family first, then the debit, as whoever rejects it; false when someone decided meanwhile. */
  private collect(debit: DebitRow): Promise<boolean> {
    const { id, collectiviteId, familyId, invoiceId, amountCents, collectedOn, bankReference, mandateId } = debit;
    return this.database.unit(async () => {
      await this.accounts.holdFamily(collectiviteId, familyId);
      const [row] = await this.database.rows<{ state: string }>(
        `SELECT state FROM debits WHERE id = ? AND collectivite_id = ?${this.database.dialect.forUpdate}`,
        [id, collectiviteId],
      );
      if (row?.state !== 'SENT') return false;
      const { payment } = await this.recordPayment.run({
        ...{ collectiviteId, familyId, means: 'DIRECT_DEBIT', cents: amountCents, receivedOn: collectedOn },
        reference: bankReference,
        shares: [{ invoiceId, cents: amountCents }],
        // Paid at the counter meanwhile: what was debited on top is the family's.
        excess: 'CREDIT',
        recordedBy: null,
        confirmSecond: true,
      });
      await this.database.change(
        "UPDATE debits SET state = 'COLLECTED', undecided = NULL, payment_id = ? WHERE id = ? AND collectivite_id = ?",
        [payment.id, id, collectiviteId],
      );
      await this.mandates.served(collectiviteId, [mandateId], collectedOn);
      return true;
    });
  }

  private async endRuns(collectiviteId: number): Promise<void> {
    const now = this.clock.now().epochMilliseconds;
    await this.database.unit(() =>
      this.database.change(
        `UPDATE debit_runs SET state = 'COLLECTED', ended_at = ?
         WHERE collectivite_id = ? AND state = 'SENT'
           AND NOT EXISTS (SELECT 1 FROM debits d WHERE d.debit_run_id = debit_runs.id AND d.undecided = 1)`,
        [now, collectiviteId],
      ),
    );
  }
}
