import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { RunAgain } from '../../../platform/database/database.js';
import { type HeldPlaces, LoadPools, Places } from '../../../prestations/index.js';
import { HoldsStore } from '../../data/holds-store.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { isHeld } from '../../rules/place-hold.js';
import { PassPlacesOn } from './pass-places-on.js';

export interface PlacesInHand {
  readonly places: HeldPlaces;
  /** Offers what came free meanwhile to those who wait for it. */
  readonly passOn: () => Promise<void>;
}

/**
 * Holds the places of sessions before any is taken or freed, and with them the sessions that share a pool with them
 * and where someone waits, or where a place was held for a payment that did not come in time. Such places are given back,
 * then those who wait are served, before whoever asks. See docs/concurrency.md.
 */
@Injectable()
export class HoldPlaces {
  constructor(
    private readonly places: Places,
    private readonly loadPools: LoadPools,
    private readonly waiting: WaitingStore,
    private readonly holds: HoldsStore,
    private readonly passPlacesOn: PassPlacesOn,
  ) {}

  /**
   * Inside the caller's unit. Someone who joined a line while we waited for the locks makes the unit run again. What the
   * validation `paying` holds is left as it is, whatever the clock says: its money has just come.
   */
  async run(
    collectiviteId: number,
    sessionIds: readonly number[],
    now: Temporal.Instant,
    { paying = null }: { readonly paying?: number | null } = {},
  ): Promise<PlacesInHand> {
    const wanted = new Set(sessionIds);
    for (;;) {
      const more = (await this.concerned(collectiviteId, wanted, now)).filter((id) => !wanted.has(id));
      if (more.length === 0) break;
      for (const id of more) wanted.add(id);
    }
    const places = await this.places.hold(collectiviteId, [...wanted]);
    const queued = await this.waiting.queued(collectiviteId, await this.withSharing(collectiviteId, wanted));
    if (queued.some((id) => !wanted.has(id))) throw new RunAgain('someone joined a line that shares a pool');
    for (const hold of await this.holds.livingOfSessions(collectiviteId, [...wanted]))
      if (hold.validationId !== paying && !isHeld(hold, now) && (await this.holds.release(hold.id, 'EXPIRED', now)))
        await places.free(hold.sessionId, hold.childId);
    const passOn = () => this.passPlacesOn.run(collectiviteId, queued, places, now);
    await passOn();
    return { places, passOn };
  }

  /** The sessions with someone in line or a place held that is over, among these and those that share a pool with them. */
  private async concerned(
    collectiviteId: number,
    sessionIds: ReadonlySet<number>,
    now: Temporal.Instant,
  ): Promise<number[]> {
    const all = await this.withSharing(collectiviteId, sessionIds);
    return [
      ...(await this.waiting.queued(collectiviteId, all)),
      ...(await this.holds.overIn(collectiviteId, all, now)),
    ];
  }

  private async withSharing(collectiviteId: number, sessionIds: ReadonlySet<number>): Promise<number[]> {
    return [...new Set([...sessionIds, ...(await this.loadPools.sharing(collectiviteId, [...sessionIds]))])];
  }
}
