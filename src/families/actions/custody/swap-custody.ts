import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { dateIn, type Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { CustodyRow } from '../../data/custody.entity.js';
import { CustodySwapDayRow } from '../../data/custody-swap-day.entity.js';
import { CustodySwapRow } from '../../data/custody-swap.entity.js';
import { custodySwapConfirmed } from '../../events.js';
import { familiesProblems } from '../../problems.js';
import { planSwap, type SwapState } from '../../rules/custody-swap.js';
import { spanOf } from './load-custody.js';
import { MailSwap } from './mail-swap.js';

export interface SwapWanted {
  readonly childId: number;
  /** Days on which the child goes to the other foyer than the one that has it. */
  readonly spans: readonly { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }[];
}

interface Foyer {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
}

/** Exchanges days between the two foyers of a child: one asks, the other confirms. */
@Injectable()
export class SwapCustody {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly outbox: Outbox,
    private readonly mailSwap: MailSwap,
  ) {}

  /** Asks the other foyer, by mail. Answers the id. Throws NOT_FOUND, SWAP_NOT_POSSIBLE, SWAP_DAYS_TAKEN. */
  ask({ collectiviteId, familyId, accountId }: Foyer, wanted: SwapWanted): Promise<number> {
    return this.kept(async () => {
      const id = await this.write(collectiviteId, familyId, wanted, { askedBy: accountId, recordedReason: null });
      await this.mailSwap.asked(await this.one(collectiviteId, id));
      return id;
    });
  }

  /** Writes what both foyers signed on paper, at once confirmed. Throws as `ask` does. */
  record(
    collectiviteId: number,
    { familyId, reason, ...wanted }: SwapWanted & { readonly familyId: number; readonly reason: string },
    accountId: number,
  ): Promise<number> {
    return this.kept(async () => {
      const id = await this.write(collectiviteId, familyId, wanted, { askedBy: accountId, recordedReason: reason });
      await this.answer(collectiviteId, id, 'CONFIRMED', accountId);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'child.custody-swap-recorded',
        subject: `child:${wanted.childId}`,
        detail: { swapId: id, familyId },
      });
      await this.tellConfirmed(await this.one(collectiviteId, id));
      return id;
    });
  }

  /** Confirms or refuses what the other foyer asks. Throws NOT_FOUND, SWAP_OVER, SWAP_ASKED_BY_YOU. */
  decide(
    { collectiviteId, familyId, accountId }: Foyer,
    swapId: number,
    answer: 'CONFIRMED' | 'REFUSED',
  ): Promise<void> {
    return this.database.unit(async () => {
      const swap = await this.one(collectiviteId, swapId);
      if (swap.otherFamilyId !== familyId) throw swapUnknown();
      if (swap.askedBy === accountId)
        throw familiesProblems.SWAP_ASKED_BY_YOU(
          'Vous avez vous-même demandé cet échange : un responsable de l’autre foyer doit y répondre.',
        );
      await this.answer(collectiviteId, swapId, answer, accountId);
      const answered = await this.one(collectiviteId, swapId);
      await (answer === 'CONFIRMED' ? this.tellConfirmed(answered) : this.mailSwap.refused(answered));
    });
  }

  /** Takes back what this foyer asked, while it is not answered. Throws NOT_FOUND, SWAP_OVER. */
  withdraw({ collectiviteId, familyId, accountId }: Foyer, swapId: number): Promise<void> {
    return this.database.unit(async () => {
      const swap = await this.one(collectiviteId, swapId);
      if (swap.askingFamilyId !== familyId) throw swapUnknown();
      await this.answer(collectiviteId, swapId, 'WITHDRAWN', accountId);
    });
  }

  private async write(
    collectiviteId: number,
    familyId: number,
    { childId, spans }: SwapWanted,
    by: Pick<CustodySwapRow, 'askedBy' | 'recordedReason'>,
  ): Promise<number> {
    const now = this.clock.now();
    const today = await this.today(collectiviteId);
    const custodies = await this.database.repository(CustodyRow).findBy({ collectiviteId, childId });
    if (!custodies.some((row) => row.familyId === familyId))
      throw httpProblems.NOT_FOUND('Cet enfant n’existe pas, ou n’est pas de ce foyer.');
    const plan = planSwap(custodies.map(spanOf), familyId, spans, today);
    if (!plan.ok)
      throw familiesProblems.SWAP_NOT_POSSIBLE(typeset('Cet échange n’est pas possible : voyez « errors ».'), {
        errors: plan.errors,
      });
    await this.forgetExpired(collectiviteId, childId, today, now);
    const swapId = await this.database.insert(CustodySwapRow, {
      collectiviteId,
      childId,
      askingFamilyId: familyId,
      otherFamilyId: plan.otherFamilyId,
      state: 'PENDING',
      firstDate: plan.days[0]!.date,
      askedAt: now,
      answeredBy: null,
      answeredAt: null,
      ...by,
    });
    for (const day of plan.days)
      await this.database.insert(CustodySwapDayRow, { collectiviteId, swapId, childId, living: 1, ...day });
    return swapId;
  }

  /** One conditional statement decides between two answers at once, and against the first day. */
  private async answer(collectiviteId: number, swapId: number, state: SwapState, accountId: number): Promise<void> {
    const today = await this.today(collectiviteId);
    const changed = await this.database.change(
      `UPDATE custody_swaps SET state = ?, answered_by = ?, answered_at = ?
       WHERE collectivite_id = ? AND id = ? AND state = 'PENDING' AND first_date > ?`,
      [state, accountId, this.clock.now().epochMilliseconds, collectiviteId, swapId, today.toString()],
    );
    if (changed !== 1)
      throw familiesProblems.SWAP_OVER(
        'Cet échange a déjà reçu une réponse, ou son premier jour est venu : faites-en une nouvelle demande.',
      );
    if (state !== 'CONFIRMED') await this.release(collectiviteId, [swapId]);
  }

  /** Requests of which the first day came unanswered no longer keep their days from a new one. */
  private async forgetExpired(
    collectiviteId: number,
    childId: number,
    today: Temporal.PlainDate,
    now: Temporal.Instant,
  ): Promise<void> {
    const rows = await this.database.rows<{ id: number }>(
      "SELECT id FROM custody_swaps WHERE collectivite_id = ? AND child_id = ? AND state = 'PENDING' AND first_date <= ? ORDER BY id",
      [collectiviteId, childId, today.toString()],
    );
    for (const { id } of rows)
      await this.database.change(
        "UPDATE custody_swaps SET state = 'EXPIRED', answered_at = ? WHERE collectivite_id = ? AND id = ? AND state = 'PENDING'",
        [now.epochMilliseconds, collectiviteId, id],
      );
    await this.release(
      collectiviteId,
      rows.map(({ id }) => Number(id)),
    );
  }

  /** The mail of what is confirmed also says what stays reserved, which the room above knows. */
  private tellConfirmed({ id: swapId, collectiviteId, askingFamilyId: familyId }: CustodySwapRow): Promise<void> {
    return this.outbox.emit(custodySwapConfirmed, { collectiviteId, swapId, familyId }, { collectiviteId });
  }

  private async release(collectiviteId: number, swapIds: readonly number[]): Promise<void> {
    if (swapIds.length > 0)
      await this.database
        .repository(CustodySwapDayRow)
        .update({ collectiviteId, swapId: In([...swapIds]) }, { living: null });
  }

  private async one(collectiviteId: number, id: number): Promise<CustodySwapRow> {
    const row = await this.database.repository(CustodySwapRow).findOneBy({ collectiviteId, id });
    if (!row) throw swapUnknown();
    return row;
  }

  private async today(collectiviteId: number): Promise<Temporal.PlainDate> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    return dateIn(timeZone, this.clock.now());
  }

  private async kept(work: () => Promise<number>): Promise<number> {
    try {
      return await this.database.unit(work);
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      throw familiesProblems.SWAP_DAYS_TAKEN(
        'Un de ces jours fait déjà l’objet d’un échange, demandé ou confirmé : choisissez d’autres jours.',
      );
    }
  }
}

export function swapUnknown() {
  return httpProblems.NOT_FOUND('Cet échange n’existe pas, ou n’est pas de votre foyer.');
}
