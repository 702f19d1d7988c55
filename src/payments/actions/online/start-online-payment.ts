import { Injectable } from '@nestjs/common';
import { dateIn, Temporal } from '../../../kernel/civil-time.js';
import { hour } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import { type CollectiviteRow, FindCollectivite } from '../../../collectivites/index.js';
import { FindAccounts } from '../../../identity/index.js';
import { ChartOfAccounts } from '../../../ledger/index.js';
import {
  blockedUntil,
  type PayfipAnswer,
  PayfipClient,
  plainObject,
  UNDECIDED_MINUTES,
} from '../../../payfip/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { FindPayfipSettings } from '../../data/find-payfip-settings.js';
import { OnlineAttempts } from '../../data/online-attempts.js';
import { UndecidedDebits } from '../../data/undecided-debits.js';
import { OnlinePaymentInvoiceRow } from '../../data/online-payment-invoice.entity.js';
import { OnlinePaymentRow } from '../../data/online-payment.entity.js';
import type { PayfipSettingsRow } from '../../data/payfip-settings.entity.js';
import { paymentsProblems } from '../../problems.js';
import { CLICK_SECONDS } from '../../rules/click.js';
import { onlineReference } from '../../rules/online-reference.js';
import { type DebtOnline, debtOfBasket, debtOfInvoices } from '../../rules/online-target.js';
import { AskPayfip } from './ask-payfip.js';
import { ChangeOnlinePayment } from './change-online-payment.js';
import { FindDueInvoices } from '../find-due-invoices.js';

export interface OnlinePaymentToStart {
  readonly collectiviteId: number;
  readonly familyId: number;
  /** Who pays: PayFiP mails its own receipt there. */
  readonly accountId: number;
  readonly target:
    | { readonly kind: 'INVOICES'; readonly invoiceIds: readonly number[] }
    /** `label` is what the family reads on PayFiP's page. */
    | { readonly kind: 'BASKET'; readonly validationId: number; readonly cents: Cents; readonly label: string };
}

export interface StartedOnlinePayment {
  readonly onlinePaymentId: number;
  /** Where the family pays: good for a quarter of an hour. */
  readonly redirectUrl: string;
  readonly cents: Cents;
  /** True when no money will move. */
  readonly test: boolean;
  /** True when this attempt was begun a moment ago, by the same person. */
  readonly alreadyStarted: boolean;
}

const SERIES = 'PAYFIP';
/** The series never starts again: a reference is of one attempt, whatever the year. */
const SERIES_YEAR = 2000;

