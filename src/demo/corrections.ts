import type { Client, Json } from './client.js';
import type { Household } from './households.js';
import type { OpenCommune } from './opening.js';

interface Correcting {
  readonly household: Household;
  readonly agent: Client;
  readonly collectiviteId: number;
}

interface Cast {
  readonly commune: Pick<OpenCommune, 'agent' | 'collectiviteId'>;
  readonly households: readonly Household[];
}

/** A scene of the parent with whose account the demo is tried. */
export function correctionBy(correct: (correcting: Correcting) => Promise<void>) {
  return async (
    { commune: { agent, collectiviteId }, households }: Cast,
    scenes: { corrections: number },
  ): Promise<void> => {
    await correct({ household: households.find(({ email }) => email !== null)!, agent, collectiviteId });
    scenes.corrections += 1;
  };
}

/** A parent changed their telephone: the mairie accepts it as it stands. */
export async function correctPhone({ household, agent, collectiviteId }: Correcting): Promise<void> {
  const { guardians }: Json = await household.acting.get(`/families/${household.familyId}`);
  const id = await propose(household, {
    subject: `guardian:${guardians[0].guardianId as number}`,
    field: 'phone',
    newValue: '06 39 98 21 07',
  });
  await agent.post(`/collectivites/${collectiviteId}/change-proposals/${id}/acceptances`);
}

/** A slip of the finger in a date: the mairie holds the paper that says otherwise, and tells why it refuses. */
export async function correctBirthDate({ household, agent, collectiviteId }: Correcting): Promise<void> {
  const wanted = { subject: `child:${household.childIds[0]!}`, field: 'birthDate', newValue: '2016-02-16' };
  const id = await propose(household, wanted);
  await agent.post(`/collectivites/${collectiviteId}/change-proposals/${id}/refusals`, {
    reason: 'Le livret de famille porte le 6 février 2016 : apportez-le-nous si c’est une erreur.',
  });
}

/** These last days, and not answered yet. */
export async function correctAddress({ household }: Correcting): Promise<void> {
  const wanted = { subject: `family:${household.familyId}`, field: 'addressLine2', newValue: 'Bât. B, appt 12' };
  await propose(household, wanted);
}

async function propose({ acting, familyId }: Household, change: object): Promise<number> {
  const [asked]: Json[] = await acting.post(`/families/${familyId}/change-proposals`, { changes: [change] });
  return asked.proposalId as number;
}
