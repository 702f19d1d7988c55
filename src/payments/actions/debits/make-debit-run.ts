import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { sumCents } from '../../../kernel/money.js';
import { ChartOfAccounts } from '../../../ledger/index.js';
import { FindSepaSettings, type SepaSettings } from '../../../mandates/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, RunAgain } from '../../../platform/database/database.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { dftEndToEndId, dftMessageId } from '../../../sepa/index.js';
import { DebitRunRow } from '../../data/debit-run.entity.js';
import { DebitRow } from '../../data/debit.entity.js';
import { debitRunMade } from '../../events.js';
import { paymentsProblems } from '../../problems.js';
import { DebitFiles, type FrozenDebit } from './debit-files.js';
import { type DebitRunWanted, PlanDebitRun, type PlannedRun } from './plan-debit-run.js';

/** Takes the due invoices of families with a mandate into one file, frozen, and tells the families. */
@Injectable()
export class MakeDebitRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly secrets: Secrets,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindSepaSettings,
    private readonly accounts: ChartOfAccounts,
    private readonly planRun: PlanDebitRun,
    private readonly numbers: NumberSeries,
    private readonly files: DebitFiles,
    private readonly outbox: Outbox,
  ) {}

  /** Throws DEBIT_NOT_OFFERED, NOTHING_TO_DEBIT, DEBIT_FILE_REFUSED. */
  async run(wanted: DebitRunWanted & { readonly accountId: number }): Promise<DebitRunRow> {
    const { collectiviteId } = wanted;
    const foreseen = familiesOf(await this.planRun.run(wanted));
    return this.database.unit(async () => {
      // One file at a time in a collectivité; then what each family owes, in the order of everyone.
      await this.findSettings.hold(collectiviteId);
      for (const familyId of foreseen) await this.accounts.holdFamily(collectiviteId, familyId);
      const plan = await this.planRun.run(wanted);
      if (plan.taken.length === 0)
        throw paymentsProblems.NOTHING_TO_DEBIT(
          'Aucune facture n’est à prélever à cette date : voyez l’aperçu, qui dit pourquoi chacune attend.',
        );
      // Someone who came meanwhile is not held yet.
      if (familiesOf(plan).some((familyId) => !foreseen.includes(familyId))) throw new RunAgain();
      return this.write(plan, wanted);
    });
  }

  private async write(plan: PlannedRun, wanted: DebitRunWanted & { readonly accountId: number }): Promise<DebitRunRow> {
    const { collectiviteId, collectedOn, accountId } = wanted;
    const now = this.clock.now();
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(collectivite.timeZone, now);
    const number = await this.numbers.next(collectiviteId, 'debit-run', today.year);
    const messageId = await this.nextMessageId(collectiviteId, plan.settings, today);
    const debits = frozenDebits(plan, collectivite, { year: today.year, number });
    const reference = this.secrets.uuid();
    const about = { collectivite, settings: plan.settings, messageId, collectedOn, now, reference };
    const { fileId, fileDigest } = await this.files.freeze(about, debits);
    const row = {
      ...{
        collectiviteId,
        year: today.year,
        number,
        collectedOn,
        messageName: messageId,
        reference,
        fileId,
        fileDigest,
      },
      state: 'SENT' as const,
      debits: debits.length,
      totalCents: sumCents(debits.map(({ cents }) => cents)),
      madeBy: accountId,
      madeAt: now,
      endedAt: null,
    };
    const id = await this.database.insert(DebitRunRow, row);
    for (const debit of debits) await this.database.insert(DebitRow, debitRow(debit, { ...row, id }));
    await this.audit.record({
      collectiviteId,
      accountId,
      action: 'debit-run.made',
      subject: `debit-run:${id}`,
      detail: { debits: debits.length },
    });
    const told = { collectiviteId, debitRunId: id };
    await this.outbox.emit(debitRunMade, told, { collectiviteId, key: String(id) });
    return { ...row, id };
  }

  /** The files of a day are counted from 1, those that were cancelled too. */
  private async nextMessageId(collectiviteId: number, { dftService }: SepaSettings, today: Temporal.PlainDate) {
    const prefix = dftMessageId(dftService!, today, 0).slice(0, -3);
    const [made] = await this.database.rows<{ n: number | string }>(
      'SELECT COUNT(*) AS n FROM debit_runs WHERE collectivite_id = ? AND message_name LIKE ?',
      [collectiviteId, `${prefix}%`],
    );
    return dftMessageId(dftService!, today, Number(made!.n) + 1);
  }
}

function familiesOf({ taken }: PlannedRun): number[] {
  return [...new Set(taken.map(({ familyId }) => familyId))].sort((a, b) => a - b);
}

function frozenDebits(
  { taken, mandates, settings }: PlannedRun,
  { name }: CollectiviteRow,
  { year, number }: { readonly year: number; readonly number: number },
): FrozenDebit[] {
  const run = `${year}${String(number).padStart(3, '0')}`;
  const used = new Set<number>();
  return taken.map((candidate, index) => {
    const { mandateId, ...mandate } = mandates.get(candidate.familyId)!;
    // Of two invoices of one family in the file, only one is its first debit.
    const sequence = used.has(mandateId) ? 'RCUR' : mandate.sequence;
    used.add(mandateId);
    return {
      endToEndId: dftEndToEndId(settings.ddfipCodique!, `${run}${String(index + 1).padStart(5, '0')}`),
      cents: candidate.openCents,
      mandate: mandate.rum,
      signedOn: mandate.signedOn,
      holder: mandate.holder,
      iban: mandate.iban,
      bic: mandate.bic,
      label: `${name} facture ${candidate.number}`,
      mandateId,
      sequence,
      familyId: candidate.familyId,
      invoiceId: candidate.invoiceId,
      invoiceNumber: candidate.number,
    };
  });
}

function debitRow(debit: FrozenDebit, { id, collectiviteId, collectedOn }: DebitRunRow): Omit<DebitRow, 'id'> {
  return {
    collectiviteId,
    debitRunId: id,
    familyId: debit.familyId,
    invoiceId: debit.invoiceId,
    invoiceNumber: debit.invoiceNumber,
    mandateId: debit.mandateId,
    amountCents: debit.cents,
    sequence: debit.sequence,
    bankReference: debit.endToEndId,
    collectedOn,
    state: 'SENT',
    undecided: 1,
    paymentId: null,
    rejectReason: null,
    rejectedOn: null,
    rejectedBy: null,
  };
}
