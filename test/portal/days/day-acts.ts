import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { judgeAbsencesBy, SAINT_EXUPERY } from '../../support/absence-policy.js';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit, type Visitor } from '../../support/browser.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';
import { linesOf } from '../../support/lines.js';

const START = '2026-11-02T08:00:00+01:00';
const SNACK = { type: 'FLAT', unitCents: 350, supplements: [{ label: 'Goûter', cents: 60 }] };

describe('what is done to a day', () => {
  let service: RunningService;
  let canteen: Canteen;
  let lines: ReturnType<typeof linesOf>;
  beforeAll(async () => {
    service = await startService('portal-day-acts', START, { reachable: true });
    canteen = await openCanteen(service);
    lines = linesOf(service, canteen);
  });
  afterAll(() => service.stop());

  /** A parent in front of the week of 16 November. */
  async function inFront(family: CanteenFamily): Promise<Visitor> {
    const visitor = await visit(service);
    await visitor.page.goto(`/familles/${family.id}/reservations?du=2026-11-16`);
    await signIn(visitor.page, family);
    return visitor;
  }
  const openDay = async (page: Page, name: RegExp) => {
    await page.getByRole('button', { name }).click();
    const dialog = page.getByRole('dialog');
    // What it is made of may still be on its way.
    await dialog.waitFor();
    return dialog;
  };
  const leave = async ({ page, context, complaints }: Visitor) => {
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  };

  it('waits for a full day, and takes the place that is offered', async () => {
    const session = await canteen.session('2026-11-16', '2026-11-15T08:00:00Z', { places: 1 });
    const [holder, family] = [await canteen.family(), await canteen.family()];
    const [reservation] = (await lines.book(holder, session)) as [number];
    const visitor = await inFront(family);
    const { page } = visitor;
    const dialog = await openDay(page, /lundi 16 novembre : complet ;(?! complet)/);
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Rejoindre la liste d’attente' }).click();
    await dialog.getByText(/1re place de la liste d’attente/).waitFor();
    await lines.cancel(holder, reservation);
    await service.settle();
    await page.goto(`/familles/${family.id}`);
    await page
      .getByRole('link', {
        name: /^Une place se libère pour .* lundi 16 novembre, à accepter avant le mardi 3 novembre/,
      })
      .click();
    await openDay(page, /lundi 16 novembre : place proposée/);
    await dialog.getByText('À accepter avant').waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Accepter la place' }).click();
    await dialog.getByText('✓ Réservé').waitFor();
    expect(await canteen.living(session)).toBe(1);
    await leave(visitor);
  });

  it('exchanges a day for another, and says so', async () => {
    const from = await canteen.session('2026-11-17');
    const to = await canteen.session('2026-11-19');
    const family = await canteen.family();
    await lines.book(family, from);
    const visitor = await inFront(family);
    const dialog = await openDay(visitor.page, /mardi 17 novembre : réservé/);
    await dialog.getByText('Échanger ce jour contre un autre').click();
    await dialog.getByLabel('Contre').selectOption('2026-11-19');
    expect(await barriers(visitor.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Échanger' }).click();
    await dialog.getByText('Ce jour est échangé contre le jeudi 19 novembre 2026.').waitFor();
    expect([await canteen.living(from), await canteen.living(to)]).toEqual([0, 1]);
    await leave(visitor);
  });

  it('takes another menu and a supplement, each at its price', async () => {
    await canteen.priceBy(SNACK);
    const family = await canteen.family();
    const menuTypeId = await service.fixtures.menuType(canteen.collectiviteId, 'Sans viande');
    await lines.book(family, await canteen.session('2026-11-20'));
    const visitor = await inFront(family);
    const dialog = await openDay(visitor.page, /vendredi 20 novembre : réservé/);
    await dialog.getByText('Changer le menu de ce jour').click();
    await dialog.getByLabel(/^Sans viande, 3,50\s€/).check();
    await dialog.getByRole('button', { name: 'Prendre ce menu' }).click();
    await dialog.getByText('Le menu est noté.').waitFor();
    await dialog.getByText('Suppléments de ce jour').first().click();
    await dialog.getByLabel(/^Goûter, 0,60\s€/).check();
    expect(await barriers(visitor.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer les suppléments' }).click();
    await dialog.getByText('Les suppléments sont notés.').waitFor();
    await dialog.getByText(/^4,10\s€$/).waitFor();
    const { body } = await family.api.get(family.path('reservations?from=2026-11-20&to=2026-11-20'));
    expect(body).toMatchObject([{ menuTypeId, supplements: ['Goûter'], unitCents: 410 }]);
    await leave(visitor);
  });

  it('tells the mairie of an absence, what it will cost said before, and offers it no more', async () => {
    const apart = await openCanteen(service);
    await judgeAbsencesBy(service, apart.prestation.id, SAINT_EXUPERY);
    const family = await apart.family();
    await linesOf(service, apart).book(family, await apart.session('2026-11-17'));
    const visitor = await inFront(family);
    const dialog = await openDay(visitor.page, /mardi 17 novembre : réservé/);
    await dialog.getByText('Absent ce jour-là').click();
    await dialog.getByText(/Rien à payer si le justificatif nous parvient avant le vendredi 20 novembre/).waitFor();
    await dialog.getByLabel(/^Pourquoi/).selectOption('OTHER');
    await dialog.getByText(/Le règlement ne retient pas ce motif/).waitFor();
    expect(await barriers(visitor.page)).toEqual([]);
    await dialog.getByLabel(/^Pourquoi/).selectOption('ILLNESS');
    await dialog.getByRole('button', { name: 'Déclarer l’absence' }).click();
    await dialog.getByText('L’absence est déclarée.').waitFor();
    await visitor.page.reload();
    await openDay(visitor.page, /mardi 17 novembre : réservé/);
    await dialog.getByText(/Une absence est déjà déclarée pour ce jour/).waitFor();
    expect(await dialog.getByText('Absent ce jour-là').count()).toBe(0);
    await leave(visitor);
  });

  it('tells the second of two devices what the first did, and overwrites nothing', async () => {
    const session = await canteen.session('2026-11-18');
    const family = await canteen.family();
    const [reservation] = (await lines.book(family, session)) as [number];
    const [one, two] = [await inFront(family), await inFront(family)];
    const [first, second] = [
      await openDay(one.page, /mercredi 18 novembre : réservé/),
      await openDay(two.page, /mercredi 18 novembre : réservé/),
    ];
    const cancel = { name: 'Annuler cette réservation' };
    await second.getByRole('button', cancel).waitFor();
    await first.getByRole('button', cancel).click();
    await first.getByText('La réservation est annulée.').waitFor();
    await second.getByRole('button', cancel).click();
    await second.getByText(/annulée entre-temps, sur un autre appareil ou par l’autre parent/).waitFor();
    await second.getByRole('button', { name: 'Ajouter au panier' }).waitFor();
    const { body } = await family.api.get(family.path('reservations?from=2026-11-18&to=2026-11-18'));
    expect(body).toMatchObject([{ id: reservation, state: 'CANCELLED' }]);
    await leave(one);
    await leave(two);
  });

  it('asks the mairie past the deadline, and reads its answer', async () => {
    const apart = await openCanteen(service);
    const deadline = { type: 'DAYS_BEFORE', n: 3, unit: 'CALENDAR', at: '09:00' };
    const until = { type: 'DAYS_BEFORE', n: 1, unit: 'CALENDAR', at: '09:00' };
    const policy = { add: { deadline, afterDeadline: [{ type: 'REQUEST_TO_AGENT', until }] }, cancel: { deadline } };
    await service.database.unit(() =>
      service.database.change('UPDATE booking_policies SET policy = ? WHERE id = ?', [
        JSON.stringify(policy),
        apart.prestation.policyId,
      ]),
    );
    const ends = Temporal.Instant.from('2026-11-15T08:00:00Z').epochMilliseconds;
    const session = await apart.session('2026-11-16', '2026-11-13T08:00:00Z', { add_ends_at: ends, orders_at: ends });
    service.clock.set(Temporal.Instant.from('2026-11-13T12:00:00+01:00'));
    const family = await apart.family();
    const visitor = await inFront(family);
    const dialog = await openDay(visitor.page, /lundi 16 novembre : sur demande/);
    expect(await barriers(visitor.page)).toEqual([]);
    expect(await dialog.getByRole('term').allTextContents()).toEqual(
      expect.arrayContaining(['Clos depuis', 'À demander avant']),
    );
    expect(await dialog.getByText(/^(Réserver|Annuler) avant$/).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Demander à la mairie de réserver ce jour' }).click();
    await dialog.getByText(/Votre demande est envoyée/).waitFor();
    await visitor.page.goto(`/familles/${family.id}`);
    await visitor.page.getByRole('link', { name: /^Demande envoyée à la mairie, .* lundi 16 novembre$/ }).click();
    const [asked] = (await family.api.get(family.path('late-requests'))).body;
    const agent = await apart.staff('agent');
    const answer = { accepted: false, answer: 'La commande est partie.' };
    const path = `/collectivites/${apart.collectiviteId}/late-requests/${asked.id}/answers`;
    expect((await agent.post(path, answer)).status).toBe(200);
    await visitor.page.getByRole('heading', { name: 'Mes réservations' }).waitFor();
    await visitor.page.getByRole('button', { name: /lundi 16 novembre : demandé/ }).waitFor();
    await visitor.page.reload();
    await openDay(visitor.page, /lundi 16 novembre : refusé ; la mairie a répondu : « La commande est partie. »/);
    await dialog.getByText('La mairie a répondu : « La commande est partie. »').waitFor();
    expect(await apart.taken(session)).toBe(0);
    await leave(visitor);
  });
});
