import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { type FamilyCard, FindFamilies } from '../../../families/index.js';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { sumCents } from '../../../kernel/money.js';
import {
  type Allocated,
  ChartOfAccounts,
  type DebtKind,
  PostEntry,
  writeOffAccount,
  writeOffEntry,
} from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { WriteOffNatures } from '../../data/write-off-natures.js';
import { WriteOffRow } from '../../data/write-off.entity.js';
import { writeOffToSend } from '../../events.js';
import { paymentsProblems } from '../../problems.js';
import { formatPaperNumber, PAPER_SERIES } from '../../rules/paper.js';
import {
  channelOf,
  checkDecidedOn,
  partsGivenUp,
  type ToGiveUp,
  type WriteOffKind,
  writeOffLabel,
  type WriteOffPaper,
} from '../../rules/write-off.js';
import { FindBeingPaid } from '../online/find-being-paid.js';
import { type DueInvoice, FindDueInvoices } from '../find-due-invoices.js';
import { DayOfRecord } from '../day-of-record.js';
import { PhotographHead } from '../paper-head.js';

export interface DebtToWriteOff {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly kind: WriteOffKind;
  /** At least one. */
  readonly invoices: readonly ToGiveUp[];
  /** Of the délibération, the jugement, the list of the comptable. */
  readonly decisionReference: string;
  readonly decidedOn: Temporal.PlainDate;
  readonly note?: string | null;
  readonly madeBy: number;
}

interface GivenUp {
  readonly debt: DebtKind;
  readonly parts: readonly Allocated[];
  readonly due: readonly DueInvoice[];
}

/** Gives up what a family owes, at the régie or at the comptable public, by a decision and with its paper. */
@Injectable()
export class WriteOffDebt {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly accounts: ChartOfAccounts,
    private readonly findDueInvoices: FindDueInvoices,
    private readonly beingPaid: FindBeingPaid,
    private readonly natures: WriteOffNatures,
    private readonly dayOfRecord: DayOfRecord,
    private readonly head: PhotographHead,
    private readonly numbers: NumberSeries,
    private readonly ledger: PostEntry,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * It counts for the day on which it is recorded, whenever it was decided: the debt stood until then. Throws
   * NOT_FOUND, WRITE_OFF_REFUSED.
   */
  run(asked: DebtToWriteOff): Promise<WriteOffRow> {
    return this.database.unit(async () => {
      const { collectiviteId, familyId, kind, decisionReference, decidedOn } = asked;
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId);
      if (!family) throw httpProblems.NOT_FOUND('Cette famille n’existe pas, ou vous n’y avez pas accès.');
      await this.accounts.holdFamily(collectiviteId, familyId);
      const now = this.clock.now();
      checkDecidedOn(decidedOn, dateIn(collectivite.timeZone, now));
      const accountedOn = await this.dayOfRecord.run(collectiviteId);
      const givenUp = await this.givenUp(asked);
      const nature = (await this.natures.of(collectiviteId))[kind];
      const number = await this.numbers.next(collectiviteId, PAPER_SERIES.writeOff, accountedOn.year);
      const label = formatPaperNumber('writeOff', accountedOn.year, number);
      const head = await this.head.run(collectivite, { number: label, madeBy: asked.madeBy, now });
      const paper = { ...head, ...told(asked, family, givenUp), nature, accountedOn: accountedOn.toString() };
      const row = {
        ...{ collectiviteId, familyId, kind, nature, debt: givenUp.debt, decisionReference, decidedOn, accountedOn },
        ...{ year: accountedOn.year, number, amountCents: paper.cents, paper, pdfFileId: null },
        ...{ madeBy: asked.madeBy, madeAt: now },
      };
      const id = await this.database.insert(WriteOffRow, row);
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'write-off', id },
        date: accountedOn,
        label: `${label}, ${writeOffLabel(kind)}`,
        entry: writeOffEntry(writeOffAccount(nature), familyId, givenUp.debt, givenUp.parts),
      });
      await this.audit.record({
        collectiviteId,
        accountId: asked.madeBy,
        action: 'write-off.made',
        subject: `family:${familyId}`,
        detail: { writeOffId: id, kind, cents: paper.cents },
      });
      // A debt that the comptable could not collect is given up in the books, and not said to be forgiven.
      if (kind === 'REMISSION')
        await this.outbox.emit(writeOffToSend, { collectiviteId, writeOffId: id }, { collectiviteId, key: String(id) });
      return { ...row, id };
    });
  }

  private async givenUp({ collectiviteId, familyId, invoices }: DebtToWriteOff): Promise<GivenUp> {
    const due = {
      FAMILY: await this.findDueInvoices.run(collectiviteId, familyId),
      CLAIM: await this.findDueInvoices.run(collectiviteId, familyId, 'CLAIM'),
    };
    const debt = channelOf(invoices, due);
    const parts = partsGivenUp(invoices, due[debt]);
    const asked = invoices.map(({ invoiceId }) => invoiceId);
    const paying = await this.beingPaid.among(collectiviteId, asked);
    const busy = due[debt].filter(({ invoiceId }) => paying.has(invoiceId)).map(({ number }) => number);
    if (busy.length > 0)
      throw paymentsProblems.WRITE_OFF_REFUSED(
        `Un paiement en ligne ou un prélèvement est en cours pour : ${busy.join(', ')}. Attendez de savoir s’il aboutit.`,
      );
    return { debt, parts, due: due[debt] };
  }
}

function told(
  { kind, decisionReference, decidedOn, note }: DebtToWriteOff,
  { name, addressLines }: FamilyCard,
  { debt, parts, due }: GivenUp,
): Omit<WriteOffPaper, keyof Awaited<ReturnType<PhotographHead['run']>> | 'nature' | 'accountedOn'> {
  const cents = sumCents(parts.map((part) => part.cents));
  return {
    ...{ kind, debt, decisionReference, decidedOn: decidedOn.toString(), note: note ?? null },
    family: { name, addressLines },
    parts: parts.map((part) => {
      const invoice = due.find(({ invoiceId }) => invoiceId === part.invoiceId)!;
      const { prestation } = invoice.open.find(({ prestationId }) => prestationId === part.prestationId)!;
      return { invoiceId: part.invoiceId, invoiceNumber: invoice.number, prestation, cents: part.cents };
    }),
    cents,
    stillDueCents: sumCents(due.flatMap(({ open }) => open.map((one) => one.cents))) - cents,
  };
}
