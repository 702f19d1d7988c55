import { Injectable } from '@nestjs/common';
import { counted, typeset } from '../../../kernel/french.js';
import { Database } from '../../../platform/database/database.js';
import type { SessionRow } from '../../data/session.entity.js';
import { prestationsProblems } from '../../problems.js';
import { ListSessions } from '../sessions/list-sessions.js';
import { TellPlacesOpened } from './tell-places-opened.js';

@Injectable()
export class ChangePlaces {
  constructor(
    private readonly database: Database,
    private readonly sessions: ListSessions,
    private readonly tellPlacesOpened: TellPlacesOpened,
  ) {}

  /** Sets the places of one session, never below those taken. Throws NOT_FOUND, PLACES_ALREADY_TAKEN. */
  run(
    collectiviteId: number,
    { prestationId, sessionId }: { readonly prestationId: number; readonly sessionId: number },
    places: number,
  ): Promise<SessionRow> {
    return this.database.unit(async () => {
      const changed = await this.database.change(
        'UPDATE sessions SET places = ? WHERE collectivite_id = ? AND prestation_id = ? AND id = ? AND taken <= ?',
        [places, collectiviteId, prestationId, sessionId, places],
      );
      const session = await this.sessions.one(collectiviteId, prestationId, sessionId);
      if (changed === 1) {
        await this.tellPlacesOpened.run(collectiviteId, [sessionId]);
        return session;
      }
      throw prestationsProblems.PLACES_ALREADY_TAKEN(
        typeset(
          `${counted(session.taken, 'place est déjà prise', 'places sont déjà prises')} : le nombre de places ne peut pas descendre plus bas.`,
        ),
        { extensions: { taken: session.taken } },
      );
    });
  }
}
