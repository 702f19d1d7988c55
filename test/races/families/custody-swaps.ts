import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

describe('swaps of custody, asked and answered at once', () => {
  let service: RunningService;
  let canteen: Canteen;
  let first: CanteenFamily;
  let second: CanteenFamily;
  let childId: number;
  beforeAll(async () => {
    service = await startService('custody-swap-races', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
    [first, second] = [await canteen.family(), await canteen.family()];
    [childId] = first.childIds as [number];
    await service.database.unit(() =>
      service.database.change("UPDATE custodies SET weeks = 'EVEN' WHERE child_id = ?", [childId]),
    );
    await service.fixtures.row('custodies', {
      collectivite_id: canteen.collectiviteId,
      child_id: childId,
      family_id: second.id,
      weeks: 'ODD',
      from_date: '2020-01-01',
      to_date: null,
    });
  });
  afterAll(() => service.stop());

  const ask = (family: CanteenFamily, from: string, to: string) =>
    family.api.post(family.path('custody-swaps'), { childId, spans: [{ from, to }] });
  const answer = (family: CanteenFamily, swapId: number, how: string) =>
    family.api.post(family.path(`custody-swaps/${swapId}/${how}`));

  it('keep a day in one swap, whoever asks for it at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => ask(index % 2 === 0 ? first : second, '2026-11-09', '2026-11-22')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });

  it('are answered once: confirmed, refused or withdrawn', async () => {
    for (const from of ['2026-11-23', '2026-11-30', '2026-12-07']) {
      const { body } = await ask(first, from, from);
      const hows = ['confirmations', 'refusals', 'confirmations', 'refusals'];
      const answers = await Promise.all([
        ...hows.map((how) => answer(second, body.id, how)),
        answer(first, body.id, 'withdrawals'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    }
  });
});
