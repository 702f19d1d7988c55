import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FindSessions, type SessionRow } from '../../prestations/index.js';
import type { PlaceWanted } from '../data/basket-store.js';
import { type LateOperation, LateRequestRow } from '../data/late-request.entity.js';
import { reservationsProblems } from '../problems.js';
import { cancelOutcome } from '../rules/cancel-window.js';
import { cancellationClosedSentence, refusalSentence, refusedDay } from '../rules/refusal-sentence.js';
import { refusalBesidesPlaces } from '../rules/wish.js';
import type { FamilyAct } from './allow-override.js';
import { type BookingFacts, LoadBookingFacts, type Occupancy } from './load-booking-facts.js';
import { LoadOccupancy } from './load-occupancy.js';
import { MailLateRequest } from './mail-late-request.js';

export interface LateWish extends PlaceWanted {
  readonly operation: LateOperation;
}

/** What an action on one session of a family has to know. */
interface Known {
  readonly session: SessionRow;
  readonly facts: BookingFacts;
  readonly occupancy: Occupancy;
  readonly now: Temporal.Instant;
  readonly zone: string;
}

/** Asks the mairie for what the policy leaves to it once a deadline is over. Nothing is booked or given up yet. */
@Injectable()
export class AskMairie {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findSessions: FindSessions,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadFacts: LoadBookingFacts,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly mailLateRequest: MailLateRequest,
  ) {}

  /** Answers the request's id. Throws what booking or cancelling would, STILL_IN_TIME, LATE_REQUEST_PENDING. */
  async run(act: FamilyAct, { sessionId, childId, operation }: LateWish): Promise<number> {
    const now = this.clock.now();
    const { collectiviteId, familyId, accountId } = act;
    try {
      return await this.database.unit(async () => {
        const [session] = await this.findSessions.byIds(collectiviteId, [sessionId]);
        if (!session) throw reservationsProblems.SESSION_UNKNOWN('Cette séance n’existe pas.');
        const facts = await this.loadFacts.run(act, [childId]);
        if (!facts.knowsChild(childId))
          throw reservationsProblems.CHILD_UNKNOWN('Cet enfant n’est pas de votre foyer.');
        const occupancy = await this.loadOccupancy.run(collectiviteId, [childId], [session], now);
        const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
        const known = { session, facts, occupancy, now, zone };
        if (operation === 'ADD') mustBeAskedToBook(childId, known);
        else mustBeAskedToCancel(familyId, childId, known);
        const request = { collectiviteId, sessionId, childId, familyId, operation, askedBy: accountId, askedAt: now };
        const id = await this.database.insert(LateRequestRow, { ...request, state: 'PENDING', pending: 1 });
        await this.mailLateRequest.asked(collectiviteId, { ...request, id });
        return id;
      });
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      throw reservationsProblems.LATE_REQUEST_PENDING(
        typeset('Cette demande est déjà transmise à la mairie : elle vous répondra par courriel.'),
      );
    }
  }
}

function mustBeAskedToBook(childId: number, { session, facts, occupancy, now, zone }: Known): void {
  const wish = facts.wish(session, childId, occupancy);
  const code = refusalBesidesPlaces(wish, { now });
  if (code === null) throw stillInTime('Ce jour peut encore être réservé : ajoutez-le à votre panier.');
  if (code !== 'ASK_THE_MAIRIE')
    throw reservationsProblems[code](refusalSentence(code, refusedDay(wish, { now, zone })));
}

function mustBeAskedToCancel(familyId: number, childId: number, { session, facts, occupancy, now, zone }: Known): void {
  if (occupancy.living.of(session.id, childId)?.familyId !== familyId)
    throw reservationsProblems.RESERVATION_UNKNOWN('Votre foyer n’a rien réservé pour cet enfant ce jour-là.');
  const window = facts.window(session, childId, 'CANCEL');
  const outcome = cancelOutcome(session, window, now, facts.cancelledSoFar(session, childId));
  if (outcome.type !== 'REFUSED') throw stillInTime('Cette réservation peut encore être annulée : annulez-la.');
  if (outcome.code !== 'ASK_THE_MAIRIE')
    throw reservationsProblems.CANCELLATION_CLOSED(
      cancellationClosedSentence(session.date, {
        closesAt: window.closesAt,
        zone,
        phone: outcome.phone,
        ask: false,
        rule: facts.rule(session, childId, 'CANCEL'),
      }),
    );
}

function stillInTime(detail: string) {
  return reservationsProblems.STILL_IN_TIME(typeset(detail));
}
