import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { RunAgain } from '../../platform/database/database.js';
import { type HeldPlaces, LoadPools, Places } from '../../prestations/index.js';
import { WaitingStore } from '../data/waiting-store.js';
import { PassPlacesOn } from './pass-places-on.js';

export interface PlacesInHand {
  readonly places: HeldPlaces;
  /** Offers what came free meanwhile to those who wait for it. */
  readonly passOn: () => Promise<void>;
}

/**
 * Holds the places of sessions before any is taken or freed, and with them the sessions that share a pool with them
 * and where someone waits; then serves those who wait, before whoever asks. See docs/concurrency.md.
 */
@Injectable()
export class HoldPlaces {
  constructor(
    private readonly places: Places,
    private readonly loadPools: LoadPools,
    private readonly waiting: WaitingStore,
    private readonly passPlacesOn: PassPlacesOn,
  ) {}

  /** Inside the caller's unit. Someone who joined a line while we waited for the locks makes the unit run again. */
  async run(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<PlacesInHand> {
    const wanted = new Set(sessionIds);
    for (;;) {
      const more = (await this.concerned(collectiviteId, wanted)).filter((id) => !wanted.has(id));
      if (more.length === 0) break;
      for (const id of more) wanted.add(id);
    }
    const places = await this.places.hold(collectiviteId, [...wanted]);
    const queued = await this.concerned(collectiviteId, wanted);
    if (queued.some((id) => !wanted.has(id))) throw new RunAgain('someone joined a line that shares a pool');
    const passOn = () => this.passPlacesOn.run(collectiviteId, queued, places, now);
    await passOn();
    return { places, passOn };
  }

  /** The sessions with someone in line, among these and those that share a pool with them. */
  private async concerned(collectiviteId: number, sessionIds: ReadonlySet<number>): Promise<number[]> {
    const sharing = await this.loadPools.sharing(collectiviteId, [...sessionIds]);
    return this.waiting.queued(collectiviteId, [...new Set([...sessionIds, ...sharing])]);
  }
}
