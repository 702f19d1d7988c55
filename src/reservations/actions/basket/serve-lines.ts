import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { eachInTurn } from '../../../platform/tasks/each-in-turn.js';
import { HoldsStore } from '../../data/holds-store.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { HoldPlaces } from '../places/hold-places.js';

const BATCH = 50;

/** Serves the lines of sessions of which nobody is just asking for a place. */
@Injectable()
export class ServeLines {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: WaitingStore,
    private readonly holds: HoldsStore,
    private readonly holdPlaces: HoldPlaces,
  ) {}

  /** Passes on the places of offers that are over and ends the lines that closed; answers of how many sessions. */
  async overByClock(): Promise<number> {
    const now = this.clock.now();
    const served = await eachInTurn(this.due(now), ({ collectiviteId, sessionId }) =>
      this.database.unit(async () => void (await this.holdPlaces.run(collectiviteId, [sessionId], now))),
    );
    return served.length;
  }

  /** The same for the sessions that someone is about to ask for, so that nobody is told « full » of a place that is free. */
  async beforeAsking(collectiviteId: number, sessionIds: readonly number[], now: Temporal.Instant): Promise<void> {
    const over = await this.database.read(async () => [
      ...(await this.waiting.offersOverIn(collectiviteId, sessionIds, now)),
      ...(await this.holds.overIn(collectiviteId, sessionIds, now)),
    ]);
    for (const sessionId of new Set(over))
      await this.database.unit(async () => void (await this.holdPlaces.run(collectiviteId, [sessionId], now)));
  }

  /** Offers places that the mairie has just added, where someone waits; inside the caller's unit. */
  async whereOpened(collectiviteId: number, sessionIds: readonly number[]): Promise<void> {
    const queued = await this.waiting.queued(collectiviteId, sessionIds);
    if (queued.length > 0) await this.holdPlaces.run(collectiviteId, queued, this.clock.now());
  }

  private async *due(now: Temporal.Instant) {
    for (let after = 0; ;) {
      const sessions = await this.database.read(() => this.waiting.overByClock(now, after, BATCH));
      yield* sessions;
      if (sessions.length < BATCH) return;
      after = sessions.at(-1)!.sessionId;
    }
  }
}
