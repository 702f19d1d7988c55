import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { Temporal, Weekday } from '../../../kernel/civil-time.js';
import { counted } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { FindSessions, type SessionRow } from '../../../prestations/index.js';
import { BasketStore, type PlaceWanted } from '../../data/basket-store.js';
import { reservationsProblems } from '../../problems.js';
import { refusalSentence, refusedDay } from '../../rules/refusal-sentence.js';
import { type JudgedDay, onWeekdays, type SpanCount, type SpanLeftOut, spanOutcome } from '../../rules/span.js';
import { refusalOf, type Wish } from '../../rules/wish.js';
import { basketTooLarge, keyOf, LARGEST_BASKET } from './add-to-basket.js';
import type { FamilyAct } from '../allow-override.js';
import { type BookingFacts, LoadBookingFacts } from '../load-booking-facts.js';
import { LoadOccupancy } from '../places/load-occupancy.js';
import { ServeLines } from './serve-lines.js';

export interface SpanWanted {
  readonly childIds: readonly number[];
  readonly prestationIds: readonly number[];
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** All of them when null or empty. */
  readonly weekdays: readonly Weekday[] | null;
}

export interface SpanAdded {
  readonly added: number;
  readonly leftOut: number;
  /** The lines added, to be taken back together. */
  readonly lineIds: readonly number[];
  /** « 34 jours ajoutés au panier, 2 laissés de côté. » */
  readonly sentence: string;
  readonly byChildAndPrestation: readonly (SpanCount & {
    readonly childName: string;
    readonly prestationName: string;
  })[];
  readonly reasons: readonly (SpanLeftOut & {
    readonly childName: string;
    readonly prestationName: string;
    /** The reason in French, said for the first date. */
    readonly detail: string;
  })[];
}

/** The « vue Agenda »: puts everything that can be booked in a span into the basket, for several children at once. */
@Injectable()
export class AddSpanToBasket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly baskets: BasketStore,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findSessions: FindSessions,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadFacts: LoadBookingFacts,
    private readonly serveLines: ServeLines,
  ) {}

  async run(act: FamilyAct, wanted: SpanWanted): Promise<SpanAdded> {
    const now = this.clock.now();
    await this.serveLines.beforeAsking(
      act.collectiviteId,
      (await this.sessions(act, wanted)).map(({ id }) => id),
      now,
    );
    return this.database.unit(async () => {
      const facts = await this.facts(act, wanted);
      const sessions = await this.sessions(act, wanted);
      const basketId = await this.baskets.hold(act, now);
      const judged = await this.judge(act, basketId, facts, sessions, [...new Set(wanted.childIds)], now);
      const accepted = judged.filter(({ code }) => code === null);
      await this.baskets.add(act, basketId, accepted, now);
      const { timeZone } = await this.findCollectivite.run(act.collectiviteId);
      const places = new Set(accepted.map(keyOf));
      const lines = (await this.baskets.linesOf(basketId)).filter((line) => places.has(keyOf(line)));
      return { ...shaped(judged, facts, sessions, { now, zone: timeZone }), lineIds: lines.map(({ id }) => id) };
    });
  }

  private async sessions({ collectiviteId }: FamilyAct, wanted: SpanWanted): Promise<SessionRow[]> {
    const prestationIds = [...new Set(wanted.prestationIds)];
    const sessions = await this.findSessions.run(collectiviteId, { ...wanted, prestationIds });
    return sessions.filter(({ date }) => onWeekdays(date, wanted.weekdays));
  }

  private async facts(act: FamilyAct, { childIds, prestationIds }: SpanWanted): Promise<BookingFacts> {
    const facts = await this.loadFacts.run(act, childIds);
    if (!childIds.every((id) => facts.knowsChild(id)))
      throw reservationsProblems.CHILD_UNKNOWN(
        'Un des enfants n’est pas de votre foyer. Retirez-le, puis recommencez.',
      );
    if (!prestationIds.every((id) => facts.knowsPrestation(id)))
      throw httpProblems.NOT_FOUND('Une des prestations n’existe pas, ou vous n’y avez pas accès.');
    return facts;
  }

  private async judge(
    act: FamilyAct,
    basketId: number,
    facts: BookingFacts,
    sessions: readonly SessionRow[],
    childIds: readonly number[],
    now: Temporal.Instant,
  ): Promise<JudgedPlace[]> {
    const occupancy = await this.loadOccupancy.run(act.collectiviteId, childIds, sessions, now);
    const lines = await this.baskets.linesOf(basketId);
    const inBasket = new Set(lines.map(keyOf));
    const judged = childIds.flatMap((childId) =>
      sessions.map((session) => {
        const place = { sessionId: session.id, childId };
        const wish = facts.wish(session, childId, occupancy);
        const code = refusalOf(wish, { now }) ?? (inBasket.has(keyOf(place)) ? ('ALREADY_IN_BASKET' as const) : null);
        return { ...place, prestationId: session.prestationId, date: session.date, code, wish };
      }),
    );
    if (lines.length + judged.filter(({ code }) => code === null).length > LARGEST_BASKET) throw basketTooLarge();
    return judged;
  }
}

interface JudgedPlace extends JudgedDay, PlaceWanted {
  readonly wish: Wish;
}

function shaped(
  judged: readonly JudgedPlace[],
  facts: BookingFacts,
  sessions: readonly SessionRow[],
  asked: { readonly now: Temporal.Instant; readonly zone: string },
): Omit<SpanAdded, 'lineIds'> {
  const { counts, leftOut } = spanOutcome(judged);
  const slot = (prestationId: number, date: Temporal.PlainDate) => `${prestationId}:${date.toString()}`;
  const bySlot = new Map(sessions.map((session) => [slot(session.prestationId, session.date), session]));
  const named = <Row extends { childId: number; prestationId: number }>(row: Row) => ({
    ...row,
    childName: `${facts.child(row.childId).firstName} ${facts.child(row.childId).lastName}`,
    prestationName: facts.prestation(row.prestationId).name,
  });
  const added = judged.filter(({ code }) => code === null).length;
  const skipped = judged.length - added;
  const left = skipped === 0 ? '' : `, ${counted(skipped, 'laissé de côté', 'laissés de côté')}`;
  return {
    added,
    leftOut: skipped,
    sentence: `${added === 0 ? 'Aucun jour ajouté' : counted(added, 'jour ajouté', 'jours ajoutés')} au panier${left}.`,
    byChildAndPrestation: counts.map(named),
    reasons: leftOut.map((group) => {
      const session = bySlot.get(slot(group.prestationId, group.dates[0]!))!;
      const { wish } = judged.find((one) => one.sessionId === session.id && one.childId === group.childId)!;
      return { ...named(group), detail: refusalSentence(group.code, refusedDay(wish, asked)) };
    }),
  };
}
