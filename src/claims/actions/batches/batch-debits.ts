import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import {
  FindSepaSettings,
  type MandateInForce,
  MandatesForDebit,
  type OpenedMandate,
} from '../../../mandates/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Batches } from '../../data/batches.js';
import type { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimPieceRow } from '../../data/claim-piece.entity.js';
import { type ContentDebit, debitDayOf, decidingDebits, sameDebit } from '../../rules/debit.js';
import { FindBatches } from './find-batches.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';

/** By the rank of their pieces. */
export type DebitsByRank = ReadonlyMap<number, ContentDebit>;

/** The pieces of a rôle that the Trésor debits. */
@Injectable()
export class BatchDebits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSepa: FindSepaSettings,
    private readonly mandates: MandatesForDebit,
    private readonly findSettings: FindTreasurySettings,
    private readonly batches: Batches,
    private readonly findBatches: FindBatches,
  ) {}

  /**
   * Says in the pieces which of them are debited: those of families with a mandate in force, where the collectivité leaves
   * debits to the Trésor. Decided each time that the file is about to be written: a mandate that ended since, or a day that
   * has come too near, is not in the next one. Nothing for a bordereau whose file is frozen.
   */
  async decide({ id, collectiviteId, kind, issuedOn }: ClaimBatchRow): Promise<void> {
    if (kind !== 'ORMC') return;
    const { debitDays } = await this.findSettings.usable(collectiviteId);
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const on = debitDayOf({ issuedOn, writtenOn: dateIn(timeZone, this.clock.now()) }, debitDays);
    const areOffered = await this.areOffered(collectiviteId);
    const decide = decidingDebits(issuedOn, on);
    for await (const pieces of this.findBatches.everyPage(id)) {
      const families = areOffered ? pieces.map(({ familyId }) => familyId) : [];
      const inForce = await this.inForce(collectiviteId, families, on);
      const changed = pieces.flatMap(({ id: pieceId, familyId, content }) => {
        const { debit: earlier, ...others } = content;
        const debit = decide(inForce.get(familyId));
        return sameDebit(earlier, debit) ? [] : [{ id: pieceId, content: debit ? { ...others, debit } : others }];
      });
      if (changed.length > 0) await this.keep(id, changed);
    }
  }

  /** Whether the collectivité leaves debits to the Trésor. */
  async areOffered(collectiviteId: number): Promise<boolean> {
    const sepa = await this.findSepa.run(collectiviteId);
    return sepa?.offered === true && sepa.mode === 'TITRE';
  }

  /** By family, the mandates that stand on a day, their accounts sealed. */
  inForce(
    collectiviteId: number,
    familyIds: readonly number[],
    on: Temporal.PlainDate,
  ): Promise<Map<number, MandateInForce>> {
    return this.mandates.inForce(collectiviteId, familyIds, on);
  }

  /** Those that are decided. */
  async of(batchId: number): Promise<DebitsByRank> {
    const found = new Map<number, ContentDebit>();
    for await (const { pieceRank, content } of this.findBatches.everyPiece(batchId))
      if (content.debit) found.set(pieceRank, content.debit);
    return found;
  }

  /** The mandates of some debits, in clear: only while their bytes are written. Throws SealBroken. */
  opened(collectiviteId: number, debits: readonly ContentDebit[]): Promise<Map<number, OpenedMandate>> {
    const ids = debits.map(({ mandateId }) => mandateId);
    return this.mandates.opened(collectiviteId, ids);
  }

  /**
   * In the unit that freezes their file: their mandates serve that day. False, and nothing done, where another file came
   * first with what is the first debit of a mandate here: it is to be decided again.
   */
  async served(collectiviteId: number, debits: DebitsByRank): Promise<boolean> {
    const first = [...debits.values()].filter(({ sequence }) => sequence === 'FRST');
    const isFirst = await this.mandates.holdUnserved(
      collectiviteId,
      first.map(({ mandateId }) => mandateId),
    );
    if (!isFirst) return false;
    for (const [on, some] of groupedBy([...debits.values()], (debit) => debit.on)) {
      const ids = new Set(some.map(({ mandateId }) => mandateId));
      await this.mandates.served(collectiviteId, ids, Temporal.PlainDate.from(on));
    }
    return true;
  }

  /** A page in each unit: payments pass in between. */
  private keep(batchId: number, changed: readonly Pick<ClaimPieceRow, 'id' | 'content'>[]): Promise<void> {
    return this.database.unit(async () => {
      const { state } = await this.batches.hold(batchId);
      if (state !== 'NUMBERED' && state !== 'FAULTY') return;
      const rows = this.database.repository(ClaimPieceRow);
      for (const { id, content } of changed) await rows.update({ id }, { content });
    });
  }
}
