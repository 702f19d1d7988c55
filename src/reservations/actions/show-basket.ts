import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FindSessions } from '../../prestations/index.js';
import { offeredSupplements, type Supplement } from '../../reglement/index.js';
import { type BasketOwner, BasketStore } from '../data/basket-store.js';
import { isLate, refusalSentence, refusedDay } from '../rules/refusal-sentence.js';
import { toldPrice, toldWords } from '../rules/late-booking.js';
import { lateWords } from '../rules/late-words.js';
import { lateTerms, type RefusalCode, refusalOf } from '../rules/wish.js';
import { LoadBookingFacts } from './load-booking-facts.js';
import { LoadOccupancy } from './load-occupancy.js';

export interface Refusal<Code extends string = RefusalCode> {
  readonly code: Code;
  /** French, and what can be done. */
  readonly detail: string;
  /** First refused instant, where the window is why. */
  readonly closesAt: Temporal.Instant | null;
}

export interface ShownLine {
  readonly id: number;
  readonly sessionId: number;
  readonly childId: number;
  readonly childName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteName: string;
  readonly date: Temporal.PlainDate;
  /** READY: would be accepted now. REFUSED: would not, `refusal` says why; it stays until it is removed. */
  readonly state: 'READY' | 'REFUSED';
  readonly refusal: Refusal | null;
  /** Null while no tariff covers the date; with what being late adds, where it does. */
  readonly unitCents: Cents | null;
  /** The same in French, and how the price is made where one amount does not say it: « 45,00 € par mois ». */
  readonly price: string | null;
  /** Labels of those that are taken with it. */
  readonly supplements: readonly string[];
  /** Those that the tariff of the day lets choose, at their price for this child. */
  readonly offeredSupplements: readonly Supplement[];
  /** « hors délai : avec une majoration de 50 % »; null in time. */
  readonly late: string | null;
  readonly placesLeft: number;
  readonly addClosesAt: Temporal.Instant;
  readonly cancelClosesAt: Temporal.Instant;
  readonly addedAt: Temporal.Instant;
}

export interface BasketTotal {
  readonly id: number;
  readonly name: string;
  /** Lines that would be accepted now, and their sum. */
  readonly ready: number;
  readonly cents: Cents;
  readonly refused: number;
}

export interface ShownBasket {
  readonly readAt: Temporal.Instant;
  readonly lines: readonly ShownLine[];
  readonly ready: number;
  readonly refused: number;
  readonly cents: Cents;
  readonly byChild: readonly BasketTotal[];
  readonly byPrestation: readonly BasketTotal[];
}

/** The basket, each line judged and priced again as of now. */
@Injectable()
export class ShowBasket {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly baskets: BasketStore,
    private readonly loadOccupancy: LoadOccupancy,
    private readonly findSessions: FindSessions,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadFacts: LoadBookingFacts,
  ) {}

  run(owner: BasketOwner): Promise<ShownBasket> {
    const readAt = this.clock.now();
    return this.database.read(async () => {
      const lines = await this.shown(owner, readAt);
      return {
        readAt,
        lines,
        ...totalsOf(lines),
        byChild: totalsBy(lines, ({ childId, childName }) => ({ id: childId, name: childName })),
        byPrestation: totalsBy(lines, ({ prestationId, prestationName, siteName }) => ({
          id: prestationId,
          name: siteName === '' ? prestationName : `${prestationName} (${siteName})`,
        })),
      };
    });
  }

  private async shown(owner: BasketOwner, now: Temporal.Instant): Promise<ShownLine[]> {
    const rows = await this.baskets.lines(owner);
    const { collectiviteId } = owner;
    const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
    const childIds = [...new Set(rows.map(({ childId }) => childId))];
    const sessionIds = [...new Set(rows.map(({ sessionId }) => sessionId))];
    const sessions = await this.findSessions.byIds(collectiviteId, sessionIds);
    const byId = new Map(sessions.map((session) => [session.id, session]));
    const facts = await this.loadFacts.run(owner, childIds);
    const occupancy = await this.loadOccupancy.run(collectiviteId, childIds, sessions, now);
    const lines = rows.map(({ id, sessionId, childId, supplements, addedAt }): ShownLine => {
      const session = byId.get(sessionId)!;
      const { prestationId, date } = session;
      const { firstName, lastName, birthDate } = facts.child(childId);
      const wish = facts.wish(session, childId, occupancy, supplements);
      const promised = facts.promised(session, childId, { supplements });
      const code = refusalOf(wish, { now });
      return {
        id,
        sessionId,
        childId,
        childName: `${firstName} ${lastName}`,
        prestationId,
        prestationName: facts.prestation(prestationId).name,
        siteName: facts.siteName(prestationId),
        date,
        state: code === null ? 'READY' : 'REFUSED',
        refusal:
          code === null
            ? null
            : {
                code,
                detail: refusalSentence(code, refusedDay(wish, { now, zone })),
                closesAt: isLate(code) ? wish.add.closesAt : null,
              },
        unitCents: toldPrice(promised, lateTerms(wish, now)),
        price: toldWords(promised, lateTerms(wish, now)),
        supplements: promised?.supplements ?? [],
        offeredSupplements: promised ? offeredSupplements(promised.prices) : [],
        late: lateWords(lateTerms(wish, now)),
        placesLeft: occupancy.pools.left(session, birthDate),
        addClosesAt: wish.add.closesAt,
        cancelClosesAt: facts.window(session, childId, 'CANCEL').closesAt,
        addedAt,
      };
    });
    return lines.sort(
      (a, b) =>
        a.date.toString().localeCompare(b.date.toString()) ||
        NAMES.compare(a.childName, b.childName) ||
        NAMES.compare(a.prestationName, b.prestationName) ||
        a.id - b.id,
    );
  }
}

const NAMES = new Intl.Collator('fr');

function totalsOf(lines: readonly ShownLine[]): { ready: number; refused: number; cents: Cents } {
  const ready = lines.filter(({ state }) => state === 'READY');
  return {
    ready: ready.length,
    refused: lines.length - ready.length,
    cents: sumCents(ready.map(({ unitCents }) => unitCents ?? 0)),
  };
}

function totalsBy(
  lines: readonly ShownLine[],
  subjectOf: (line: ShownLine) => { readonly id: number; readonly name: string },
): BasketTotal[] {
  return [...groupedBy(lines, (line) => subjectOf(line).id).values()]
    .map((group) => ({ ...subjectOf(group[0]!), ...totalsOf(group) }))
    .sort((a, b) => NAMES.compare(a.name, b.name) || a.id - b.id);
}
