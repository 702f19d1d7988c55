import { counted, plainDate } from '../kernel/french.js';
import { chunksOf } from '../kernel/lists.js';
import { eachDate, isBefore, Temporal } from '../kernel/civil-time.js';
import { book, type BookingCounts, cancelSome, fillBasket, validate } from './bookings.js';
import { percent } from './chance.js';
import type { Json } from './client.js';
import { type CounterCounts, receivePayments } from './counter.js';
import { type DemoYear, isPlayed } from './demo-year.js';
import { exchange, type ExchangeCounts, publishRules } from './exchanges.js';
import { type Household, type Households, visitorOf, welcomeFamilies } from './households.js';
import { type OnlineCounts, payOnline } from './online.js';
import { endOfLatePayers, type LateCounts, setUpReminders } from './late-payers.js';
import { publishMenus } from './menus.js';
import { type Money, noMoneyYet } from './money.js';
import { moneyScenesOf } from './money-scenes.js';
import { openCommune, type OpenCommune } from './opening.js';
import { callRolls, type RollCounts } from './roll-calls.js';
import { type Scenes, scenesOf } from './scenes.js';
import { goTo, type Stage } from './stage.js';
import { agreeWithTreasury, handOver } from './treasury.js';
import { giveADebtUp } from './write-off.js';

export interface PlayedYear {
  readonly commune: OpenCommune;
  readonly households: Households;
  readonly year: DemoYear;
  readonly bookings: BookingCounts;
  readonly rolls: RollCounts;
  readonly counter: CounterCounts;
  readonly online: OnlineCounts;
  readonly late: LateCounts;
  readonly exchanges: ExchangeCounts;
  readonly scenes: Scenes;
  readonly money: Money;
}

/** From the opening in August to this very moment, day after day, each act at its hour. */
export async function playYear(stage: Stage, year: DemoYear): Promise<PlayedYear> {
  goTo(stage, year.from.with({ month: 8, day: 17 }), '09:00');
  const commune = await openCommune(stage, year);
  await publishRules(commune);
  await setUpReminders(commune);
  await agreeWithTreasury(commune, year.from);
  const households = await welcomeFamilies(stage, commune);
  stage.say(
    `  ${counted(households.signedUp, 'compte créé', 'comptes créés')} ; le service est planifié jusqu’au ${plainDate(year.end)}`,
  );
  const played: PlayedYear = {
    commune,
    households,
    year,
    bookings: { reserved: 0, refused: 0, cancelled: 0, refusal: null },
    rolls: { present: 0, absent: 0, unplanned: 0 },
    counter: { payments: 0, cents: 0 },
    online: { paid: 0, givenUp: 0, cents: 0 },
    late: { reminders: 0, plans: 0 },
    exchanges: { articles: 0, demandes: 0, answered: 0 },
    scenes: { provedLate: null, neverProved: null, lateRequests: 0, offersAccepted: 0, swaps: 0, corrections: 0 },
    money: noMoneyYet(),
  };
  const play = sceneOf(stage, played);
  for (const date of eachDate(year.from.subtract({ days: 8 }), year.to)) await playDay(stage, played, date, play);
  stage.clock.set(year.until);
  await stage.settle();
  await endOfLatePayers(commune, year.to, played.late);
  await publishMenus(commune, year.to);
  const cast = { stage, commune, households: households.all };
  await handOver(cast, played.money, year.to);
  await giveADebtUp(cast, year.to);
  return played;
}

type PlayScenes = (date: Temporal.PlainDate, hour: '08:00' | '10:00' | '18:40') => Promise<void>;

/** Plays what happens once, at its hour. */
function sceneOf(stage: Stage, { commune, households, year, scenes, money }: PlayedYear): PlayScenes {
  const cast = { commune, households: households.all, settle: stage.settle };
  const due = scenesOf(year);
  const dueOfMoney = moneyScenesOf(year);
  return async (date, hour) => {
    for (const scene of due(date, hour)) {
      goTo(stage, date, hour);
      await scene(cast, scenes, date);
    }
    for (const scene of dueOfMoney(date, hour)) {
      goTo(stage, date, hour);
      await scene({ stage, commune, households: households.all }, money, date);
    }
  };
}

