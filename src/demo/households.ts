import { readFile } from 'node:fs/promises';
import { chunksOf } from '../kernel/lists.js';
import { CompleteRegistration } from '../invitations/index.js';
import type { Client, Json, Tokens } from './client.js';
import { PASSWORD } from './commune.js';
import type { OpenCommune } from './opening.js';
import { solve } from './proof-of-work.js';
import { linksWaiting, type Stage } from './stage.js';

export interface Household {
  readonly familyId: number;
  readonly name: string;
  readonly childIds: readonly number[];
  /** Who acts for it: its parent, or the agent for a family without an e-mail address. */
  readonly acting: Client;
  readonly email: string | null;
}

export interface Households {
  readonly all: readonly Household[];
  readonly invited: number;
  readonly signedUp: number;
}

/** The parent whose account the end of the story gives, for whoever tries the demo. */
export function visitorOf({ all }: Households): Household {
  return all.find(({ email }) => email !== null)!;
}

/** The mairie imports its families and invites them; most parents create their account. */
export async function welcomeFamilies(stage: Stage, { collectiviteId, agent }: OpenCommune): Promise<Households> {
  const content = await readFile(new URL('../../config/demo/familles.csv', import.meta.url));
  const file = { name: 'familles.csv', type: 'text/csv', content: Uint8Array.from(content) };
  const path = `/collectivites/${collectiviteId}/family-imports`;
  const rehearsal: Json = await agent.upload(path, { dryRun: 'true' }, file);
  if (rehearsal.errors.length > 0) throw new Error(`config/demo/familles.csv: ${JSON.stringify(rehearsal.errors)}`);
  await agent.upload(path, { dryRun: 'false' }, file);
  await stage.settle();

  const { invited } = await agent.post(`/collectivites/${collectiviteId}/invitations/batches`, { all: true });
  const links = await linksWaiting(stage);
  await stage.settle();
  const parents = new Map<number, Household>();
  const opened = [...links.values()];
  for (const [rank, few] of [...chunksOf(opened, 6)].entries()) {
    stage.clock.advance({ minutes: 45 });
    const households = await Promise.all(few.map((link, place) => signUp(stage, link, rank + place === 0)));
    for (const household of households)
      if (!parents.has(household.familyId)) parents.set(household.familyId, household);
  }
  return { all: await everyone(agent, collectiviteId, parents), invited: invited as number, signedUp: opened.length };
}

/** The three steps of an account's creation. The first parent also solves a real security test, as a browser does. */
async function signUp(stage: Stage, link: URL, withProof: boolean): Promise<Household> {
  const { client } = stage;
  const code = link.searchParams.get('code');
  const email = link.searchParams.get('email')!;
  const opened: Json = await client.post('/registrations', { code, email });
  const token = { 'Registration-Token': opened.registrationToken as string };
  const { familyName, guardians, children } = opened.held;
  await client.put(
    '/registrations/current/account',
    { familyName, email, password: PASSWORD, passwordConfirmation: PASSWORD },
    token,
  );
  const checked = guardians.map(({ guardianId, civility, firstName, lastName }: Json) => ({
    guardianId,
    civility,
    firstName,
    lastName,
  }));
  await client.put('/registrations/current/guardians', { guardians: checked }, token);
  await client.put('/registrations/current/children', { children }, token);
  const done = withProof
    ? await client.post(
        '/registrations/current/completions',
        { altcha: await solve(await client.get('/altcha/challenges')) },
        token,
      )
    : await stage.app.get(CompleteRegistration).run(opened.registrationToken as string);
  return {
    familyId: done.familyIds[0] as number,
    name: familyName as string,
    childIds: children.map(({ childId }: Json) => childId as number),
    acting: client.as({ email, password: PASSWORD }, JSON.parse(JSON.stringify(done)) as Tokens),
    email,
  };
}

/** Families without an account are served by the agent, at the counter or on the phone. */
async function everyone(
  agent: Client,
  collectiviteId: number,
  parents: ReadonlyMap<number, Household>,
): Promise<Household[]> {
  const families = await agent.all(`/collectivites/${collectiviteId}/families`);
  return families.map(({ familyId, name, children }: Json): Household => {
    const childIds = children.map(({ childId }: Json) => childId as number);
    return parents.get(familyId as number) ?? { familyId, name, childIds, acting: agent, email: null };
  });
}
