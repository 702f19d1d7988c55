import { Temporal } from '../kernel/civil-time.js';
import type { Client, Json } from './client.js';
import { ELEMENTAIRE } from './commune.js';
import { correctAddress, correctBirthDate, correctionBy, correctPhone } from './corrections.js';
import { certificate } from './documents.js';
import type { DemoYear } from './demo-year.js';
import type { Household } from './households.js';
import type { OpenCommune, PlannedPrestation } from './opening.js';

/** What the story comes back to: a child that did not come, and when. */
export interface Missed {
  readonly familyId: number;
  readonly childId: number;
  readonly from: string;
  readonly to: string;
}

export interface Scenes {
  /** Proved, but after the delay of the règlement. */
  provedLate: (Missed & { readonly absenceId: number; readonly acting: Client }) | null;
  neverProved: Missed | null;
  lateRequests: number;
  offersAccepted: number;
  swaps: number;
  corrections: number;
}

interface Cast {
  readonly commune: OpenCommune;
  readonly households: readonly Household[];
  readonly settle: () => Promise<void>;
}

type Scene = (cast: Cast, scenes: Scenes, today: Temporal.PlainDate) => Promise<void>;

/** What happens once in the year, day by day: the règlement at work between a family and the mairie. */
export function scenesOf({
  from,
  to,
}: DemoYear): (date: Temporal.PlainDate, hour: '08:00' | '10:00' | '18:40') => Scene[] {
  const monday = mondayFrom(from.add({ days: 13 }));
  const planned: [Temporal.PlainDate, string, Scene][] = [
    [from.add({ days: 1 }), '10:00', grantWaiver],
    [monday, '08:00', fallIll],
    [monday.add({ days: 5 }), '10:00', proveLate],
    [monday.add({ days: 7 }), '08:00', fallIllWithoutProof],
    [monday, '18:40', askTheMairie],
    [monday.add({ days: 8 }), '10:00', passAPlaceOn],
    [monday.add({ days: 21 }), '10:00', swapWeeks],
    [monday.add({ days: 2 }), '10:00', correctionBy(correctPhone)],
    [monday.add({ days: 9 }), '10:00', correctionBy(correctBirthDate)],
    [to.subtract({ days: 2 }), '08:00', correctionBy(correctAddress)],
  ];
  return (date, hour) => planned.filter(([day, at]) => day.equals(date) && at === hour).map(([, , scene]) => scene);
}

/** A nurse's shifts are told late: her employer's letter opens deadlines of her own. */
async function grantWaiver({ commune, households }: Cast, _: Scenes, today: Temporal.PlainDate): Promise<void> {
  const { familyId } = parentsOf(households)[6]!;
  await commune.agent.post(`/collectivites/${commune.collectiviteId}/families/${familyId}/waivers`, {
    kind: 'SHIFT_WORK',
    from: today.toString(),
    to: today.add({ months: 9 }).toString(),
    proof: 'Lettre de l’employeur',
  });
}

async function fallIll(cast: Cast, scenes: Scenes, monday: Temporal.PlainDate): Promise<void> {
  const declared = await declareIll(cast, monday, []);
  if (declared) scenes.provedLate = declared;
}

async function fallIllWithoutProof(cast: Cast, scenes: Scenes, monday: Temporal.PlainDate): Promise<void> {
  const declared = await declareIll(cast, monday, scenes.provedLate ? [scenes.provedLate.familyId] : []);
  if (declared) scenes.neverProved = declared;
}

/** The first child who eats at the canteen on three days of the week stays in bed. */
async function declareIll(
  { commune, households }: Cast,
  monday: Temporal.PlainDate,
  notAgain: readonly number[],
): Promise<Scenes['provedLate']> {
  const [from, to] = [monday.toString(), monday.add({ days: 4 }).toString()];
  const { id: prestationId } = named(commune, 'Cantine', ELEMENTAIRE);
  for (const { familyId, acting } of parentsOf(households)) {
    if (notAgain.includes(familyId)) continue;
    const booked: Json[] = await acting.get(`/families/${familyId}/reservations?from=${from}&to=${to}`);
    const meals = booked.filter((one) => one.state === 'RESERVED' && one.prestationId === prestationId);
    const childId = meals.map((one) => one.childId as number).find((id) => daysOf(meals, id) >= 3);
    if (childId === undefined) continue;
    const wanted = { childIds: [childId], prestationId, from, to, kind: 'ILLNESS' };
    const [absence]: Json[] = await acting.post(`/families/${familyId}/absences`, wanted);
    return { familyId, childId, from, to, absenceId: absence.id as number, acting };
  }
  return null;
}

