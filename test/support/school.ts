import type { Api } from './api.js';
import type { RunningService } from './application.js';

/** A commune with one school, its canteen and one family, as attendance and billing take them for granted. */
export interface Commune {
  readonly collectiviteId: number;
  readonly siteId: number;
  readonly canteen: { readonly id: number; readonly policyId: number; readonly tariffId: number };
}

/** The same, with its agents signed in. */
export interface School extends Commune {
  readonly agent: Api;
  readonly regisseur: Api;
}

export interface Household {
  readonly familyId: number;
  readonly childId: number;
  readonly guardianId: number;
  /** Of the adult. */
  readonly accountId: number;
  readonly email: string;
}

const PROMISE = {
  unitCents: 305,
  unplannedCents: 500,
  unjustifiedAbsenceCents: 400,
  rowLabel: 'B',
  basis: [
    { step: 'QUOTIENT', quotient: 64_250 },
    {
      step: 'ROW',
      label: 'B',
      quotientMin: 60_000,
      quotientMax: 80_000,
      prices: { unitCents: 305, unplannedCents: 500, unjustifiedAbsenceCents: 400 },
    },
  ],
};

export async function openCommune(
  { fixtures }: RunningService,
  columns: Record<string, string | number | null> = {},
): Promise<Commune> {
  const collectiviteId = await fixtures.collectivite(columns);
  const siteId = await fixtures.site(collectiviteId);
  const canteen = await fixtures.prestation(collectiviteId, siteId, { name: 'Cantine', name_key: `cantine${siteId}` });
  return { collectiviteId, siteId, canteen };
}

export async function openSchool(service: RunningService, columns: Record<string, string | number | null> = {}) {
  const { fixtures, api } = service;
  const commune = await openCommune(service, columns);
  const { collectiviteId } = commune;
  const agent = await fixtures.account([{ collectiviteId, role: 'agent' }]);
  const regisseur = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
  return {
    ...commune,
    agent: await api.signedIn(agent.email, agent.password),
    regisseur: await api.signedIn(regisseur.email, regisseur.password),
  } satisfies School;
}

/** A family with one adult (who has an account) and one child enrolled in the canteen. */
export async function addHousehold(
  service: RunningService,
  { collectiviteId, canteen }: Commune,
  name = 'DURAND',
): Promise<Household> {
  const { fixtures } = service;
  const { id: accountId, email } = await fixtures.account([{ collectiviteId, role: 'parent' }]);
  const familyId = await fixtures.family(collectiviteId, { name });
  const adult = { email, account_id: accountId, last_name: name };
  const guardianId = await fixtures.guardian(collectiviteId, familyId, adult);
  const childId = await fixtures.child(collectiviteId, familyId, { last_name: name });
  await fixtures.enrolment(collectiviteId, canteen.id, childId);
  return { familyId, childId, guardianId, accountId, email };
}

/** A session of the canteen whose windows are over. */
export function holdSession(
  { fixtures }: RunningService,
  { collectiviteId, canteen }: Commune,
  date: string,
  columns: Record<string, string | number | null> = {},
): Promise<number> {
  return fixtures.session(collectiviteId, canteen, date, '2026-09-01T00:00:00Z', columns);
}

/** A reservation at 3,05 € (absence 4,00 €), promised on 1 September 2026. */
export async function reserve(
  { fixtures, database }: RunningService,
  { collectiviteId }: Commune,
  sessionId: number,
  { familyId, childId }: Household,
): Promise<number> {
  await database.unit(() => database.change('UPDATE sessions SET taken = taken + 1 WHERE id = ?', [sessionId]));
  await fixtures.row('taken_places', { collectivite_id: collectiviteId, session_id: sessionId, child_id: childId });
  return fixtures.row('reservations', {
    collectivite_id: collectiviteId,
    session_id: sessionId,
    child_id: childId,
    family_id: familyId,
    state: 'RESERVED',
    active: 1,
    unit_cents: PROMISE.unitCents,
    unjustified_absence_cents: PROMISE.unjustifiedAbsenceCents,
    price_explanation: JSON.stringify(PROMISE),
    booked_at: Date.parse('2026-09-01T07:00:00Z'),
  });
}
