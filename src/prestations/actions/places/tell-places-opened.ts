import { Injectable } from '@nestjs/common';
import { chunksOf } from '../../../kernel/lists.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { placesOpened } from '../../events.js';

/** Tells the rooms above, after the commit, that places may have come free in sessions. */
@Injectable()
export class TellPlacesOpened {
  constructor(private readonly outbox: Outbox) {}

  async run(collectiviteId: number, sessionIds: readonly number[]): Promise<void> {
    for (const ids of chunksOf(sessionIds))
      await this.outbox.emit(placesOpened, { collectiviteId, sessionIds: ids }, { collectiviteId });
  }
}
