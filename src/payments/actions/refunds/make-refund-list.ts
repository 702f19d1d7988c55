import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { sumCents } from '../../../kernel/money.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { type FamilyCard, FindFamilies } from '../../../families/index.js';
import { ChartOfAccounts, CreditBalances, PostEntry, refundEntry } from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { NumberSeries } from '../../../platform/numbering/number-series.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { Vault } from '../../../platform/secrets/vault.js';
import { maskedIban } from '../../../sepa/index.js';
import { RefundListRow } from '../../data/refund-list.entity.js';
import { RefundRequestRow } from '../../data/refund-request.entity.js';
import { RefundRow } from '../../data/refund.entity.js';
import { refundListMade } from '../../events.js';
import { paymentsProblems } from '../../problems.js';
import { formatPaperNumber, PAPER_SERIES } from '../../rules/paper.js';
import {
  REFUND_MEANS,
  type RefundAsked,
  type RefundListPaper,
  refundsOf,
  type RefundToMake,
} from '../../rules/refund.js';
import { DayOfRecord } from '../day-of-record.js';
import { PhotographHead } from '../paper-head.js';
import { RefundVault } from './refund-vault.js';

export interface RefundListToMake {
  readonly collectiviteId: number;
  /** One at least, one for each family. */
  readonly refunds: readonly RefundAsked[];
  readonly madeBy: number;
}

/** Gives credits back to families: a numbered list of transfers, and an entry for each. */
@Injectable()
export class MakeRefundList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly vault: Vault,
    private readonly refundVault: RefundVault,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly accounts: ChartOfAccounts,
    private readonly credits: CreditBalances,
    private readonly dayOfRecord: DayOfRecord,
    private readonly head: PhotographHead,
    private readonly numbers: NumberSeries,
    private readonly ledger: PostEntry,
    private readonly outbox: Outbox,
  ) {}

  /**
   * All of them or none. What is promised to a basket is not given back. Throws NOT_FOUND, REFUND_REFUSED with the
   * faults by field, or DATA_KEY_MISSING.
   */
  run({ collectiviteId, refunds: asked, madeBy }: RefundListToMake): Promise<RefundListRow> {
    return this.database.unit(async () => {
      this.vault.newestKey();
      const now = this.clock.now();
      const collectivite = await this.findCollectivite.run(collectiviteId);
      const familyIds = [...new Set(asked.map(({ familyId }) => familyId))].sort((a, b) => a - b);
      const families = await this.findFamilies.run(collectiviteId, familyIds);
      if (families.size < familyIds.length)
        throw httpProblems.NOT_FOUND('Une de ces familles n’existe pas dans la collectivité.');
      // Always in the same order: two lists that share families wait for each other, never in a circle.
      for (const familyId of familyIds) await this.accounts.holdFamily(collectiviteId, familyId);
      const { requests, refunds } = await this.judged(collectiviteId, familyIds, asked);

      const accountedOn = await this.dayOfRecord.run(collectiviteId);
      const { year } = accountedOn;
      const number = await this.numbers.next(collectiviteId, PAPER_SERIES.refund, year);
      const label = formatPaperNumber('refund', year, number);
      const totalCents = sumCents(refunds.map(({ cents }) => cents));
      const paper: RefundListPaper = {
        ...(await this.head.run(collectivite, { number: label, madeBy, now })),
        accountedOn: accountedOn.toString(),
        lines: refunds.map((refund) => lineOf(refund, families.get(refund.familyId)!)),
        totalCents,
      };
      const row = { collectiviteId, accountedOn, year, number, totalCents, paper, pdfFileId: null };
      const whole = { ...row, madeBy, madeAt: now };
      const id = await this.database.insert(RefundListRow, whole);
      for (const refund of refunds) await this.pay({ ...whole, id }, refund, requests);
      await this.audit.record({
        collectiviteId,
        accountId: madeBy,
        action: 'refunds.made',
        subject: `refund-list:${id}`,
        detail: { familyIds },
      });
      await this.outbox.emit(refundListMade, { collectiviteId, refundListId: id }, { collectiviteId, key: String(id) });
      return { ...whole, id };
    });
  }

  private async judged(collectiviteId: number, familyIds: readonly number[], asked: readonly RefundAsked[]) {
    const rows = await this.database
      .repository(RefundRequestRow)
      .findBy({ collectiviteId, familyId: In([...familyIds]), living: 1 });
    const requests = new Map(rows.map((row) => [row.familyId, row]));
    const requested = new Map(rows.map((row) => [row.familyId, this.refundVault.open('request', row)]));
    const free = await this.credits.ofFamilies(collectiviteId, familyIds);
    const { refunds, faults } = refundsOf(asked, free, requested);
    if (faults.length > 0) {
      throw paymentsProblems.REFUND_REFUSED(
        'Cette liste ne peut pas être faite : corrigez ce qui est signalé. Rien n’a été remboursé.',
        { errors: faults },
      );
    }
    return { requests, refunds };
  }

  private async pay(
    { id, collectiviteId, accountedOn, paper, madeAt }: RefundListRow,
    { familyId, cents, account }: RefundToMake,
    requests: ReadonlyMap<number, RefundRequestRow>,
  ): Promise<void> {
    const reference = this.secrets.uuid();
    const refundId = await this.database.insert(RefundRow, {
      collectiviteId,
      refundListId: id,
      familyId,
      reference,
      account: this.refundVault.seal('refund', account, { collectiviteId, reference }),
      amountCents: cents,
    });
    await this.ledger.run({
      collectiviteId,
      source: { kind: 'refund', id: refundId },
      date: accountedOn,
      label: `Remboursement ${paper.number}`,
      entry: refundEntry(familyId, REFUND_MEANS, cents),
    });
    const request = requests.get(familyId);
    if (request) {
      await this.database.change('UPDATE refund_requests SET living = NULL, refund_id = ?, ended_at = ? WHERE id = ?', [
        refundId,
        madeAt.epochMilliseconds,
        request.id,
      ]);
    }
  }
}

function lineOf({ familyId, cents, account: { holder, iban } }: RefundToMake, { name }: FamilyCard) {
  return { familyId, familyName: name, holder, maskedIban: maskedIban(iban), cents };
}
