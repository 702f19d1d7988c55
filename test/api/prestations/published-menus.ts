import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

describe('published menus', () => {
  let service: RunningService;
  let canteen: Canteen;
  let agent: Api;
  let family: CanteenFamily;
  beforeAll(async () => {
    service = await startService('published_menus', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
    agent = await canteen.staff('agent');
    family = await canteen.family();
  });
  afterAll(() => service.stop());

  const menus = (rest = '') =>
    `/collectivites/${canteen.collectiviteId}/prestations/${canteen.prestation.id}/published-menus${rest}`;
  const NOVEMBER = '?from=2026-11-01&to=2026-11-30';
  const read = async (reader = family) => (await reader.api.get(reader.path(`published-menus${NOVEMBER}`))).body;
  const day = (date: string, ...names: string[]) => ({
    date,
    dishes: names.map((name) => ({ course: 'MAIN', name, allergens: [] })),
  });

  it('are read by the families of those enrolled, in the order of the meal, markup as text', async () => {
    const dishes = [
      { course: 'DESSERT', name: 'Pomme' },
      { course: 'MAIN', name: 'Gratin <b>de</b> courge', allergens: ['GLUTEN', 'MILK'] },
    ];
    expect((await agent.put(menus(), { days: [{ date: '2026-11-05', dishes }] })).status).toBe(204);
    const stranger = await (await openCanteen(service)).family();
    expect(await read(stranger)).toEqual([]);
    expect(await read()).toEqual([
      {
        date: '2026-11-05',
        prestationId: canteen.prestation.id,
        prestationName: 'Cantine',
        dishes: [
          { course: 'MAIN', name: 'Gratin <b>de</b> courge', allergens: ['GLUTEN', 'MILK'] },
          { course: 'DESSERT', name: 'Pomme', allergens: [] },
        ],
        publishedAt: '2026-11-02T07:00:00Z',
      },
    ]);
  });

  it('are replaced day by day, and withdrawn over a period', async () => {
    await agent.put(menus(), { days: [day('2026-11-05', 'Lasagnes'), day('2026-11-06', 'Poisson')] });
    await agent.put(menus(), { days: [day('2026-11-06', 'Colin'), day('2026-11-09', 'Omelette')] });
    const names = async () => (await read()).flatMap(({ dishes }: { dishes: { name: string }[] }) => dishes[0]!.name);
    expect(await names()).toEqual(['Lasagnes', 'Colin', 'Omelette']);
    expect((await agent.delete(menus('?from=2026-11-05&to=2026-11-06'))).status).toBe(204);
    expect(await names()).toEqual(['Omelette']);
    expect((await agent.get(menus(NOVEMBER))).body).toEqual(await read());
  });

  it.each([
    ['no dish', { days: [{ date: '2026-11-10', dishes: [] }] }],
    ['a dish without end', { days: [day('2026-11-10', 'é'.repeat(121))] }],
    ['too many dishes', { days: [day('2026-11-10', ...Array.from({ length: 17 }, (_, i) => `Plat ${i}`))] }],
    [
      'an unknown allergen',
      { days: [{ date: '2026-11-10', dishes: [{ course: 'MAIN', name: 'x', allergens: ['X'] }] }] },
    ],
    ['an unknown course', { days: [{ date: '2026-11-10', dishes: [{ course: 'WINE', name: 'x' }] }] }],
  ])('are refused with %s', async (_, body) => {
    expect((await agent.put(menus(), body)).status).toBe(400);
  });
});
