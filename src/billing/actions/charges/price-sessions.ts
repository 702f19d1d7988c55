import { Injectable } from '@nestjs/common';
import { FindAttendances, isProofAwaited, JudgeAbsences } from '../../../attendance/index.js';
import type { CivilCalendar } from '../../../calendar/index.js';
import { FindChildren, LoadCustody } from '../../../families/index.js';
import { dateIn, Temporal } from '../../../kernel/civil-time.js';
import { groupedBy } from '../../../kernel/lists.js';
import {
  FindSessions,
  LoadPricingFacts,
  type PrestationRow,
  type PricingFacts,
  type SessionRow,
  type TariffBook,
} from '../../../prestations/index.js';
import { dependsOnHours, forfaitPeriod, type Happened } from '../../../reglement/index.js';
import { FindReservations, type ReservationRow } from '../../../reservations/index.js';
import type { NewAnomaly } from '../../data/draft-store.js';
import { type ChargeQuote, priceCharge, quoteOfCharge } from '../../rules/charge-price.js';
import { type Consumption, consumptionsOf, type KnownReservation } from '../../rules/consumption.js';
import type { BillingPeriod } from '../../rules/billing-period.js';
import type { DueReason } from '../../rules/due.js';
import type { ChargeToBill } from '../../rules/draft-invoices.js';
import {
  type Counted,
  type CountedUse,
  eventCounted,
  forfaitCounted,
  type Span,
  type Tally,
} from '../../rules/tally.js';
import { oddQuotient } from '../../rules/unusual-amount.js';
import { CountBilledUses } from './count-billed-uses.js';

/** What holds for all the sessions of a run. */
export interface Pricing {
  readonly collectiviteId: number;
  /** Those that the run bills whole, and counts itself; null where single bookings are billed beside others. */
  readonly days: BillingPeriod | null;
  readonly timeZone: string;
  /** When the computation began: what may still come after it is told. */
  readonly now: Temporal.Instant;
  readonly prestations: ReadonlyMap<number, PrestationRow>;
  readonly tariffs: TariffBook;
  /** Of the whole commune: school periods are told by it. */
  readonly calendar: CivilCalendar;
}

export interface PricedSessions {
  readonly charges: ChargeToBill[];
  readonly anomalies: NewAnomaly[];
}

interface Found {
  readonly session: SessionRow;
  readonly consumption: Consumption;
  /** The foyer that booked pays; for who came without a booking, the one that has the child that day. */
  readonly familyId: number | null;
}

/** What is to be charged, before its ranks are counted. */
interface Quoted extends ChargeQuote {
  readonly session: SessionRow;
  readonly consumption: Consumption;
  readonly use: CountedUse;
  readonly period: Span | null;
  readonly forfait: Counted | null;
  readonly counter: Counted | null;
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
    private readonly loadPricingFacts: LoadPricingFacts,
    private readonly countBilledUses: CountBilledUses,
  ) {}

  /** Counts on `tally` what these sessions use; they come after those that were priced with it before. */
  async run(sessionIds: readonly number[], pricing: Pricing, tally: Tally): Promise<PricedSessions> {
    const found = await this.found(sessionIds, pricing);
    const facts = await this.facts(found, pricing);
    const cards = await this.findChildren.run(
      pricing.collectiviteId,
      new Set(found.map(({ consumption }) => consumption.childId)),
    );
    const priced: PricedSessions = { charges: [], anomalies: [] };
    const quoted = found.flatMap((one) => quote(one, pricing, facts, priced.anomalies) ?? []);
    await this.countBilledUses.run(
      pricing,
      quoted.flatMap(({ use, forfait, counter }) =>
        [forfait, counter].filter((counted) => counted !== null).map((counted) => ({ use, counted })),
      ),
      tally,
    );
    for (const one of quoted) {
      const { firstName = '', lastName = '' } = cards.get(one.use.childId) ?? {};
      const charged = charge(one, pricing, tally, `${firstName} ${lastName}`.trim());
      priced.charges.push(charged);
      const odd = charged.cents > 0 ? oddQuotient(charged.reasons.steps) : null;
      if (odd !== null) priced.anomalies.push({ ...placeOf(charged), kind: odd, amountCents: charged.cents });
    }
    return priced;
  }

  private async found(sessionIds: readonly number[], pricing: Pricing): Promise<Found[]> {
    const consumptions = await this.consumptions(sessionIds, pricing);
    const unplanned = consumptions.filter(({ consumption }) => consumption.reservation === null);
    const custody = await this.loadCustody.run(
      pricing.collectiviteId,
      new Set(unplanned.map(({ consumption }) => consumption.childId)),
    );
    return consumptions.map(({ session, consumption }) => ({
      session,
      consumption,
      familyId:
        consumption.reservation?.familyId ??
        custody.familyOn(consumption.childId, session.date) ??
        consumption.attendance?.familyId ??
        null,
    }));
  }

  /** Only who came without a promise is looked up: the others were, when they booked. */
  private facts(found: readonly Found[], { collectiviteId }: Pricing): Promise<PricingFacts> {
    const unpromised = found.filter(({ consumption }) => consumption.due.event === 'UNPLANNED');
    return this.loadPricingFacts.run(collectiviteId, {
      familyIds: unpromised.flatMap(({ familyId }) => (familyId === null ? [] : [familyId])),
      childIds: unpromised.map(({ consumption }) => consumption.childId),
    });
  }

  private async consumptions(
    sessionIds: readonly number[],
    { collectiviteId, timeZone }: Pricing,
  ): Promise<{ session: SessionRow; consumption: Consumption }[]> {
    const sessions = await this.findSessions.byIds(collectiviteId, sessionIds);
    sessions.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date) || a.id - b.id);
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