@Injectable()
export class StartOnlinePayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly findSettings: FindPayfipSettings,
    private readonly findCollectivite: FindCollectivite,
    private readonly findAccounts: FindAccounts,
    private readonly findDueInvoices: FindDueInvoices,
    private readonly accounts: ChartOfAccounts,
    private readonly numbers: NumberSeries,
    private readonly attempts: OnlineAttempts,
    private readonly undecidedDebits: UndecidedDebits,
    private readonly ask: AskPayfip,
    private readonly changePayment: ChangeOnlinePayment,
    private readonly payfip: PayfipClient,
  ) {}

  /**
   * Opens a payment at PayFiP and answers where to pay it. The attempt is written before PayFiP hears of it, so no
   * reference is lost; it is called outside of any unit, because PayFiP may take its time. Throws ONLINE_PAYMENT_CLOSED,
   * ONLINE_PAYMENT_REFUSED, ONLINE_PAYMENT_UNDER_WAY (409, with `retryAt`, `onlinePaymentId` and, for who began it, `redirectUrl`), PAYFIP_UNAVAILABLE (503).
   */
  async run(asked: OnlinePaymentToStart): Promise<StartedOnlinePayment> {
    const settings = await this.findSettings.run(asked.collectiviteId);
    if (!settings?.active) {
      throw paymentsProblems.ONLINE_PAYMENT_CLOSED(
        'Votre commune n’a pas ouvert le paiement en ligne. Payez par un autre moyen, indiqué sur la facture.',
      );
    }
    for (const earlier of await this.attempts.blocking(asked.collectiviteId, asked.target)) await this.ask.run(earlier);
    const written = await this.write(asked, settings);
    if (!written.label) return this.started(written.attempt, true);
    const answer = await this.create(written.attempt, written.label, asked.accountId);
    const state = await this.keep(written.attempt.id, answer);
    if (answer.kind === 'ANSWERED' && state === 'PENDING') {
      return this.started({ ...written.attempt, idOp: answer.value }, false);
    }
    throw paymentsProblems.PAYFIP_UNAVAILABLE(
      'PayFiP n’a pas pu ouvrir le paiement. Rien n’est débité : réessayez dans quelques minutes, ou payez par un autre moyen.',
      { retryAfter: 300 },
    );
  }

  /** The attempt, with what the family will read at PayFiP; without that when it was begun a moment ago. */
  private write(
    asked: OnlinePaymentToStart,
    settings: PayfipSettingsRow,
  ): Promise<{ readonly attempt: OnlinePaymentRow; readonly label: string | null }> {
    return this.database.unit(async () => {
      const { collectiviteId, familyId, accountId, target } = asked;
      const now = this.clock.now();
      const collectivite = await this.findCollectivite.run(collectiviteId);
      await this.accounts.holdFamily(collectiviteId, familyId);
      const debt = await this.debtOf(asked, settings, dateIn(collectivite.timeZone, now));
      const click = await this.release(asked, debt, collectivite, now);
      if (click) return { attempt: click, label: null };
      const number = await this.numbers.next(collectiviteId, SERIES, SERIES_YEAR);
      const row: Omit<OnlinePaymentRow, 'id'> = {
        collectiviteId,
        familyId,
        targetKind: target.kind,
        validationId: target.kind === 'BASKET' ? target.validationId : null,
        state: 'CREATED',
        anomaly: null,
        told: null,
        amountCents: debt.cents,
        numcli: settings.numcli,
        exercise: debt.exercise,
        reference: onlineReference(settings.referenceForm, settings.referencePrefix, { ...debt, number }),
        mode: settings.mode,
        idOp: null,
        createdAt: now,
        createdBy: accountId,
        askedAt: null,
        askAgainAt: now.add({ minutes: UNDECIDED_MINUTES }),
        authorisation: null,
        paidOn: null,
        paymentId: null,
      };
      const id = await this.database.insert(OnlinePaymentRow, row);
      for (const { invoiceId, cents } of debt.shares) {
        const part = { collectiviteId, onlinePaymentId: id, invoiceId, amountCents: cents, blocks: 1 as const };
        await this.database.insert(OnlinePaymentInvoiceRow, part);
      }
      return { attempt: { ...row, id }, label: debt.label };
    });
  }

  private async debtOf(
    { collectiviteId, familyId, target }: OnlinePaymentToStart,
    settings: PayfipSettingsRow,
    today: Temporal.PlainDate,
  ): Promise<DebtOnline> {
    if (target.kind === 'BASKET') return debtOfBasket(target.cents, target.label, today, settings);
    if ((await this.undecidedDebits.among(collectiviteId, target.invoiceIds)).size > 0)
      throw paymentsProblems.ONLINE_PAYMENT_REFUSED(
        'Une de ces factures va être prélevée sur votre compte : vous n’avez rien à faire. Si le prélèvement n’aboutit pas, vous pourrez la payer ici.',
      );
    return debtOfInvoices(target.invoiceIds, await this.findDueInvoices.run(collectiviteId, familyId), settings);
  }

  /** Lets go of what earlier attempts held, or says until when they hold it; answers one that is this very click. */
  private async release(
    { collectiviteId, accountId, target }: OnlinePaymentToStart,
    debt: DebtOnline,
    { timeZone }: CollectiviteRow,
    now: Temporal.Instant,
  ): Promise<OnlinePaymentRow | null> {
    const earlier = await this.attempts.blocking(collectiviteId, target);
    for (const attempt of earlier) {
      const until = blockedUntil(attempt, now);
      if (until === null) {
        await this.database.change('UPDATE online_payment_invoices SET blocks = NULL WHERE online_payment_id = ?', [
          attempt.id,
        ]);
        continue;
      }
      const young = Temporal.Instant.compare(now, attempt.createdAt.add({ seconds: CLICK_SECONDS })) < 0;
      const same = attempt.createdBy === accountId && attempt.amountCents === debt.cents && earlier.length === 1;
      if (young && same && attempt.state === 'PENDING') return attempt;
      throw paymentsProblems.ONLINE_PAYMENT_UNDER_WAY(
        `Un paiement en ligne est déjà en cours. Terminez-le, ou recommencez à partir de ${hour(until.toZonedDateTimeISO(timeZone))}.`,
        {
          extensions: { retryAt: until.toString(), onlinePaymentId: attempt.id, ...this.pageFor(attempt, accountId) },
          retryAfter: Math.ceil(now.until(until).total('seconds')),
        },
      );
    }
    return null;
  }

  /** Where to finish it: for who began it, and no one else. */
  private pageFor({ idOp, createdBy }: OnlinePaymentRow, accountId: number): { readonly redirectUrl?: string } {
    return idOp !== null && createdBy === accountId ? { redirectUrl: this.payfip.pageOf(idOp) } : {};
  }

  private async create(attempt: OnlinePaymentRow, label: string, accountId: number): Promise<PayfipAnswer<string>> {
    const account = (await this.findAccounts.byIds([accountId])).get(accountId)!;
    const own = `${this.configuration.publicUrl}/api/v1/payfip`;
    return this.payfip.create({
      numcli: attempt.numcli,
      exer: attempt.exercise,
      refdet: attempt.reference,
      objet: plainObject(label),
      montant: attempt.amountCents,
      mel: account.email,
      saisie: attempt.mode,
      urlnotif: `${own}/notifications`,
      urlredirect: `${own}/returns`,
    });
  }

  private async keep(id: number, answer: PayfipAnswer<string>): Promise<'PENDING' | 'FAILED'> {
    if (answer.kind !== 'ANSWERED') {
      await this.changePayment.fail(id, answer.kind === 'FAULT' ? answer.code : answer.why);
      return 'FAILED';
    }
    try {
      return (await this.changePayment.open(id, answer.value)) ? 'PENDING' : 'FAILED';
    } catch (error) {
      // An operation that another attempt has already: whoever went there would pay for that one.
      if (!this.database.isDuplicateKey(error)) throw error;
      await this.changePayment.fail(id, 'REPEATED');
      return 'FAILED';
    }
  }

  private started({ id, idOp, amountCents, mode }: OnlinePaymentRow, alreadyStarted: boolean): StartedOnlinePayment {
    return {
      onlinePaymentId: id,
      redirectUrl: this.payfip.pageOf(idOp!),
      cents: amountCents,
      test: mode === 'T',
      alreadyStarted,
    };
  }
}
