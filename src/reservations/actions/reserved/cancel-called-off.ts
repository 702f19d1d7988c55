import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { chunksOf, groupedBy } from '../../../kernel/lists.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { FindSessions, type HeldPlaces, sessionsCalledOff } from '../../../prestations/index.js';
import { HoldsStore } from '../../data/holds-store.js';
import type { PlaceHoldRow } from '../../data/place-hold.entity.js';
import type { ReservationRow } from '../../data/reservation.entity.js';
import { ReservationsStore } from '../../data/reservations-store.js';
import { ValidationsStore } from '../../data/validations-store.js';
import type { WaitingEntryRow } from '../../data/waiting-entry.entity.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { reservationCancelled } from '../../events.js';
import { HoldPlaces } from '../places/hold-places.js';
import { LetCreditGo } from '../payment/let-credit-go.js';
import { MailCancellations } from './mail-cancellations.js';
import { MailHeadcount } from '../headcounts/mail-headcount.js';
import { MailHolds } from '../payment/mail-holds.js';
import { MailWaitingList } from '../waiting/mail-waiting-list.js';

/**
 * When the mairie calls sessions off: their reservations are cancelled at no charge, each family is told in one mail,
 * and so is a kitchen that already has the headcount. Runs in the unit that marks the event delivered.
 */
@Injectable()
export class CancelCalledOff implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly reservations: ReservationsStore,
    private readonly holdPlaces: HoldPlaces,
    private readonly waiting: WaitingStore,
    private readonly findSessions: FindSessions,
    private readonly findCollectivite: FindCollectivite,
    private readonly mailCancellations: MailCancellations,
    private readonly mailHeadcount: MailHeadcount,
    private readonly mailWaitingList: MailWaitingList,
    private readonly holds: HoldsStore,
    private readonly validations: ValidationsStore,
    private readonly letCreditGo: LetCreditGo,
    private readonly mailHolds: MailHolds,
  ) {}

  onModuleInit(): void {
    this.outbox.on(sessionsCalledOff, (event) => this.run(event));
  }

  private async run(event: {
    readonly collectiviteId: number;
    readonly sessionIds: readonly number[];
    readonly reason: string;
  }): Promise<void> {
    const { collectiviteId, reason } = event;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const told = await this.findSessions.byIds(collectiviteId, event.sessionIds);
    // One that the mairie took back before this event came through keeps its reservations.
    const sessions = told.filter(({ calledOffAt }) => calledOffAt !== null);
    const sessionIds = sessions.map(({ id }) => id);
    const living = await this.reservations.lockedOfSessions(collectiviteId, sessionIds);
    const { places, passOn } = await this.holdPlaces.run(collectiviteId, sessionIds, this.clock.now());
    const cancelled: ReservationRow[] = [];
    for (const row of living) if (await this.cancel(row, places)) cancelled.push(row);
    const waiting = await this.endLines(collectiviteId, sessionIds, places);
    const held = await this.endHolds(collectiviteId, sessionIds, places);
    await passOn();
    await this.mailCancellations.calledOff(collectivite, cancelled, reason);
    await this.mailWaitingList.calledOff(collectivite, waiting, reason);
    await this.tellPayers(held, reason);
    for (const session of sessions)
      if (session.frozenAt !== null) await this.mailHeadcount.withdraw(collectivite, session, reason);
  }

  /** Ends the lines; answers those who were in them. */
  private async endLines(
    collectiviteId: number,
    sessionIds: readonly number[],
    places: HeldPlaces,
  ): Promise<WaitingEntryRow[]> {
    const { entries } = await this.waiting.lines(collectiviteId, sessionIds);
    const now = this.clock.now();
    for (const { id, state, sessionId, childId } of entries) {
      await this.waiting.end(id, state === 'OFFERED' ? 'OFFERED' : 'WAITING', 'CALLED_OFF', now);
      if (state === 'OFFERED') await places.free(sessionId, childId);
    }
    return [...entries];
  }

  /** Ends what waits to be paid; answers it. */
  private async endHolds(
    collectiviteId: number,
    sessionIds: readonly number[],
    places: HeldPlaces,
  ): Promise<PlaceHoldRow[]> {
    const now = this.clock.now();
    const ended: PlaceHoldRow[] = [];
    for (const hold of await this.holds.livingOfSessions(collectiviteId, sessionIds))
      if (await this.holds.release(hold.id, 'CALLED_OFF', now)) {
        await places.free(hold.sessionId, hold.childId);
        ended.push(hold);
      }
    for (const some of chunksOf(ended.map(({ id }) => id))) await this.holds.tell(some, now);
    return ended;
  }

  private async tellPayers(held: readonly PlaceHoldRow[], reason: string): Promise<void> {
    for (const [validationId, own] of groupedBy(held, (hold) => hold.validationId)) {
      const { collectiviteId, familyId } = own[0]!;
      const validation = (await this.validations.one(collectiviteId, familyId, validationId))!;
      await this.letCreditGo.run(validation);
      await this.mailHolds.calledOff(validation, own, reason);
    }
  }

  private async cancel(row: ReservationRow, places: HeldPlaces): Promise<boolean> {
    if (!(await this.reservations.cancel(row, null, this.clock.now()))) return false;
    await places.free(row.sessionId, row.childId);
    const { id: reservationId, collectiviteId, familyId, childId, sessionId } = row;
    await this.outbox.emit(
      reservationCancelled,
      { collectiviteId, familyId, childId, sessionId, reservationId },
      { collectiviteId, key: String(reservationId) },
    );
    return true;
  }
}
