import { Injectable } from '@nestjs/common';
import {
  ChartOfAccounts,
  type Entry,
  FindEntry,
  GivenUpDebts,
  mirrorEntry,
  OpenBalances,
  PostEntry,
  writeOffAccount,
} from '../../../ledger/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { WriteOffReversalRow } from '../../data/write-off-reversal.entity.js';
import type { WriteOffRow } from '../../data/write-off.entity.js';
import { writeOffCancelled } from '../../events.js';
import { paymentsProblems } from '../../problems.js';
import { DayOfRecord } from '../day-of-record.js';
import { FindWriteOffs, type FoundWriteOff } from './find-write-offs.js';

export interface WriteOffToReverse {
  readonly collectiviteId: number;
  readonly writeOffId: number;
  /** Why, as typed. */
  readonly note: string;
  readonly reversedBy: number;
}

/** Makes a debt that was given up due again, where it was, by a mirror of its entry: its number stays. */
@Injectable()
export class ReverseWriteOff {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findWriteOffs: FindWriteOffs,
    private readonly accounts: ChartOfAccounts,
    private readonly balances: OpenBalances,
    private readonly givenUpDebts: GivenUpDebts,
    private readonly dayOfRecord: DayOfRecord,
    private readonly entries: FindEntry,
    private readonly ledger: PostEntry,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Done once: asked again, nothing is written. Throws NOT_FOUND, or WRITE_OFF_REFUSED for a debt of the comptable that came
   * back to the régie since, or that a credit note took back.
   */
  run({ collectiviteId, writeOffId, note, reversedBy }: WriteOffToReverse): Promise<FoundWriteOff> {
    return this.database.unit(async () => {
      const { familyId } = (await this.findWriteOffs.one(collectiviteId, writeOffId)).row;
      await this.accounts.holdFamily(collectiviteId, familyId);
      const found = await this.findWriteOffs.one(collectiviteId, writeOffId);
      if (found.reversal) return found;
      await this.checkHolder(found.row);
      const source = (await this.entries.ofSource(collectiviteId, { kind: 'write-off', id: writeOffId }))!;
      const entry = await this.entries.linesOf(source.id);
      await this.checkStillGivenUp(found.row, entry);
      const accountedOn = await this.dayOfRecord.run(collectiviteId, found.row.accountedOn);
      const row = { collectiviteId, writeOffId, note, accountedOn, reversedBy, reversedAt: this.clock.now() };
      const id = await this.database.insert(WriteOffReversalRow, row);
      await this.ledger.run({
        collectiviteId,
        source: { kind: 'write-off-reversal', id },
        date: accountedOn,
        label: `Annulation de ${found.row.paper.number}`,
        entry: mirrorEntry(entry),
      });
      await this.audit.record({
        collectiviteId,
        accountId: reversedBy,
        action: 'write-off.reversed',
        subject: `family:${familyId}`,
        detail: { writeOffId, cents: found.row.amountCents },
      });
      // Only a remise gracieuse was told to the family.
      if (found.row.kind === 'REMISSION')
        await this.outbox.emit(
          writeOffCancelled,
          { collectiviteId, writeOffId },
          { collectiviteId, key: String(writeOffId) },
        );
      return { ...found, reversal: { ...row, id } };
    });
  }

  /** What a credit note took back of a prestation since is due no more, whatever becomes of the decision. */
  private async checkStillGivenUp({ collectiviteId, nature, paper }: WriteOffRow, { lines }: Entry): Promise<void> {
    const account = writeOffAccount(nature);
    for (const { invoiceId, prestationId, cents } of lines) {
      if (invoiceId === undefined) continue;
      const given = await this.givenUpDebts.ofInvoice(collectiviteId, invoiceId);
      const standing = given.find((one) => one.account === account && one.prestationId === prestationId);
      if (standing && standing.cents >= -cents) continue;
      const { invoiceNumber } = paper.parts.find((part) => part.invoiceId === invoiceId)!;
      throw paymentsProblems.WRITE_OFF_REFUSED(
        `Un avoir a repris depuis une partie de ce qui avait été abandonné sur la facture ${invoiceNumber} : ce n’est plus dû. Facturez de nouveau ce que la famille doit encore.`,
      );
    }
  }

  /** What is due to the comptable is in a piece that he holds. */
  private async checkHolder({ collectiviteId, debt, paper }: WriteOffRow): Promise<void> {
    if (debt !== 'CLAIM') return;
    const invoiceIds = [...new Set(paper.parts.map(({ invoiceId }) => invoiceId))];
    const held = await this.balances.takenOver(collectiviteId, invoiceIds);
    const back = paper.parts.filter(({ invoiceId }) => !held.has(invoiceId)).map(({ invoiceNumber }) => invoiceNumber);
    if (back.length === 0) return;
    throw paymentsProblems.WRITE_OFF_REFUSED(
      `La Trésorerie a rendu à la régie : ${[...new Set(back)].join(', ')}. Ce qui y avait été abandonné ne peut plus lui être réclamé : facturez-le de nouveau si la famille le doit.`,
    );
  }
}
