import { Temporal } from '../../../src/kernel/civil-time.js';
import { OutboxDelivery } from '../../../src/platform/outbox/outbox-delivery.js';
import { AddToBasket } from '../../../src/reservations/actions/basket/add-to-basket.js';
import { CancelReservations } from '../../../src/reservations/actions/reserved/cancel-reservations.js';
import { GiveUpHolds } from '../../../src/reservations/actions/payment/give-up-holds.js';
import { PayBasket } from '../../../src/reservations/actions/payment/pay-basket.js';
import { ValidateBasket } from '../../../src/reservations/actions/basket/validate-basket.js';
import { ReleaseHolds } from '../../../src/reservations/index.js';
import type { Household } from '../school.js';
import { attemptsOf, heard, onThePage } from './online-steps.js';
import { pick, type Step } from './step.js';
import { type HeldSession, orRefused, rowsOf, today, type World } from './world.js';

function actOf({ commune }: World, { familyId, accountId }: Household) {
  return { collectiviteId: commune.collectiviteId, familyId, accountId, asParent: true };
}

/** A day of the centre with one place, booked and cancelled until the day before at 9 h. */
async function dayOf(world: World, ahead: number): Promise<HeldSession> {
  const date = today(world).add({ days: 2 + ahead });
  const known = world.days.find((one) => one.date.equals(date));
  if (known) return known;
  const { service, commune, centre } = world;
  const closes = date.subtract({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '09:00' });
  const closesAt = closes.toInstant().toString();
  const id = await service.fixtures.session(commune.collectiviteId, centre, date.toString(), closesAt, { places: 1 });
  const day = { id, date };
  world.days.push(day);
  return day;
}

/** The validations of a family that hold places, the latest first. */
async function holding(world: World, { familyId }: Household): Promise<number[]> {
  const living =
    'SELECT DISTINCT validation_id AS id FROM place_holds WHERE family_id = ? AND living = 1 ORDER BY id DESC';
  return (await rowsOf<{ id: number }>(world, living, [familyId])).map(({ id }) => id);
}

/** Pays what a validation holds, as far as chance wants it. */
async function pay(world: World, household: Household, validationId: number, [page, way]: [number, number]) {
  const started = await orRefused(world.service.app.get(PayBasket).run(actOf(world, household), validationId));
  if (!started?.redirectUrl) return;
  onThePage(world, started.redirectUrl, page);
  await heard(world, (await attemptsOf(world)).at(-1)!, way);
}

/** What is paid at booking: places are held, paid, given up, given back, and what was paid is cancelled. */
export const BOOKING_STEPS: readonly Step[] = [
  {
    name: 'days are chosen that are paid at booking, and paid or not',
    weight: 7,
    run: async (world, [who, ahead, more, page, way]) => {
      const household = pick(world.households, who)!;
      const act = actOf(world, household);
      const { app } = world.service;
      const days = [await dayOf(world, ahead % 9), ...(more % 2 === 0 ? [await dayOf(world, (ahead + more) % 9)] : [])];
      const wanted = [...new Set(days)].map(({ id }) => ({ sessionId: id, childId: household.childId }));
      await app.get(AddToBasket).run(act, wanted, {});
      const done = await orRefused(app.get(ValidateBasket).run(act, null, {}));
      if (done && more % 5 > 0) await pay(world, household, done.validationId, [page, way]);
    },
  },
  {
    name: 'a basket that waits is paid after all',
    weight: 3,
    run: async (world, [who, , , page, way]) => {
      const household = pick(world.households, who)!;
      const [validationId] = await holding(world, household);
      if (validationId !== undefined) await pay(world, household, validationId, [page, way]);
    },
  },
  {
    name: 'places that are held are given up',
    weight: 1,
    run: async (world, [who]) => {
      const household = pick(world.households, who)!;
      const [validationId] = await holding(world, household);
      if (validationId === undefined) return;
      await world.service.app.get(GiveUpHolds).ofValidation(actOf(world, household), validationId);
    },
  },
  {
    name: 'places that were not paid in time are given back',
    weight: 3,
    run: ({ service }) => service.app.get(ReleaseHolds).run(),
  },
  {
    name: 'a day that was paid is given up',
    weight: 3,
    run: async (world, [who, which]) => {
      const household = pick(world.households, who)!;
      const open = `SELECT r.id FROM reservations r JOIN sessions s ON s.id = r.session_id
         WHERE r.family_id = ? AND r.active = 1 AND r.paid_cents IS NOT NULL AND s.cancel_closes_at > ? ORDER BY r.id`;
      const now: Temporal.Instant = world.service.clock.now();
      const found = await rowsOf<{ id: number }>(world, open, [household.familyId, now.epochMilliseconds]);
      const reservation = pick(found, which);
      if (reservation)
        await world.service.app.get(CancelReservations).run(actOf(world, household), [reservation.id], {});
    },
  },
  {
    name: 'what waits in the outbox is delivered',
    weight: 4,
    run: ({ service }) => service.app.get(OutboxDelivery).drain(),
  },
];
