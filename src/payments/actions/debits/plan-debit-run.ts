import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { DueUnderPlans } from '../../../instalments/index.js';
import { OpenBalances } from '../../../ledger/index.js';
import {
  FindSepaSettings,
  type MandateForDebit,
  MandatesForDebit,
  mandatesProblems,
  type SepaSettings,
} from '../../../mandates/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { OnlineAttempts } from '../../data/online-attempts.js';
import { UndecidedDebits } from '../../data/undecided-debits.js';
import { type DebitPlan, planDebits } from '../../rules/debit-plan.js';

export interface DebitRunWanted {
  readonly collectiviteId: number;
  readonly collectedOn: Temporal.PlainDate;
  /** Invoices that the régisseur takes out. */
  readonly leaveOut: readonly number[];
}

export interface PlannedRun extends DebitPlan {
  readonly settings: SepaSettings;
  readonly mandates: ReadonlyMap<number, MandateForDebit>;
}

/** What a file of debits for a day would take, read as things are. */
@Injectable()
export class PlanDebitRun {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindSepaSettings,
    private readonly balances: OpenBalances,
    private readonly mandatesForDebit: MandatesForDebit,
    private readonly undecided: UndecidedDebits,
    private readonly attempts: OnlineAttempts,
    private readonly plans: DueUnderPlans,
  ) {}

  /** Throws DEBIT_NOT_OFFERED where the régie holds no DFT account. */
  async run({ collectiviteId, collectedOn, leaveOut }: DebitRunWanted): Promise<PlannedRun> {
    const settings = await this.findSettings.run(collectiviteId);
    if (settings?.mode !== 'REGIE_DFT')
      throw mandatesProblems.DEBIT_NOT_OFFERED(
        'La régie ne prélève pas elle-même : renseignez d’abord son compte DFT dans les réglages du prélèvement.',
      );
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const open = await this.balances.collectableAt(collectiviteId, today);
    const mandates = await this.mandatesForDebit.run(
      collectiviteId,
      open.map(({ familyId }) => familyId),
      collectedOn,
    );
    const candidates = open.flatMap(({ familyId, invoicedCents, settledCents, ...invoice }) => {
      const mandate = mandates.get(familyId);
      const openCents = invoicedCents - settledCents;
      return mandate ? [{ ...invoice, familyId, openCents, signedOn: mandate.signedOn }] : [];
    });
    const invoiceIds = candidates.map(({ invoiceId }) => invoiceId);
    const plan = planDebits(candidates, {
      today,
      collectedOn,
      noticeDays: settings.noticeDays,
      debited: await this.undecided.among(collectiviteId, invoiceIds),
      online: await this.attempts.invoicesUnderWay(collectiviteId, invoiceIds),
      planned: new Set((await this.plans.ofInvoices(collectiviteId, invoiceIds)).keys()),
      leaveOut: new Set(leaveOut),
    });
    return { ...plan, settings, mandates };
  }
}