async function proveLate(_: Cast, { provedLate }: Scenes): Promise<void> {
  if (!provedLate) return;
  const { familyId, absenceId, acting } = provedLate;
  const file = { name: 'certificat.pdf', type: 'application/pdf', content: await certificate() };
  await acting.upload(`/families/${familyId}/absences/${absenceId}/proofs`, {}, file);
}

/** In the evening, a parent needs the garderie of the next morning, which closed at 18 h: the mairie may accept. */
async function askTheMairie({ commune, households }: Cast, scenes: Scenes, today: Temporal.PlainDate): Promise<void> {
  const sessionId = named(commune, 'Garderie du matin', ELEMENTAIRE).sessions.get(today.add({ days: 1 }).toString());
  if (sessionId === undefined) return;
  const { collectiviteId, agent } = commune;
  const roll: Json = await agent.get(`/collectivites/${collectiviteId}/sessions/${sessionId}/roll`);
  const asking = firstWithParent(households, roll.others);
  if (!asking) return;
  const { household, childId } = asking;
  const body = { sessionId, childId, operation: 'ADD' };
  const { id }: Json = await household.acting.post(`/families/${household.familyId}/late-requests`, body);
  await agent.post(`/collectivites/${collectiviteId}/late-requests/${id as number}/answers`, { accepted: true });
  scenes.lateRequests += 1;
}

/** A full morning: one child waits, another family gives its place up, the place is offered and accepted. */
async function passAPlaceOn(
  { commune, households, settle }: Cast,
  scenes: Scenes,
  today: Temporal.PlainDate,
): Promise<void> {
  const { collectiviteId, agent } = commune;
  const { id: prestationId, sessions } = named(commune, 'Garderie du matin', ELEMENTAIRE);
  const date = today.add({ days: 3 }).toString();
  const sessionId = sessions.get(date);
  if (sessionId === undefined) return;
  const roll: Json = await agent.get(`/collectivites/${collectiviteId}/sessions/${sessionId}/roll`);
  const waiting = firstWithParent(households, roll.others);
  const leaving = firstWithParent(households, roll.expected);
  if (!waiting || !leaving) return;
  const session = `/collectivites/${collectiviteId}/prestations/${prestationId}/sessions/${sessionId}`;
  await agent.patch(session, { places: roll.expected.length });
  const entries = `/families/${waiting.household.familyId}/waiting-entries`;
  const { id }: Json = await waiting.household.acting.post(entries, { sessionId, childId: waiting.childId });
  const own = `/families/${leaving.household.familyId}/reservations`;
  const booked: Json[] = await leaving.household.acting.get(`${own}?from=${date}&to=${date}`);
  const given = booked.find((one) => one.sessionId === sessionId && one.childId === leaving.childId)!;
  await leaving.household.acting.post(`${own}/${given.id as number}/cancellations`);
  await settle();
  await waiting.household.acting.post(`${entries}/${id as number}/acceptances`);
  scenes.offersAccepted += 1;
}

/** Two separated parents exchange a week each: one asks, the other confirms. */
async function swapWeeks({ households }: Cast, scenes: Scenes, today: Temporal.PlainDate): Promise<void> {
  const parents = parentsOf(households);
  for (const asking of parents) {
    const childId = asking.childIds.find((id) => parents.some((one) => one !== asking && one.childIds.includes(id)));
    if (childId === undefined) continue;
    const other = parents.find((one) => one !== asking && one.childIds.includes(childId))!;
    const week = mondayFrom(today.add({ days: 28 }));
    const spans = [week, week.add({ days: 7 })].map((from) => ({
      from: from.toString(),
      to: from.add({ days: 6 }).toString(),
    }));
    const { id }: Json = await asking.acting.post(`/families/${asking.familyId}/custody-swaps`, { childId, spans });
    await other.acting.post(`/families/${other.familyId}/custody-swaps/${id as number}/confirmations`);
    scenes.swaps += 1;
    return;
  }
}

/** The first of these children that lives in one foyer only, whose parent has an account. */
function firstWithParent(
  households: readonly Household[],
  children: readonly Json[],
): { readonly household: Household; readonly childId: number } | null {
  for (const childId of children.map((child) => child.childId as number)) {
    const [household, ...others] = households.filter(({ childIds }) => childIds.includes(childId));
    if (household?.email != null && others.length === 0) return { household, childId };
  }
  return null;
}

function parentsOf(households: readonly Household[]): Household[] {
  return households.filter(({ email }) => email !== null);
}

function named({ prestations }: OpenCommune, name: string, site: string): PlannedPrestation {
  return prestations.find((one) => one.name === name && one.site === site)!;
}

function daysOf(reservations: readonly Json[], childId: number): number {
  return reservations.filter((one) => one.childId === childId).length;
}

function mondayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (8 - date.dayOfWeek) % 7 });
}
