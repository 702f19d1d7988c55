import type { Temporal } from '../kernel/civil-time.js';
import type { Client, Json } from './client.js';
import { certificate, plainDocument } from './documents.js';
import type { Household } from './households.js';
import type { OpenCommune } from './opening.js';
import type { Stage } from './stage.js';

const ARTICLES = [
  {
    month: 9,
    day: 1,
    title: 'Bonne rentrée à tous',
    body: 'L’équipe du périscolaire vous souhaite une bonne rentrée.\n\nPensez à réserver la cantine avant le jeudi midi de la semaine précédente.',
  },
  {
    month: 10,
    day: 5,
    title: 'Semaine du goût à la cantine',
    body: 'Du 12 au 16 octobre, les cuisiniers font découvrir aux enfants les courges de la vallée de l’Orle.',
  },
  {
    month: 11,
    day: 9,
    title: 'Centre de loisirs : les vacances de Noël',
    body: 'Les réservations sont ouvertes. Le programme est affiché au Centre de loisirs du Parc.',
  },
];

/** `sender`: rank among the parents; the first is the one that the story tells how to sign in as. */
const DEMANDES = [
  {
    month: 9,
    day: 8,
    sender: 3,
    category: 'ABSENCE',
    subject: 'Absence de jeudi dernier',
    message: 'Bonjour,\n\nNotre fille était malade jeudi. Vous trouverez le certificat ci-joint.\n\nMerci.',
    answer: 'Bonjour,\n\nNous avons bien reçu le certificat : l’absence est justifiée.\n\nBien cordialement.',
  },
  {
    month: 9,
    day: 22,
    sender: 10,
    category: 'BILLING',
    subject: 'Quotient familial',
    message: 'Bonjour, mon quotient a changé en septembre. Que dois-je vous envoyer ?',
    answer: 'Bonjour, l’attestation de la CAF suffit ; nous mettrons à jour votre dossier.',
  },
  {
    month: 10,
    day: 12,
    sender: 0,
    category: 'RESERVATION',
    subject: 'Garderie du soir le vendredi',
    message: 'Bonjour, est-il possible d’ajouter la garderie du soir tous les vendredis ?',
    answer: 'Bonjour, oui : choisissez les vendredis dans « Mes réservations », « Toute une période ».',
  },
  {
    month: 11,
    day: 16,
    sender: 0,
    category: 'DOCUMENT',
    subject: 'Attestation de fréquentation',
    message: 'Bonjour, mon employeur me demande une attestation. Pouvez-vous me l’envoyer ?',
    answer: null,
  },
] as const;

export interface ExchangeCounts {
  articles: number;
  demandes: number;
  answered: number;
}

/** What the mairie publishes and what families write on a day of the year. */
export async function exchange(
  stage: Stage,
  commune: OpenCommune,
  households: readonly Household[],
  today: Temporal.PlainDate,
  counts: ExchangeCounts,
): Promise<void> {
  const isToday = ({ month, day }: { month: number; day: number }) => month === today.month && day === today.day;
  const base = `/collectivites/${commune.collectiviteId}`;
  for (const { title, body } of ARTICLES.filter(isToday)) {
    const { id } = await commune.agent.post(`${base}/articles`, { title, body });
    await commune.agent.post(`${base}/articles/${id as number}/publications`);
    counts.articles += 1;
  }
  const parents = households.filter(({ email }) => email !== null);
  for (const demande of DEMANDES.filter(isToday)) {
    await ask(parents[demande.sender % parents.length]!, demande);
    counts.demandes += 1;
    if (demande.answer === null) continue;
    stage.clock.advance({ hours: 3 });
    await answerLatest(commune.agent, base, demande.answer);
    counts.answered += 1;
  }
}

async function ask(
  { familyId, acting }: Household,
  { category, subject, message }: (typeof DEMANDES)[number],
): Promise<void> {
  const path = `/families/${familyId}/demandes`;
  if (category !== 'ABSENCE') {
    await acting.post(path, { category, subject, message });
    return;
  }
  await acting.upload(
    path,
    { category, subject, message },
    { name: 'certificat.pdf', type: 'application/pdf', content: await certificate() },
  );
}

async function answerLatest(agent: Client, base: string, message: string): Promise<void> {
  const { items }: Json = await agent.get(`${base}/demandes?state=RECEIVED&limit=1`);
  await agent.post(`${base}/demandes/${items[0].id as number}/messages`, { message });
}

/** The règlement, for every family to download. */
export async function publishRules({ collectiviteId, agent }: OpenCommune): Promise<void> {
  const content = await plainDocument(
    'Règlement intérieur du périscolaire',
    'Les délais de réservation et d’annulation, les tarifs et les places de chaque prestation se lisent dans le tableau du règlement de votre Espace Famille.',
  );
  await agent.upload(
    `/collectivites/${collectiviteId}/documents`,
    { title: 'Règlement intérieur du périscolaire' },
    { name: 'reglement-interieur.pdf', type: 'application/pdf', content },
  );
}
