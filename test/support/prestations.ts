import type { Api } from './api.js';
import type { RunningService } from './application.js';

/** A collectivité with a school, and one signed-in person of each role that matters here. */
export interface Commune {
  readonly collectiviteId: number;
  readonly siteId: number;
  readonly path: string;
  readonly administrateur: Api;
  readonly agent: Api;
  readonly animateur: Api;
  readonly parent: Api;
}

export async function newCommune(
  { fixtures, api }: RunningService,
  columns: Record<string, string | number | null> = {},
): Promise<Commune> {
  const collectiviteId = await fixtures.collectivite(columns);
  const siteId = await fixtures.site(collectiviteId);
  const signedIn = async (role: 'administrateur' | 'agent' | 'animateur' | 'parent') => {
    const { email, password } = await fixtures.account([{ collectiviteId, role }]);
    return api.signedIn(email, password);
  };
  return {
    collectiviteId,
    siteId,
    path: `/collectivites/${collectiviteId}`,
    administrateur: await signedIn('administrateur'),
    agent: await signedIn('agent'),
    animateur: await signedIn('animateur'),
    parent: await signedIn('parent'),
  };
}

export const CANTEEN = {
  name: 'Cantine',
  kind: 'CANTEEN',
  weekdays: ['MO', 'TU', 'TH', 'FR'],
  runsOn: 'SCHOOL_DAYS',
  startsAt: '11:45',
  endsAt: '13:30',
  places: 80,
  ordersMeals: true,
  kitchenEmail: 'cuisine@test.example',
  budgetNature: '7067',
  budgetFunction: '281',
};

export const TWO_WORKING_DAYS = { type: 'DAYS_BEFORE', n: 2, unit: 'OUVRE', at: '10:00' };
export const THURSDAY_BEFORE = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '24:00' };
export const SAME_MORNING = { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '09:00' };

/** Creates a prestation over HTTP and answers its address. */
export async function newPrestation(commune: Commune, settings: object = {}): Promise<{ id: number; path: string }> {
  const answer = await commune.administrateur.post(`${commune.path}/prestations`, {
    ...CANTEEN,
    siteId: commune.siteId,
    ...settings,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  const id = answer.body.id as number;
  return { id, path: `${commune.path}/prestations/${id}` };
}
