import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import type { HeldPlaces } from '../../../prestations/index.js';
import type { WaitingEntryRow } from '../../data/waiting-entry.entity.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { isOfferOpen, listIsOpen, offerExpiresAt } from '../../rules/waiting-list.js';
import { refusalBesidesPlaces } from '../../rules/wish.js';
import { LoadBookingFacts } from '../load-booking-facts.js';
import { LoadOccupancy } from './load-occupancy.js';
import { MailWaitingList } from '../waiting/mail-waiting-list.js';

/** Serves lines whose places are held: ends what is over by the clock, then offers each free place in order. */
@Injectable()
export class PassPlacesOn {
  constructor(
    private readonly waiting: WaitingStore,
    private readonly loadFacts: LoadBookingFacts,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findCollectivite: FindCollectivite,
    private readonly mailWaitingList: MailWaitingList,
  ) {}

  async run(
    collectiviteId: number,
    sessionIds: readonly number[],
    places: HeldPlaces,
    now: Temporal.Instant,
  ): Promise<void> {
    if (sessionIds.length === 0) return;
    const { entries } = await this.waiting.lines(collectiviteId, sessionIds);
    for (const entry of entries) await this.endIfOver(entry, places, now);
    const inLine = entries.filter(
      ({ state, sessionId }) => state === 'WAITING' && listIsOpen(places.sessions.get(sessionId)!, now),
    );
    const full = new Set<number>();
    const offered: WaitingEntryRow[] = [];
    for (const entry of inLine) {
      if (full.has(entry.sessionId)) continue;
      if (!places.hasPlace(entry.sessionId)) full.add(entry.sessionId);
      else if (await this.offer(entry, places, now)) offered.push(entry);
    }
    if (offered.length > 0) await this.mailWaitingList.offered(collectiviteId, offered);
  }

  private async endIfOver(entry: WaitingEntryRow, places: HeldPlaces, now: Temporal.Instant): Promise<void> {
    const { id, state, sessionId, childId } = entry;
    if (state === 'OFFERED' && !isOfferOpen(entry, now)) {
      if (await this.waiting.end(id, 'OFFERED', 'EXPIRED', now)) await places.free(sessionId, childId);
    } else if (state === 'WAITING') {
      const session = places.sessions.get(sessionId)!;
      // Those of a session called off are ended by the listener that tells the families.
      if (session.calledOffAt === null && !listIsOpen(session, now))
        await this.waiting.end(id, 'WAITING', 'CLOSED', now);
    }
  }

  /** Holds the place for the child, unless the family could not book it now or a pool is full. */
  private async offer(entry: WaitingEntryRow, places: HeldPlaces, now: Temporal.Instant): Promise<boolean> {
    const { id, collectiviteId, sessionId, childId } = entry;
    const session = places.sessions.get(sessionId)!;
    const facts = await this.loadFacts.run(entry, [childId]);
    const occupancy = await this.loadOccupancy.run(collectiviteId, [childId], [session], now);
    const wish = facts.wish(session, childId, occupancy);
    if (refusalBesidesPlaces(wish, { now }) !== null) return false;
    if ((await places.take(sessionId, facts.child(childId))) !== null) return false;
    const { offerHours } = await this.findCollectivite.run(collectiviteId);
    entry.expiresAt = offerExpiresAt(now, offerHours, session, wish.add);
    await this.waiting.offer(id, now, entry.expiresAt);
    return true;
  }
}
