import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FindSessions, type SessionRow } from '../../../prestations/index.js';
import { BasketStore, type DayWanted, type PlaceWanted } from '../../data/basket-store.js';
import { reservationsProblems } from '../../problems.js';
import { isLate, type LineRefusalCode, refusalSentence, refusedDay } from '../../rules/refusal-sentence.js';
import { refusalOf } from '../../rules/wish.js';
import { type FamilyAct, type OverrideAsked, overrideReason } from '../allow-override.js';
import { type BookingFacts, LoadBookingFacts, type Occupancy } from '../load-booking-facts.js';
import { LoadOccupancy } from '../places/load-occupancy.js';
import { ServeLines } from './serve-lines.js';
import { type Refusal, ShowBasket, type ShownLine } from './show-basket.js';

/** Lines that one basket may hold: four children, a year, four prestations each. */
export const LARGEST_BASKET = 3000;

export interface LeftOutLine extends PlaceWanted {
  readonly refusal: Refusal<LineRefusalCode>;
}

export interface AddedLines {
  readonly added: readonly ShownLine[];
  readonly leftOut: readonly LeftOutLine[];
}

/** Puts wishes in the basket, line by line: what cannot be booked now is left out, with its reason. */
@Injectable()
export class AddToBasket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly baskets: BasketStore,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findSessions: FindSessions,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadFacts: LoadBookingFacts,
    private readonly showBasket: ShowBasket,
    private readonly serveLines: ServeLines,
  ) {}

  /** One wish; throws the problem that its refusal is. */
  async one(act: FamilyAct, wanted: DayWanted, asked: OverrideAsked): Promise<AddedLines> {
    const answer = await this.run(act, [wanted], asked);
    const [leftOut] = answer.leftOut;
    if (!leftOut) return answer;
    const { code, detail, closesAt } = leftOut.refusal;
    throw reservationsProblems[code](
      detail,
      closesAt === null ? {} : { extensions: { closesAt: closesAt.toString() } },
    );
  }

  async run(act: FamilyAct, wanted: readonly DayWanted[], asked: OverrideAsked): Promise<AddedLines> {
    const now = this.clock.now();
    const beyondWindow = overrideReason(act, asked) !== null;
    await this.serveLines.beforeAsking(
      act.collectiviteId,
      wanted.map(({ sessionId }) => sessionId),
      now,
    );
    const { refused: leftOut, accepted } = await this.database.unit(async () => {
      const basketId = await this.baskets.hold(act, now);
      const judge = await this.judge(act, basketId, wanted, { now, beyondWindow });
      const refused: LeftOutLine[] = [];
      const accepted: DayWanted[] = [];
      for (const { sessionId, childId, supplements } of wanted) {
        const refusal = judge({ sessionId, childId, supplements });
        if (refusal) refused.push({ sessionId, childId, refusal });
        else accepted.push({ sessionId, childId, supplements });
      }
      await this.baskets.add(act, basketId, accepted, now);
      return { refused, accepted };
    });
    const added = new Set(accepted.map(keyOf));
    const basket = await this.showBasket.run(act);
    return { added: basket.lines.filter((line) => added.has(keyOf(line))), leftOut };
  }

  /** Answers why each wish is refused, or null; a wish that it accepted once is refused the second time. */
  private async judge(
    act: FamilyAct,
    basketId: number,
    wanted: readonly DayWanted[],
    judging: { readonly now: Temporal.Instant; readonly beyondWindow: boolean },
  ): Promise<(wish: DayWanted) => Refusal<LineRefusalCode> | null> {
    const { collectiviteId } = act;
    const lines = await this.baskets.linesOf(basketId);
    if (lines.length + wanted.length > LARGEST_BASKET) throw basketTooLarge();
    const sessionIds = [...new Set(wanted.map(({ sessionId }) => sessionId))];
    const childIds = [...new Set(wanted.map(({ childId }) => childId))];
    const sessions = await this.findSessions.byIds(collectiviteId, sessionIds);
    const sources = {
      sessions: new Map(sessions.map((session) => [session.id, session])),
      facts: await this.loadFacts.run(act, childIds),
      occupancy: await this.loadOccupancy.run(collectiviteId, childIds, sessions, judging.now),
      zone: (await this.findCollectivite.run(collectiviteId)).timeZone,
      inBasket: new Set(lines.map(keyOf)),
    };
    return (wish) => judgeOne(wish, sources, judging);
  }
}

interface Sources {
  readonly sessions: ReadonlyMap<number, SessionRow>;
  readonly facts: BookingFacts;
  readonly occupancy: Occupancy;
  readonly zone: string;
  readonly inBasket: Set<string>;
}

function judgeOne(
  wanted: DayWanted,
  { sessions, facts, occupancy, zone, inBasket }: Sources,
  judging: { readonly now: Temporal.Instant; readonly beyondWindow: boolean },
): Refusal<LineRefusalCode> | null {
  if (!facts.knowsChild(wanted.childId))
    return {
      code: 'CHILD_UNKNOWN',
      detail: 'Cet enfant n’est pas de votre foyer. Choisissez un des vôtres.',
      closesAt: null,
    };
  const session = sessions.get(wanted.sessionId);
  if (!session) return { code: 'SESSION_UNKNOWN', detail: 'Cette séance n’existe pas.', closesAt: null };
  const wish = facts.wish(session, wanted.childId, occupancy, wanted.supplements);
  const code = refusalOf(wish, judging) ?? (inBasket.has(keyOf(wanted)) ? 'ALREADY_IN_BASKET' : null);
  if (code === null) {
    inBasket.add(keyOf(wanted));
    return null;
  }
  return {
    code,
    detail: refusalSentence(code, refusedDay(wish, { now: judging.now, zone })),
    closesAt: isLate(code) ? wish.add.closesAt : null,
  };
}

export function basketTooLarge() {
  return reservationsProblems.BASKET_TOO_LARGE(
    `Un panier contient au plus ${LARGEST_BASKET} jours : validez d’abord ce qui y est, puis continuez.`,
  );
}

export function keyOf({ sessionId, childId }: PlaceWanted): string {
  return `${sessionId}:${childId}`;
}
