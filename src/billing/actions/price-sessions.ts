import { Injectable } from '@nestjs/common';
import { FindAttendances, JudgeAbsences } from '../../attendance/index.js';
import { type CustodyBook, FindChildren, LoadCustody, LoadQuotients, type QuotientBook } from '../../families/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { groupedBy } from '../../kernel/lists.js';
import { FindSessions, type SessionRow, type TariffBook } from '../../prestations/index.js';
import { FindReservations, type ReservationRow } from '../../reservations/index.js';
import type { NewAnomaly } from '../data/draft-store.js';
import { priceCharge } from '../rules/charge-price.js';
import { type Consumption, consumptionsOf, type KnownReservation } from '../rules/consumption.js';
import type { ChargeToBill } from '../rules/draft-invoices.js';

/** What holds for all the sessions of a run. */
export interface Pricing {
  readonly collectiviteId: number;
  readonly timeZone: string;
  /** Names of prestations. */
  readonly names: ReadonlyMap<number, string>;
  readonly tariffs: TariffBook;
}

export interface PricedSessions {
  readonly charges: ChargeToBill[];
  readonly anomalies: NewAnomaly[];
}

interface Known {
  readonly custody: CustodyBook;
  readonly quotients: QuotientBook;
  readonly childNames: ReadonlyMap<number, string>;
}

interface Found {
  readonly session: SessionRow;
  readonly consumption: Consumption;
  /** The foyer that booked pays; for who came without a booking, the one that has the child that day. */
  readonly familyId: number | null;
}

/** What some sessions cost whom, from what was booked and who came: a few queries for all of them. */
@Injectable()
export class PriceSessions {
  constructor(
    private readonly findSessions: FindSessions,
    private readonly findReservations: FindReservations,
    private readonly findAttendances: FindAttendances,
    private readonly judgeAbsences: JudgeAbsences,
    private readonly findChildren: FindChildren,
    private readonly loadCustody: LoadCustody,
    private readonly loadQuotients: LoadQuotients,
  ) {}

  async run(sessionIds: readonly number[], pricing: Pricing): Promise<PricedSessions> {
    const { collectiviteId } = pricing;
    const consumptions = await this.consumptions(sessionIds, pricing);
    const childIds = new Set(consumptions.map(({ consumption }) => consumption.childId));
    const unplanned = consumptions.filter(({ consumption }) => consumption.reservation === null);
    const custody = await this.loadCustody.run(
      collectiviteId,
      new Set(unplanned.map(({ consumption }) => consumption.childId)),
    );
    const cards = await this.findChildren.run(collectiviteId, childIds);
    const found = consumptions.map(({ session, consumption }) => ({
      session,
      consumption,
      familyId:
        consumption.reservation?.familyId ??
        custody.familyOn(consumption.childId, session.date) ??
        consumption.attendance?.familyId ??
        null,
    }));
    const quotients = await this.loadQuotients.run(
      collectiviteId,
      new Set(found.flatMap(({ familyId }) => (familyId === null ? [] : [familyId]))),
    );
    const childNames = new Map([...cards].map(([id, { firstName, lastName }]) => [id, `${firstName} ${lastName}`]));
    const priced: PricedSessions = { charges: [], anomalies: [] };
    for (const one of found) price(one, pricing, { custody, quotients, childNames }, priced);
    return priced;
  }

  private async consumptions(
    sessionIds: readonly number[],
    { collectiviteId, timeZone }: Pricing,
  ): Promise<{ session: SessionRow; consumption: Consumption }[]> {
    const sessions = await this.findSessions.byIds(collectiviteId, sessionIds);
    const reservations = groupedBy(
      await this.findReservations.bySessions(collectiviteId, sessionIds),
      ({ sessionId }) => sessionId,
    );
    const attendances = groupedBy(
      await this.findAttendances.bySessions(collectiviteId, sessionIds),
      ({ sessionId }) => sessionId,
    );
    const absences = await this.judgeAbsences.inSessions(collectiviteId, sessions);
    return sessions.flatMap((session) =>
      consumptionsOf(
        { calledOff: session.calledOffAt !== null },
        (reservations.get(session.id) ?? []).map((row) => knownReservation(row, timeZone)),
        attendances.get(session.id) ?? [],
        absences.get(session.id),
      ).map((consumption) => ({ session, consumption })),
    );
  }
}

function knownReservation(row: ReservationRow, timeZone: string): KnownReservation {
  const { childId, familyId, state, priceExplanation, bookedAt } = row;
  return { childId, familyId, state, prices: priceExplanation, bookedOn: dateIn(timeZone, bookedAt).toString() };
}

function price({ session, consumption, familyId }: Found, pricing: Pricing, known: Known, into: PricedSessions): void {
  const { childId, due, reservation, absence } = consumption;
  const { id: sessionId, prestationId, date } = session;
  const odd = (kind: NewAnomaly['kind']) => into.anomalies.push({ sessionId, childId, prestationId, date, kind });
  if (due.anomaly !== null) odd(due.anomaly);
  if (due.event === null) return;
  if (familyId === null) return void odd('PAYER_UNKNOWN');
  const inForce = pricing.tariffs.on(prestationId, date);
  const promise = reservation && { prices: reservation.prices, on: reservation.bookedOn };
  if (promise === null && inForce === null) return void odd('TARIFF_MISSING');
  const quotient = known.quotients.quotientOn(familyId, date);
  const { cents, explanation } = priceCharge(due.event, promise, inForce && { ...inForce, quotient });
  into.charges.push({
    sessionId,
    familyId,
    childId,
    childName: known.childNames.get(childId) ?? '',
    date,
    prestationId,
    prestationLabel: pricing.names.get(prestationId)!,
    event: due.event,
    cents,
    reasons: { reason: due.reason, steps: explanation, ...(absence && { absence: absence.reason }) },
  });
}
