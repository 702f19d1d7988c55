import { Injectable } from '@nestjs/common';
import { FindCollectivite, FindMenuTypes } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { invalidRequest } from '../../../platform/http/validation.js';
import { FindSessions, type SessionRow } from '../../../prestations/index.js';
import type { PlaceWanted } from '../../data/basket-store.js';
import { type LateOperation, LateRequestRow } from '../../data/late-request.entity.js';
import { reservationsProblems } from '../../problems.js';
import { cancelOutcome } from '../../rules/cancel-window.js';
import { changeOutcome } from '../../rules/change-window.js';
import {
  billedSentence,
  cancellationClosedSentence,
  menuClosedSentence,
  refusalSentence,
  refusedDay,
} from '../../rules/refusal-sentence.js';
import { refusalBesidesPlaces } from '../../rules/wish.js';
import type { FamilyAct } from '../allow-override.js';
import { type BookingFacts, LoadBookingFacts, type Occupancy } from '../load-booking-facts.js';
import { LoadOccupancy } from '../places/load-occupancy.js';
import { MailLateRequest } from './mail-late-request.js';
import { modificationClosed } from '../reserved/move-reservation.js';

export interface LateWish extends Pick<PlaceWanted, 'sessionId' | 'childId'> {
  readonly operation: LateOperation;
  /** The day that is wanted instead; needed for an exchange, and of no other. */
  readonly toSessionId?: number | undefined;
  /** The menu that is wanted; null, or absent: the child's usual one. */
  readonly menuTypeId?: number | null | undefined;
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
    private readonly findMenuTypes: FindMenuTypes,
    private readonly mailLateRequest: MailLateRequest,
  ) {}

  /** Answers the request's id. Throws what the operation itself would, STILL_IN_TIME, LATE_REQUEST_PENDING, INVALID_REQUEST. */
  async run(act: FamilyAct, wish: LateWish): Promise<number> {
    const { sessionId, childId, operation } = wish;
    const toSessionId = operation === 'MODIFY' ? (wish.toSessionId ?? null) : null;
    const menuTypeId = operation === 'DIET' ? (wish.menuTypeId ?? null) : null;
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
        if (operation !== 'ADD') mustBeReserved(familyId, childId, known);
        if (operation === 'ADD') mustBeAskedToBook(childId, known);
        if (operation === 'CANCEL') mustBeAskedToCancel(childId, known);
        if (operation === 'MODIFY') await this.mustBeAskedToExchange(collectiviteId, { childId, toSessionId }, known);
        if (operation === 'DIET') await this.mustBeAskedForMenu(collectiviteId, { childId, menuTypeId }, known);
        const request = {
          ...{ collectiviteId, sessionId, childId, familyId, operation, toSessionId, menuTypeId },
          ...{ askedBy: accountId, askedAt: now },
        };
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

  /** Both days accept a change, or one of them says that it is asked. */
  private async mustBeAskedToExchange(
    collectiviteId: number,
    { childId, toSessionId }: { readonly childId: number; readonly toSessionId: number | null },
    { session, facts, now, zone }: Known,
  ): Promise<void> {
    if (toSessionId === null)
      throw invalidRequest([
        { field: 'toSessionId', message: 'dites contre quel jour vous voulez échanger celui-ci.' },
      ]);
    const [to] = await this.findSessions.byIds(collectiviteId, [toSessionId]);
    if (!to || to.id === session.id || to.prestationId !== session.prestationId)
      throw reservationsProblems.SESSION_UNKNOWN('Choisissez un autre jour de la même prestation.');
    let asked = false;
    for (const day of [session, to]) {
      const window = facts.window(day, childId, 'MODIFY');
      const outcome = changeOutcome(day, window, now, facts.lateSoFar(day, childId));
      if (outcome.type === 'ACCEPTED') continue;
      const limit = { closesAt: window.closesAt, zone, rule: facts.rule(day, childId, 'MODIFY') };
      if (!outcome.ask) throw modificationClosed(day, outcome, limit);
      asked = true;
    }
    if (!asked) throw stillInTime('Ce jour peut encore être échangé : échangez-le.');
  }

  private async mustBeAskedForMenu(
    collectiviteId: number,
    { childId, menuTypeId }: { readonly childId: number; readonly menuTypeId: number | null },
    { session, facts, now, zone }: Known,
  ): Promise<void> {
    const menus = await this.findMenuTypes.run(collectiviteId);
    if (menuTypeId !== null && !menus.some(({ id }) => id === menuTypeId))
      throw invalidRequest([{ field: 'menuTypeId', message: 'ce type de menu n’existe pas dans la collectivité.' }]);
    const window = facts.window(session, childId, 'DIET');
    const outcome = changeOutcome(session, window, now);
    if (outcome.type === 'ACCEPTED') throw stillInTime('Ce menu peut encore être changé : choisissez-le.');
    const { ask, phone } = outcome;
    const closed = { closesAt: window.closesAt, zone, ask, phone, rule: facts.rule(session, childId, 'DIET') };
    if (!ask)
      throw reservationsProblems.MENU_CHANGE_CLOSED(menuClosedSentence(session.date, closed), {
        extensions: { closesAt: closed.closesAt.toString() },
      });
  }
}

function mustBeReserved(familyId: number, childId: number, { session, occupancy }: Known): void {
  if (occupancy.living.of(session.id, childId)?.familyId !== familyId)
    throw reservationsProblems.RESERVATION_UNKNOWN('Votre foyer n’a rien réservé pour cet enfant ce jour-là.');
  if (session.billedAt !== null) throw reservationsProblems.SESSION_ALREADY_BILLED(billedSentence(session.date));
}

function mustBeAskedToBook(childId: number, { session, facts, occupancy, now, zone }: Known): void {
  const wish = facts.wish(session, childId, occupancy);
  const code = refusalBesidesPlaces(wish, { now });
  if (code === null) throw stillInTime('Ce jour peut encore être réservé : ajoutez-le à votre panier.');
  if (code !== 'ASK_THE_MAIRIE')
    throw reservationsProblems[code](refusalSentence(code, refusedDay(wish, { now, zone })));
}

function mustBeAskedToCancel(childId: number, { session, facts, now, zone }: Known): void {
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
