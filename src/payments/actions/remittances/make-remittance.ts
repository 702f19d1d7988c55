import { Injectable } from '@nestjs/common';
import { dateIn, isBefore, type Temporal } from '../../../kernel/civil-time.js';
import { euros, longDate } from '../../../kernel/french.js';
import { chunksOf } from '../../../kernel/lists.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { LedgerPeriods, PostEntry, remittanceEntry } from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, RunAgain } from '../../../platform/database/database.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { HoldRemittances } from '../../data/hold-remittances.js';
import { RefundMovements, type RefundToRemit } from '../../data/refund-movements.js';
import { RemittanceLineRow } from '../../data/remittance-line.entity.js';
import { RemittanceRefundRow } from '../../data/remittance-refund.entity.js';
import { RemittanceRow } from '../../data/remittance.entity.js';
import { type PaymentToRemit, type ReversalToRemit, ToRemit } from '../../data/to-remit.js';
import { paymentsProblems } from '../../problems.js';
import { type Means, meansLabel } from '../../rules/means.js';
import { formatPaperNumber, PAPER_SERIES } from '../../rules/paper.js';
import { accountingDay } from '../../rules/payment-dates.js';
import { REFUND_MEANS } from '../../rules/refund.js';
import { toldByList } from '../../rules/refund-movement.js';
import { remittedTotal, type RemittancePaper } from '../../rules/remittance.js';
import { PhotographHead } from '../paper-head.js';

export interface RemittanceToMake {
  readonly collectiviteId: number;
  readonly means: Means;
  /** Today unless told; what came in afterwards stays for the next one. */
  readonly handedOn?: Temporal.PlainDate;
  readonly madeBy: number;
}

/** Hands over to the Trésorerie what came in by one means and is in the régie's hands. */
@Injectable()
export class MakeRemittance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly holdRemittances: HoldRemittances,
    private readonly toRemit: ToRemit,
    private readonly refundMovements: RefundMovements,
    private readonly periods: LedgerPeriods,
    private readonly head: PhotographHead,
    private readonly numbers: NumberSeries,
    private readonly ledger: PostEntry,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes every payment of the means that counts for that day or before, that holds and is on no bordereau; takes off those
   * of earlier bordereaux that did not hold since and, of the transfers, what was refunded to families. Throws PAYMENT_DATE_REFUSED, or NOTHING_TO_HAND_OVER.
   */
  run({ collectiviteId, means, handedOn: asked, madeBy }: RemittanceToMake): Promise<RemittanceRow> {
    return this.database.unit(async () => {
      const now = this.clock.now();
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const today = dateIn(collectivite.timeZone, now);
      const handedOn = asked ?? today;
      if (isBefore(today, handedOn)) {
        throw paymentsProblems.PAYMENT_DATE_REFUSED(`Le ${longDate(handedOn)} n’est pas encore arrivé.`, {
          errors: [{ field: 'handedOn', message: 'Aujourd’hui au plus tard.' }],
        });
      }
      // None of those before is taken back meanwhile: what is deducted was handed over.
      await this.holdRemittances.ofMeans(collectiviteId, means);
      const payments = await this.toRemit.payments(collectiviteId, means, handedOn);
      const reversals = await this.toRemit.reversals(collectiviteId, means, handedOn);
      const refunds = means === REFUND_MEANS ? await this.refundMovements.toRemit(collectiviteId, handedOn) : [];
      const totalCents = remittedTotal(payments, reversals, refunds);
      if (totalCents <= 0) throw nothing(means, [...payments, ...reversals, ...refunds].length, -totalCents);

      const days = [...payments, ...reversals, ...refunds].map(({ accountedOn }) => accountedOn);
      const accountedOn = accountingDay(handedOn, today, days, await this.periods.firstOpenDay(collectiviteId));
      const number = await this.numbers.next(collectiviteId, PAPER_SERIES.remittance, accountedOn.year);
      const label = formatPaperNumber('remittance', accountedOn.year, number);
      const paper: RemittancePaper = {
        ...(await this.head.run(collectivite, { number: label, madeBy, now })),
        means,
        handedOn: handedOn.toString(),
        payments: payments.map(({ paper: told }) => told),
        reversals: reversals.map(({ paper: told }) => told),
        refunds: toldByList(refunds),
        totalCents,
      };
      const row = { collectiviteId, means, accountedOn, year: accountedOn.year, number, totalCents, paper };
      const whole = { ...row, pdfFileId: null, madeBy, madeAt: now };
      const id = await this.database.insert(RemittanceRow, whole);
      await this.writeLines(collectiviteId, id, payments, reversals, refunds);
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'remittance', id },
        date: accountedOn,
        label: `Bordereau de versement ${label}`,
        entry: remittanceEntry(means, totalCents),
      });
      await this.audit.record({
        collectiviteId,
        accountId: madeBy,
        action: 'remittance.made',
        subject: `remittance:${id}`,
        detail: { number: label, means, cents: totalCents },
      });
      return { ...whole, id };
    });
  }

  private async writeLines(
    collectiviteId: number,
    remittanceId: number,
    payments: readonly PaymentToRemit[],
    reversals: readonly ReversalToRemit[],
    refunds: readonly RefundToRemit[],
  ): Promise<void> {
    const lines = [
      ...payments.map(({ id, cents }) => ({ paymentId: id, paymentReversalId: null, amountCents: cents })),
      ...reversals.map(({ id, cents }) => ({ paymentId: null, paymentReversalId: id, amountCents: -cents })),
    ].map((line) => ({ ...line, collectiviteId, remittanceId }));
    const refunded = refunds.map(({ refundId, refundReversalId, cents }) => ({
      ...{ collectiviteId, remittanceId, refundId, refundReversalId },
      amountCents: -cents,
    }));
    try {
      for (const some of chunksOf(lines)) await this.database.repository(RemittanceLineRow).insert(some);
      for (const some of chunksOf(refunded)) await this.database.repository(RemittanceRefundRow).insert(some);
    } catch (error) {
      // Another bordereau took one of them while we waited for its row: what is left is looked for anew.
      throw this.database.isDuplicateKey(error) ? new RunAgain('handed over meanwhile') : error;
    }
  }
}

function nothing(means: Means, waiting: number, missing: number) {
  return paymentsProblems.NOTHING_TO_HAND_OVER(
    waiting === 0
      ? `Il n’y a rien à verser : aucun paiement (${meansLabel(means)}) n’attend.`
      : `Ce qui est à déduire (paiements versés qui n’ont pas tenu${means === REFUND_MEANS ? ', avoirs remboursés' : ''}) ${missing > 0 ? `dépasse ce qui attend, de ${euros(missing)}` : 'égale ce qui attend'}. Versez avec les prochains encaissements (${meansLabel(means)}).`,
  );
}
