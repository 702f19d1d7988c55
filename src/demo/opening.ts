import { SetUpCollectivite } from '../collectivites/index.js';
import { InviteMember } from '../identity/index.js';
import { Temporal } from '../kernel/civil-time.js';
import type { Client, Json } from './client.js';
import { DIRECT_DEBIT } from './agreements.js';
import {
  CENTRE,
  COLOUR,
  COMMUNE,
  ELEMENTAIRE,
  LEGAL_NOTICE,
  OPENING_HOURS,
  PASSWORD,
  PAYFIP,
  SITES,
  STAFF,
} from './commune.js';
import { logo } from './documents.js';
import type { DemoYear } from './demo-year.js';
import { TASTE_WEEK } from './policies.js';
import { CIRCUS, circusDays, PRESTATIONS, REFECTORY } from './services.js';
import { linksWaiting, type Stage } from './stage.js';

export interface PlannedPrestation {
  readonly id: number;
  readonly name: string;
  readonly site: string;
  /** Session ids by date (`YYYY-MM-DD`). */
  readonly sessions: Map<string, number>;
}

export interface OpenCommune {
  readonly collectiviteId: number;
  readonly administrator: Client;
  readonly agent: Client;
  readonly regisseur: Client;
  readonly animateur: Client;
  readonly prestations: readonly PlannedPrestation[];
  /** The one that is paid when it is booked. */
  readonly circus: PlannedPrestation;
}

interface Offered {
  readonly site: string;
  readonly settings: { readonly name: string };
  readonly policy: object;
  readonly tariff: object;
}

/** August: the mairie opens its space, describes its services and plans the year. */
export async function openCommune(stage: Stage, { from, end }: DemoYear): Promise<OpenCommune> {
  const { collectiviteId } = await stage.app.get(SetUpCollectivite).run(COMMUNE);
  const [administrator, agent, regisseur, animateur] = await inviteStaff(stage, collectiviteId);
  const base = `/collectivites/${collectiviteId}`;
  await administrator!.put(`${base}/opening-hours`, { openingHours: OPENING_HOURS });
  await administrator!.put(`${base}/payfip-settings`, PAYFIP);
  await administrator!.put(`${base}/sepa-settings`, DIRECT_DEBIT);
  await administrator!.put(`${base}/legal-notice`, LEGAL_NOTICE);
  await dress(administrator!, base);
  const siteIds = new Map<string, number>();
  for (const site of SITES) siteIds.set(site.name, (await administrator!.post(`${base}/sites`, site)).id as number);
  await administrator!.post(`${base}/closures`, {
    siteId: siteIds.get(CENTRE)!,
    from: from.with({ month: 10, day: 23 }).toString(),
    to: from.with({ month: 10, day: 23 }).toString(),
    reason: 'Journée de formation de l’équipe',
  });
  const prestations: PlannedPrestation[] = [];
  const plan = async (offered: Offered, days: { from: string; to: string }): Promise<PlannedPrestation> => {
    const { site, settings, policy, tariff } = offered;
    const { id } = await administrator!.post(`${base}/prestations`, { ...settings, siteId: siteIds.get(site)! });
    const path = `${base}/prestations/${id as number}`;
    const since = from.toString();
    await administrator!.post(`${path}/booking-policies`, { from: since, ...policy });
    await administrator!.post(`${path}/tariffs`, { from: since, tariff });
    if (settings.name === 'Cantine' && site === ELEMENTAIRE)
      await administrator!.post(`${base}/policy-exceptions`, { prestationId: id, ...tasteWeek(from.year) });
    await administrator!.post(`${path}/session-plannings`, days);
    return { id: id as number, name: settings.name, site, sessions: await sessionsOf(administrator!, path, days) };
  };
  for (const offered of PRESTATIONS)
    prestations.push(await plan(offered, { from: from.toString(), to: end.toString() }));
  const circus = await plan(CIRCUS, circusDays(from));
  const canteens = prestations.filter(({ name }) => name === 'Cantine').map(({ id }) => id);
  await administrator!.post(`${base}/place-pools`, { ...REFECTORY, prestationIds: canteens });
  return {
    collectiviteId,
    administrator: administrator!,
    agent: agent!,
    regisseur: regisseur!,
    animateur: animateur!,
    prestations,
    circus,
  };
}

/** What families see above every page. */
async function dress(administrator: Client, base: string): Promise<void> {
  await administrator.put(`${base}/look/colour`, { colour: COLOUR });
  const file = { name: 'logo.png', type: 'image/png', content: await logo() };
  await administrator.upload(`${base}/logo`, {}, file, 'PUT');
}

/** Other rules for the days of the guest cook. */
function tasteWeek(year: number): object {
  const { month, firstDay, lastDay, closes } = TASTE_WEEK;
  const [from, to, closing] = [firstDay, lastDay, closes.day].map((day) =>
    Temporal.PlainDate.from({ year, month, day }).toString(),
  );
  return {
    from,
    to,
    add: { type: 'FIXED_DATES', dates: [{ period: { from, to }, closesAt: `${closing}T${closes.at}` }] },
    reason: 'Semaine du goût : un cuisinier invité commande ses produits à l’avance',
  };
}

/** Each member receives a link and chooses a password. */
async function inviteStaff(stage: Stage, collectiviteId: number): Promise<Client[]> {
  for (const member of STAFF) await stage.app.get(InviteMember).run({ ...member, collectiviteId, invitedBy: null });
  const links = await linksWaiting(stage);
  const clients: Client[] = [];
  for (const { email } of STAFF) {
    await stage.client.post('/auth/password-resets/completions', {
      code: links.get(email)!.searchParams.get('code'),
      password: PASSWORD,
    });
    clients.push(stage.client.as({ email, password: PASSWORD }));
  }
  await stage.settle();
  return clients;
}

async function sessionsOf(
  client: Client,
  path: string,
  { from, to }: { from: string; to: string },
): Promise<Map<string, number>> {
  const sessions: Json[] = await client.all(`${path}/sessions?from=${from}&to=${to}`);
  return new Map(sessions.map(({ id, date }) => [date as string, id as number]));
}
