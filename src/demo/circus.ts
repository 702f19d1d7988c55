import { percent } from './chance.js';
import type { Json } from './client.js';
import type { Household } from './households.js';
import type { CircusCounts, Money, MoneyCast } from './money.js';
import { clickAndReturn } from './online.js';

/** Three days of circus in the autumn holidays, paid when they are booked: what happens to those who pay, and who do not. */

/** Two families pay; a third closes its browser, and its place comes back after the delay. */
export async function bookTheCircus(cast: MoneyCast, { circus }: Money): Promise<void> {
  const { stage, commune } = cast;
  const [first, absent, second] = familiesOf(cast);
  const childIds = [first, absent, second].map((household) => household!.childIds[0]);
  await commune.agent.post(
    `/collectivites/${commune.collectiviteId}/prestations/${commune.circus.id}/enrolments/batches`,
    {
      childIds,
      from: [...commune.circus.sessions.keys()][0],
    },
  );
  await pay(cast, circus, first!, [0, 1, 2]);
  await pay(cast, circus, second!, [0, 1]);
  const { id, awaiting }: Json = await choose(cast, absent!, [0]);
  stage.clock.advance({ minutes: 25 });
  await stage.settle();
  const path = `/families/${absent!.familyId}/basket`;
  const { payment }: Json = await absent!.acting.get(`${path}/validations/${id as number}`);
  if (payment.state !== 'NOT_PAID') throw new Error(`a place that nobody paid is ${String(payment.state)}`);
  circus.expired += awaiting as number;
  await absent!.acting.delete(path);
}

/** A day given up in time is credited, and nothing else happens. */
export async function giveACircusDayUp(cast: MoneyCast, { circus }: Money): Promise<void> {
  const { familyId, acting } = familiesOf(cast)[2]!;
  const [from, to] = span([...cast.commune.circus.sessions.keys()]);
  const booked: Json[] = await acting.get(`/families/${familyId}/reservations?from=${from}&to=${to}`);
  const day = booked.find(({ prestationId, cancellable }) => prestationId === cast.commune.circus.id && cancellable);
  const answer: Json = await acting.post(`/families/${familyId}/reservations/cancellations`, {
    reservationIds: [day.id],
  });
  circus.creditedCents += answer.creditedCents as number;
  await cast.stage.settle();
}

/** The same family books two days for another child, or others of the same: its credit pays first, PayFiP the rest. */
export async function payPartlyByCredit(cast: MoneyCast, { circus }: Money): Promise<void> {
  circus.byCreditCents += await pay(cast, circus, familiesOf(cast)[2]!, [0, 2]);
}

/** Books days and pays what the credit does not; answers what the credit paid, in cents. */
async function pay(cast: MoneyCast, counts: CircusCounts, household: Household, days: number[]): Promise<number> {
  const { stage } = cast;
  const { familyId, acting } = household;
  const { id, payment }: Json = await choose(cast, household, days);
  const path = `/families/${familyId}/basket/validations/${id as number}`;
  const { redirectUrl, toPayCents }: Json = await acting.post(`${path}/payments`);
  await clickAndReturn(stage.client, redirectUrl as string, 'P');
  await stage.settle();
  const settled: Json = await acting.get(path);
  if (settled.payment.state !== 'PAID') throw new Error(`a basket that was paid is ${String(settled.payment.state)}`);
  counts.paid += 1;
  counts.paidCents += toPayCents as number;
  return payment.creditCents as number;
}

async function choose(
  { commune }: MoneyCast,
  { familyId, childIds, acting }: Household,
  days: number[],
): Promise<Json> {
  const sessionIds = [...commune.circus.sessions.values()];
  await acting.post(`/families/${familyId}/basket/lines`, {
    lines: days.map((day) => ({ sessionId: sessionIds[day], childId: childIds[0] })),
  });
  return acting.post(`/families/${familyId}/basket/validations`);
}

/** Parents who pay online anyway, each with a child that lives with them only. */
function familiesOf({ households }: MoneyCast): Household[] {
  return households.filter(
    ({ familyId, email, childIds: [childId] }) =>
      email !== null &&
      percent('online', familyId) < 25 &&
      households.every((other) => other.familyId === familyId || !other.childIds.includes(childId!)),
  );
}

function span(dates: readonly string[]): [from: string, to: string] {
  return [dates[0]!, dates.at(-1)!];
}
