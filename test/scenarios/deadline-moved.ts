import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../support/application.js';
import { expectPricesExplained } from '../support/explanations.js';
import { created, type Person, Story } from '../support/story.js';

const NBSP = '\u00a0';
const plain = (text: string) => text.replaceAll(NBSP, ' ').replace(/\s+/g, ' ');
const at = (weekday: string) => ({ type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday, at: '12:00' });

/** The mairie orders earlier: from 30 November, one books until Tuesday noon of the week before, no longer Thursday. */
describe('a deadline that the mairie moves', () => {
  let service: RunningService;
  let story: Story;
  let [administrateur, mother] = [] as unknown as Person[];
  let [canteen, family, zoe] = [0, 0, 0];
  let [email, prestation] = ['', ''];

  beforeAll(async () => {
    service = await startService('deadline-moved', '2026-11-02T09:00:00+01:00', { checksLedger: true });
    story = await Story.open(service);
    administrateur = await story.staff('administrateur');
    const agent = await story.staff('agent');
    canteen = await story.canteen(administrateur, at('TH'), { unit: 300, unplanned: 600, absence: 300 });
    prestation = `${story.path}/prestations/${canteen}`;
    const hers = await story.family(agent, 'MOREAU', 'Claire', '642,50');
    [family, email] = [hers.familyId, hers.email];
    zoe = await story.child(agent, family, 'Zoé', canteen);
    mother = await story.signUp(agent, hers);
  });
  afterAll(() => service.stop());

  const wish = async (...dates: string[]) => {
    const lines: object[] = [];
    for (const date of dates)
      lines.push({ sessionId: await story.session(administrateur!, canteen, date), childId: zoe });
    created(await mother!.post(`/families/${family}/basket/lines`, { lines }));
  };
  const validate = async () => created(await mother!.post(`/families/${family}/basket/validations`));

  it('first leaves the days that are planned as families know them, and shows the mairie what it would change', async () => {
    await wish('2026-11-23', '2026-11-30');
    expect(await validate()).toMatchObject({ accepted: 2, refused: 0 });
    const version = { from: '2026-11-30', add: at('TU'), cancel: at('TU'), replacePrevious: true };
    const added = created(await administrateur!.post(`${prestation}/booking-policies`, version));
    expect(added.openSessionsToRecompute).toBeGreaterThan(90);
    const shown = created(await administrateur!.post(added.recomputationPreview.replace('/api/v1', '')));
    expect(shown).toMatchObject({ sessions: added.openSessionsToRecompute, families: 1, reservations: 1, mails: 1 });
    expect(shown.firstFamilies).toMatchObject([{ familyId: family, name: 'MOREAU', reservations: 1 }]);
  });

  it('is then told to the family, whose day stays booked at its price', async () => {
    const { digest } = created(await administrateur!.post(`${prestation}/session-recomputations/preview`));
    expect(created(await administrateur!.post(`${prestation}/session-recomputations`, { digest }))).toMatchObject({
      kept: 0,
      families: 1,
    });
    await service.settle();
    const mails = await service.mails.to(email);
    const told = mails.filter(({ subject }) => subject === `Cantine${NBSP}: les délais changent`);
    expect(told).toHaveLength(1);
    const text = plain(told[0]!.text!);
    expect(text).toContain('Réservation possible jusqu’au mardi de la semaine précédente, avant 12 h 00.');
    expect(text).toContain('lundi 30 novembre 2026');
    expect(text).toContain('jeudi 26 novembre 2026 à 12 h 00');
    expect(text).toContain('mardi 24 novembre 2026 à 12 h 00');
    const reservations = (await mother!.get(`/families/${family}/reservations?from=2026-11-23&to=2026-11-30`)).body;
    expect(reservations).toMatchObject([
      { date: '2026-11-23', unitCents: 300 },
      { date: '2026-11-30', unitCents: 300 },
    ]);
  });

  it('holds at the next request: on Wednesday the refusal cites the new rule', async () => {
    await story.on('2026-11-24 11:59');
    await wish('2026-12-01');
    await story.on('2026-11-25 10:00');
    const [line] = (await validate()).lines;
    expect(line).toMatchObject({ outcome: 'REFUSED', refusal: { code: 'SESSION_CLOSED' } });
    expect(plain(line.refusal.detail)).toBe(
      'Les réservations pour le mardi 1er décembre 2026 sont closes depuis le mardi 24 novembre 2026 à 12 h 00 : contactez la mairie si la présence est indispensable. Règle : réservation possible jusqu’au mardi de la semaine précédente, avant 12 h 00.',
    );
    const reservations = (await mother!.get(`/families/${family}/reservations?from=2026-11-30&to=2026-11-30`)).body;
    const kept = await mother!.post(`/families/${family}/reservations/${reservations[0].id as number}/cancellations`);
    expect(kept.body.code).toBe('CANCELLATION_CLOSED');
    expect(plain(kept.body.detail)).toContain(
      'Règle : annulation possible jusqu’au mardi de la semaine précédente, avant 12 h 00.',
    );
  });

  it('every price of this story is what its kept steps give', async () => {
    await expectPricesExplained(service);
  });
});
