import { readdirSync, readFileSync } from 'node:fs';

const ROOM = new URL('../../web/src/', import.meta.url);
const FAMILY = '/familles/$familyId';

/** The address of every page of the portal, as its routes declare it. */
export function declaredRoutes(): string[] {
  const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(name, ROOM), 'utf8'));
  const routes = sources.flatMap((source) =>
    [...source.matchAll(/createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*path: '([^']+)'/g)].map(
      ([, parent, path]) =>
        parent === 'family' ? `${FAMILY}${path === '/' ? '' : path!.replace(/^(?!\/)/, '/')}` : path!,
    ),
  );
  return [...new Set(routes)].sort();
}

export interface Screen {
  readonly route: string;
  /** What stands where the address has a `$` other than the family's: `$id` is the last one that its owner has. */
  readonly rest?: string;
  /** Whose page it is, by what they have; without it, anybody's. */
  readonly having?: readonly [table: string, condition?: string];
}

const of = (path: string, having: Screen['having'], rest?: string): Screen => ({
  route: `${FAMILY}${path}`,
  having,
  ...(rest === undefined ? {} : { rest }),
});
const BUSY = ['invoices', 't.total_cents > 0'] as const;
/** Who asked to exchange days, and was agreed with. */
const EXCHANGING = [
  '(SELECT id, asking_family_id AS family_id, state FROM custody_swaps)',
  "t.state = 'CONFIRMED'",
] as const;
const WRITING = ['demandes'] as const;

/** Every page, of someone who has what it shows; some twice, in another state. */
export const SCREENS: readonly Screen[] = [
  { route: '/connexion' },
  { route: '/mot-de-passe-oublie' },
  { route: '/mot-de-passe', rest: '/mot-de-passe?code=perdu' },
  { route: '/activation' },
  { route: '/accessibilite' },
  { route: '/mentions-legales' },
  { route: '/', having: WRITING },
  { route: '/factures', having: BUSY },
  { route: '/factures/$invoiceId', rest: '/factures/$id', having: BUSY },
  of('', WRITING),
  of('/reservations', BUSY),
  of('/reservations', BUSY, '/reservations?vue=mois'),
  of('/reservations', BUSY, '/reservations?vue=agenda'),
  of('/reservations', ['waiting_entries']),
  of('/reservations/calendrier', BUSY),
  of('/reservations/donnes/$swapId', EXCHANGING, '/reservations/donnes/$id'),
  of('/panier', ['baskets', 'EXISTS (SELECT 1 FROM basket_lines l WHERE l.basket_id = t.id)']),
  of('/panier', WRITING),
  of('/panier/paiements/$validationId', ['basket_validations'], '/panier/paiements/$id'),
  of('/factures', BUSY),
  of('/factures', ['payment_plans']),
  of('/factures/$invoiceId', BUSY, '/factures/$id'),
  of('/paiements', ['online_payments']),
  of('/paiements/en-ligne/$onlinePaymentId', ['online_payments'], '/paiements/en-ligne/$id'),
  of('/avoir', ['credit_notes']),
  of('/prelevement', ['mandates']),
  of('/prelevement', BUSY),
  of('/echeanciers', ['payment_plans']),
  of('/tresorerie', [
    'reminders',
    "EXISTS (SELECT 1 FROM ledger_accounts a WHERE a.code = CONCAT('CLAIM:', t.family_id))",
  ]),
  of('/relances', ['reminders']),
  of('/attestations', BUSY),
  of('/actualites', WRITING),
  of('/demandes', WRITING),
  of('/demandes/nouvelle', WRITING),
  of('/demandes/$demandeId', WRITING, '/demandes/$id'),
  of('/documents', WRITING),
  of('/absences', ['absences']),
  of('/foyer', ['custodies', "t.weeks <> 'ALL'"]),
  of('/foyer/corrections/$subject', ['guardians'], '/foyer/corrections/guardian:$id'),
  of('/foyer/garde', ['custodies', "t.weeks <> 'ALL'"]),
  of('/foyer/personnes', WRITING),
  of('/foyer/pai', WRITING),
  of('/reglement', WRITING),
  of('/donnees', WRITING),
  of('/contacts', WRITING),
  of('/compte', WRITING),
  of('/plus', WRITING),
  of('/$', WRITING, '/nulle-part'),
];

/** What the README shows: the name of the file, the page, and the size of the screen. */
export const PICTURES: readonly (readonly [name: string, screen: Screen, size: 'phone' | 'desktop'])[] = [
  ['accueil-telephone', of('', WRITING), 'phone'],
  ['reservations-telephone', of('/reservations', WRITING, '/reservations?du=2026-11-30'), 'phone'],
  ['agenda-telephone', of('/reservations', WRITING, '/reservations?vue=agenda'), 'phone'],
  ['facture-telephone', of('/factures/$invoiceId', BUSY, '/factures/$id'), 'phone'],
  ['reservations-ordinateur', of('/reservations', WRITING, '/reservations?du=2026-11-30'), 'desktop'],
  ['foyer-ordinateur', of('/foyer', ['custodies', "t.weeks <> 'ALL'"]), 'desktop'],
];

export function addressOf({ route, rest }: Screen, owner: { familyId: number; id: number } | null): string {
  const inFamily = route.startsWith(FAMILY);
  const address = rest === undefined ? route : inFamily ? `${FAMILY}${rest}` : rest;
  return address.replace('$familyId', String(owner?.familyId)).replace('$id', String(owner?.id));
}