function placeOf({ familyId, sessionId, childId, prestationId, date }: ChargeToBill): Omit<NewAnomaly, 'kind'> {
  return { familyId, sessionId, childId, prestationId, date };
}

function knownReservation(row: ReservationRow, timeZone: string): KnownReservation {
  const { childId, familyId, state, priceExplanation, supplements, lateBooking, lateCancellation } = row;
  return {
    ...{ childId, familyId, state },
    prices: priceExplanation,
    supplements: supplements ?? [],
    owedInFull: lateCancellation === 'BILL_FULL',
    surcharge: lateBooking?.applies ? lateBooking.effect : null,
    promisedOn: dateIn(timeZone, row.promisedAt ?? row.bookedAt).toString(),
  };
}

/** By what a consumption is priced; null when nothing is due, or when an anomaly says why it cannot be told. */
function quote(
  { session, consumption, familyId }: Found,
  pricing: Pricing,
  facts: PricingFacts,
  anomalies: NewAnomaly[],
): Quoted | null {
  const { childId, due, reservation, attendance, absence } = consumption;
  const { id: sessionId, prestationId, date } = session;
  const odd = (kind: NewAnomaly['kind']) => {
    anomalies.push({ familyId, sessionId, childId, prestationId, date, kind });
    return null;
  };
  if (due.anomaly !== null) odd(due.anomaly);
  if (due.event === null) return null;
  if (familyId === null) return odd('PAYER_UNKNOWN');
  const promise = reservation && { prices: reservation.prices, on: reservation.promisedOn };
  const version = due.event === 'UNPLANNED' ? pricing.tariffs.on(prestationId, date) : null;
  const use = { prestationId, familyId, childId, event: due.event };
  const inForce = version && {
    tariff: version.tariff,
    context: { ...facts.context({ ...use, date }), tariffId: version.tariffId },
  };
  const chargeQuote = quoteOfCharge(due.event, promise, inForce);
  if (chargeQuote === null) return odd('TARIFF_MISSING');
  if (absence !== null && isProofAwaited(absence, pricing.now)) odd('PROOF_AWAITED');
  if (attendance !== null && lacksHours(chargeQuote, consumption)) odd('HOURS_NOT_RECORDED');
  const per = chargeQuote.quote.rules?.forfait;
  const period = per === undefined ? null : forfaitPeriod(per, date, pricing.calendar);
  return {
    ...chargeQuote,
    ...{ session, consumption, use, period },
    forfait: period && forfaitCounted(use, chargeQuote.quote, period),
    counter: eventCounted(use, chargeQuote.quote, date),
  };
}

/** Whether the price depends on an hour that nobody noted and that the tariff does not fix. */
function lacksHours({ quote: { rules }, quote }: ChargeQuote, { due, attendance }: Consumption): boolean {
  if (due.event === 'UNJUSTIFIED_ABSENCE' || isAbsent(due.reason)) return false;
  if (!dependsOnHours(quote)) return false;
  const arrives = rules?.stay === undefined || rules.stay.from !== undefined || attendance?.arrivedAt != null;
  const leaves = rules?.stay?.until !== undefined || attendance?.leftAt != null;
  return !arrives || !leaves;
}

/** Owed for a day on which the child was not there. */
function isAbsent(reason: DueReason): boolean {
  return reason === 'ABSENCE_CARENCE' || reason === 'CANCELLED_LATE';
}

function charge(one: Quoted, pricing: Pricing, tally: Tally, childName: string): ChargeToBill {
  const { session, consumption, use, period, forfait, counter } = one;
  const { due, attendance, absence, reservation } = consumption;
  const { name, startsAt, endsAt } = pricing.prestations.get(session.prestationId)!;
  const count = counter === null ? undefined : tally.next(counter.key);
  const happened: Happened = {
    event: use.event,
    absent: isAbsent(due.reason),
    arrival: attendance?.arrivedAt,
    departure: attendance?.leftAt,
    opensAt: startsAt,
    closesAt: endsAt,
    countThisMonth: count,
    countThisSchoolYear: count,
    countThisInvoice: count,
    rankInPeriod: forfait === null ? undefined : tally.next(forfait.key),
    period,
    supplements: use.event === 'UNPLANNED' ? undefined : reservation?.supplements,
    lateBooking: use.event === 'UNPLANNED' ? undefined : (reservation?.surcharge ?? undefined),
  };
  const { cents, careCents = null, explanation } = priceCharge(one, happened);
  return {
    sessionId: session.id,
    familyId: use.familyId,
    childId: use.childId,
    childName,
    date: session.date,
    prestationId: session.prestationId,
    prestationLabel: name,
    event: use.event,
    cents,
    careCents,
    reasons: { reason: due.reason, steps: explanation, ...(absence && { absence: absence.reason }) },
  };
}
