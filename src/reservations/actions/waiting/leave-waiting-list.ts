import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { WaitingStore } from '../../data/waiting-store.js';
import { reservationsProblems } from '../../problems.js';
import type { FamilyAct } from '../allow-override.js';
import { HoldPlaces } from '../places/hold-places.js';

/** Takes a child out of the line; a place that was offered goes to the next at once. */
@Injectable()
export class LeaveWaitingList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holdPlaces: HoldPlaces,
    private readonly waiting: WaitingStore,
  ) {}

  /** Throws WAITING_ENTRY_UNKNOWN. Of an entry that has ended by itself, it changes nothing. */
  run({ collectiviteId, familyId }: FamilyAct, entryId: number): Promise<void> {
    const now = this.clock.now();
    return this.database.unit(async () => {
      const entry = await this.waiting.one(collectiviteId, familyId, entryId);
      if (!entry) throw waitingEntryUnknown();
      const { sessionId, childId } = entry;
      const { places, passOn } = await this.holdPlaces.run(collectiviteId, [sessionId], now);
      if (await this.waiting.end(entryId, 'WAITING', 'LEFT', now)) return;
      if (!(await this.waiting.end(entryId, 'OFFERED', 'DECLINED', now))) return;
      await places.free(sessionId, childId);
      await passOn();
    });
  }
}

export function waitingEntryUnknown() {
  return reservationsProblems.WAITING_ENTRY_UNKNOWN(
    'Cette inscription sur liste d’attente n’existe pas, ou n’est pas de votre foyer.',
  );
}
