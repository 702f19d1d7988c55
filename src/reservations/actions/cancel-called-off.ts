import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { FindSessions, type HeldPlaces, Places, sessionsCalledOff } from '../../prestations/index.js';
import type { ReservationRow } from '../data/reservation.entity.js';
import { ReservationsStore } from '../data/reservations-store.js';
import { reservationCancelled } from '../events.js';
import { MailCancellations } from './mail-cancellations.js';
import { MailHeadcount } from './mail-headcount.js';

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
    private readonly places: Places,
    private readonly findSessions: FindSessions,
    private readonly findCollectivite: FindCollectivite,
    private readonly mailCancellations: MailCancellations,
    private readonly mailHeadcount: MailHeadcount,
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
    const places = await this.places.hold(collectiviteId, sessionIds);
    const cancelled: ReservationRow[] = [];
    for (const row of living) if (await this.cancel(row, places)) cancelled.push(row);
    await this.mailCancellations.calledOff(collectivite, cancelled, reason);
    for (const session of sessions)
      if (session.frozenAt !== null) await this.mailHeadcount.withdraw(collectivite, session, reason);
  }

  private async cancel(row: ReservationRow, places: HeldPlaces): Promise<boolean> {
    if (!(await this.reservations.cancel(row.id, null, this.clock.now()))) return false;
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