async function playDay(stage: Stage, played: PlayedYear, date: Temporal.PlainDate, play: PlayScenes): Promise<void> {
  for (const [hour, act] of actsOf(stage, played, date, play)) {
    if (!isPlayed(played.year, date, hour)) return;
    goTo(stage, date, hour);
    await act();
  }
}

/** What a day holds, in its order. */
function actsOf(
  stage: Stage,
  played: PlayedYear,
  date: Temporal.PlainDate,
  play: PlayScenes,
): [hour: string, act: () => Promise<void>][] {
  const { commune, households, year, bookings } = played;
  return [
    ['07:30', async () => (date.day <= 3 ? stage.settle() : undefined)],
    ['08:00', () => play(date, '08:00')],
    [
      '10:00',
      async () => {
        await play(date, '10:00');
        const span = spanBookedOn(date, year);
        if (span) await sideBySide(households.all, (household) => book(commune, household, span, bookings));
        await exchange(stage, commune, households.all, date, played.exchanges);
        await changeMinds(played, date);
      },
    ],
    [
      '12:05',
      async () => {
        await stage.settle();
        if (date.dayOfWeek !== 5) return;
        await payOnline(stage.client, households.all, date.weekOfYear!, played.online);
        await receivePayments(commune, date, isBroughtIn(played), played.counter);
      },
    ],
    [
      '18:35',
      async () => {
        if (date.dayOfWeek <= 5) await stage.settle();
        if (!isBefore(date, year.from)) await callRolls(commune, date.toString(), played.rolls);
      },
    ],
    [
      '18:40',
      async () => {
        await play(date, '18:40');
        if (date.day === 1)
          stage.say(
            `  ${plainDate(date)} : ${counted(bookings.reserved, 'réservation', 'réservations')}, ${counted(played.counter.payments, 'paiement', 'paiements')}…`,
          );
      },
    ],
  ];
}

/** Not those that are debited, nor the last one of the parent by whom the demo is tried: it waits for them to pay it. */
function isBroughtIn({ households, year, money }: PlayedYear): (invoice: Json) => boolean {
  const { familyId: visitorId } = visitorOf(households);
  const recent = year.to.subtract({ days: 30 });
  return ({ familyId, issuedOn }) => {
    if (money.debited.has(familyId as number)) return false;
    return familyId !== visitorId || isBefore(Temporal.PlainDate.from(issuedOn as string), recent);
  };
}

/** Parents do not wait for each other: a few act at the same time. */
async function sideBySide(
  households: readonly Household[],
  act: (household: Household) => Promise<void>,
): Promise<void> {
  for (const few of chunksOf(households, 6)) await Promise.all(few.map(act));
}

/** Families book September before it starts, then each month a week before; the last days of a month with it. */
function spanBookedOn(
  date: Temporal.PlainDate,
  { from, end }: DemoYear,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } | null {
  const isRentree = date.equals(from.subtract({ days: 7 }));
  if (!isRentree && date.day !== 20) return null;
  const first = isRentree ? from : date.with({ day: 1 }).add({ months: 1 });
  if (!isRentree && !isBefore(from, first)) return null;
  const last = first.with({ day: first.daysInMonth });
  return isBefore(end, first) ? null : { from: first, to: isBefore(end, last) ? end : last };
}

/** Wednesday: some give days up, some fill a basket; Friday: those find that the window closed on Thursday. */
async function changeMinds({ commune, households, bookings }: PlayedYear, date: Temporal.PlainDate): Promise<void> {
  const some = (word: string, share: number): Household[] =>
    households.all.filter(({ familyId }) => percent(word, familyId, date.weekOfYear!) < share);
  if (date.dayOfWeek === 3) {
    for (const household of some('cancels', 6)) await cancelSome(household, date.add({ days: 1 }), bookings);
    for (const household of some('late', 3)) await fillBasket(commune, household, date.add({ days: 5 }));
  }
  if (date.dayOfWeek === 5) {
    for (const household of some('late', 3)) {
      const { familyId, acting } = household;
      const basket = (await acting.get(`/families/${familyId}/basket`)) as { lines: unknown[] };
      if (basket.lines.length > 0) await validate(household, bookings);
    }
  }
}
