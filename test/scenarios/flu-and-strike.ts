import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeAbsencesBy, SAINT_EXUPERY } from '../support/absence-policy.js';
import { type RunningService, startService } from '../support/application.js';
import { expectPricesExplained } from '../support/explanations.js';
import { created, type Person, Story } from '../support/story.js';

const THURSDAY_OF_THE_WEEK_BEFORE = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '24:00' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** December of Léa and Tom, 3,05 € a meal, 4,00 € for an absence that nothing excuses: a flu, a cold and a strike. */
describe('a flu proved late, a cold proved in time, and a strike', () => {
  let service: RunningService;
  let story: Story;
  let [agent, animateur, parent] = [] as unknown as Person[];
  let [canteen, family, lea, tom] = [0, 0, 0, 0];

  beforeAll(async () => {
    service = await startService('flu-and-strike', '2026-11-16T09:00:00+01:00', { checksLedger: true });
    story = await Story.open(service);
    const administrateur = await story.staff('administrateur');
    [agent, animateur] = [await story.staff('agent'), await story.staff('animateur')];
    canteen = await story.canteen(administrateur, THURSDAY_OF_THE_WEEK_BEFORE, {
      unit: 305,
      unplanned: 610,
      absence: 400,
    });
    await judgeAbsencesBy(service, canteen, { ...SAINT_EXUPERY, collective: ['STRIKE'] });
    const moreau = await story.family(agent, 'MOREAU', 'Claire', '642,50');
    family = moreau.familyId;
    lea = await story.child(agent, family, 'Léa', canteen);
    tom = await story.child(agent, family, 'Tom', canteen);
    parent = await story.signUp(agent, moreau);
  });
  afterAll(() => service.stop());

  const roll = async (date: string, absent: readonly number[] = []) => {
    await story.on(`${date} 14:00`);
    const entries = absent.map((childId) => ({ childId, state: 'ABSENT_UNJUSTIFIED' }));
    const path = `${story.path}/sessions/${await story.session(animateur!, canteen, date)}/roll`;
    created(await animateur!.put(path, { allPresent: true, entries }));
  };
  const declare = async (childId: number, from: string, to: string) =>
    created(await parent!.post(`/families/${family}/absences`, { childIds: [childId], from, to, kind: 'ILLNESS' }))[0];
  const certificate = async (absenceId: number, receivedOn: string) =>
    created(await agent!.post(`${story.path}/absences/${absenceId}/proofs`, { receivedOn }));

  it('in November she books every school day until the holidays: 22 meals', async () => {
    await story.on('2026-11-20 21:10');
    const span = created(
      await parent!.post(`/families/${family}/basket/spans`, {
        childIds: [lea, tom],
        prestationIds: [canteen],
        from: '2026-12-01',
        to: '2026-12-18',
        weekdays: ['MO', 'TU', 'TH', 'FR'],
      }),
    );
    expect(span.added).toBe(22);
    created(await parent!.post(`/families/${family}/basket/validations`));
    for (const date of ['2026-12-01', '2026-12-03', '2026-12-04']) await roll(date);
  });

  it('on Monday 7 Léa has the flu: the mail says until when the certificate is awaited, and the roll that she is away', async () => {
    await story.on('2026-12-07 07:40');
    const { days } = await declare(lea, '2026-12-07', '2026-12-11');
    expect(plain(days[0].sentence as string)).toBe(
      'Rien à payer si le justificatif nous parvient avant le jeudi 10 décembre 2026 à 0 h 00 ; jour de carence dû s’il arrive avant le jeudi 17 décembre 2026 à 0 h 00 ; sinon, jour dû.',
    );
    await service.settle();
    const mail = (await service.mails.to('claire.moreau@example.org')).at(-1)!;
    expect(plain(mail.text!)).toContain('avant le jeudi 10 décembre 2026 à 0 h 00');
    const session = await story.session(animateur!, canteen, '2026-12-07');
    const { expected } = (await animateur!.get(`${story.path}/sessions/${session}/roll`)).body;
    expect(
      expected.map(({ firstName, announcedAbsent }: Record<string, unknown>) => [firstName, announcedAbsent]),
    ).toEqual([
      ['Léa', true],
      ['Tom', false],
    ]);
    for (const date of ['2026-12-07', '2026-12-08', '2026-12-10', '2026-12-11']) await roll(date, [lea]);
  });

  it('the certificate comes on Monday 14, late; Tom’s, for two days, comes in time', async () => {
    await story.on('2026-12-14 08:30');
    const { id } = (await parent!.get(`/families/${family}/absences?from=2026-12-07&to=2026-12-11`)).body.items[0];
    const { days } = await certificate(id as number, '2026-12-14');
    expect(days.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'CARENCE',
      'CARENCE',
      'JUSTIFIED',
      'JUSTIFIED',
    ]);
    const cold = await declare(tom, '2026-12-14', '2026-12-15');
    for (const date of ['2026-12-14', '2026-12-15']) await roll(date, [tom]);
    await certificate(cold.id as number, '2026-12-15');
  });

  it('on Thursday 17 the teachers strike: nobody pays, though Tom is said to be ill again without a certificate', async () => {
    await story.on('2026-12-16 10:00');
    await declare(tom, '2026-12-17', '2026-12-17');
    const strike = { kind: 'STRIKE', prestationId: canteen, from: '2026-12-17', to: '2026-12-17' };
    expect(created(await agent!.post(`${story.path}/collective-absences`, strike))).toEqual({
      children: 2,
      alreadyDeclared: 0,
      days: 2,
      freeDays: 2,
    });
    await roll('2026-12-18');
  });

  it('on 3 January December is billed: 24,40 € for each, and the two days of carence say why', async () => {
    await story.on('2027-01-03 08:00');
    const [bill] = (await parent!.get(`/families/${family}/invoices`)).body.items;
    expect(bill).toMatchObject({ totalCents: 4880 });
    const { children } = (await parent!.get(`/families/${family}/invoices/${bill.invoiceId as number}`)).body;
    expect(
      children.map(({ name, cents, groups }: { name: string; cents: number; groups: { dates: string[] }[] }) => [
        name,
        cents,
        groups.map(({ dates }) => dates.length),
      ]),
    ).toEqual([
      ['Léa MOREAU', 2440, [6, 1, 1]],
      ['Tom MOREAU', 2440, [8]],
    ]);
    const carence = children[0].lines.filter(({ date }: { date: string }) => date < '2026-12-09').slice(3);
    expect(carence.map(({ label, reason }: Record<string, string>) => [plain(label!), plain(reason!)])).toEqual([
      [
        'Cantine, lundi 7 décembre 2026 (jour de carence)',
        'Jour de carence (1 sur 2, le justificatif étant arrivé tard) : il est facturé.',
      ],
      [
        'Cantine, mardi 8 décembre 2026 (jour de carence)',
        'Jour de carence (2 sur 2, le justificatif étant arrivé tard) : il est facturé.',
      ],
    ]);
  });

  it('every price of this story is what its kept steps give', async () => {
    await expectPricesExplained(service);
  });
});
