import type { Client, Json } from './client.js';
import { ELEMENTAIRE, MATERNELLE } from './commune.js';
import type { OpenCommune } from './opening.js';
import { linksWaiting, type Stage } from './stage.js';

const ADDRESS = { addressLine1: '9 chemin des Aulnes', postalCode: '99120', city: 'VALMONT-SUR-ORLE' };
const PARENTS = [
  { civility: 'Monsieur', lastName: 'BRISSAC', firstName: 'Marc', email: 'marc.brissac@example.org' },
  { civility: 'Madame', lastName: 'BRISSAC', firstName: 'Leïla', email: null },
];
const CHILDREN = [
  { firstName: 'Clara', birthDate: '2018-05-14', sex: 'F', site: ELEMENTAIRE, className: 'CE2' },
  { firstName: 'Élie', birthDate: '2022-02-03', sex: 'M', site: MATERNELLE, className: 'PS' },
];

/** Today: a family has just moved in. Answers the link of its invitation, which nobody has opened yet. */
export async function welcomeNewcomers(
  stage: Stage,
  { collectiviteId, agent, prestations }: OpenCommune,
): Promise<URL> {
  const base = `/collectivites/${collectiviteId}`;
  const today = stage.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
  const sites: Json[] = await agent.get(`${base}/sites`);
  const family: Json = await agent.post(`${base}/families`, { name: 'BRISSAC', guardians: PARENTS, ...ADDRESS });
  const path = `${base}/families/${family.familyId as number}`;
  await agent.post(`${path}/quotients`, { from: today, value: '742' });
  for (const { site, ...child } of CHILDREN) {
    const siteId = sites.find(({ name }) => name === site).id as number;
    const { childId }: Json = await agent.post(`${path}/children`, {
      ...{ ...child, lastName: 'BRISSAC', siteId, from: today },
    });
    const own = prestations.filter((one) => one.site === site);
    await enrol(
      agent,
      base,
      own.map(({ id }) => id),
      { childId: childId as number, from: today },
    );
  }
  await agent.post(`${base}/invitations`, { guardianId: family.guardians[0].guardianId as number });
  const links = await linksWaiting(stage);
  await stage.settle();
  return links.get(PARENTS[0]!.email!)!;
}

async function enrol(agent: Client, base: string, prestationIds: readonly number[], child: object): Promise<void> {
  for (const id of prestationIds) await agent.post(`${base}/prestations/${id}/enrolments`, child);
}
