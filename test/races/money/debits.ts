import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { CollectDebits } from '../../../src/payments/actions/debits/collect-debits.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { DebitedFamilies } from '../../support/debited-families.js';

describe('direct debits at the same time', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('debit-races', '2026-12-10T10:00:00+01:00');
  });
  afterAll(() => service.stop());

  const rows = (sql: string, ...parameters: unknown[]) =>
    service.database.read(() => service.database.rows<Record<string, string | number>>(sql, parameters));

  it('takes each invoice into one file, however many are made at once', async () => {
    const commune = await DebitedFamilies.open(service);
    for (let rank = 0; rank < 8; rank += 1) await commune.owing((await commune.family()).familyId, 1_000 + rank);
    const answers = await Promise.all(Array.from({ length: 5 }, () => commune.debit('2026-12-15')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
    const debits = await rows('SELECT invoice_id FROM debits WHERE collectivite_id = ?', commune.collectiviteId);
    expect([debits.length, new Set(debits.map((row) => row['invoice_id'])).size]).toEqual([8, 8]);
  });

  it('leaves an invoice to a file or to a payment at the counter, in euros that add up', async () => {
    const commune = await DebitedFamilies.open(service);
    const { familyId } = await commune.family();
    await commune.owing(familyId, 4_000);
    const pay = { familyId, means: 'CHEQUE', cents: 1_500, receivedOn: '2026-12-10' };
    const [made, paid] = await Promise.all([
      commune.debit('2026-12-15'),
      commune.regisseur.post(`${commune.path}/payments`, pay),
    ]);
    expect([made.status, paid.status]).toEqual([201, 201]);
    expect([4_000, 2_500]).toContain(made.body.totalCents);
  });

  it('records the money of each debit once, by whichever instance comes first', async () => {
    const commune = await DebitedFamilies.open(service);
    for (let rank = 0; rank < 4; rank += 1) await commune.owing((await commune.family()).familyId, 2_000);
    expect((await commune.debit('2026-12-15')).body).toMatchObject({ debits: 4 });
    service.clock.set(Temporal.Instant.from('2026-12-15T08:00:00+01:00'));
    await Promise.all(Array.from({ length: 4 }, () => service.app.get(CollectDebits).run()));
    const paid = await rows(
      "SELECT amount_cents FROM payments WHERE collectivite_id = ? AND means = 'DIRECT_DEBIT'",
      commune.collectiviteId,
    );
    expect(paid.map((row) => Number(row['amount_cents']))).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  });

  it('takes a debit back once, told by two agents at once and while the money is being recorded', async () => {
    const commune = await DebitedFamilies.open(service);
    const { familyId } = await commune.family();
    await commune.owing(familyId, 2_000);
    const { body: run } = await commune.debit('2026-12-16');
    const [debit] = (await commune.regisseur.get(`${commune.path}/debit-runs/${run.id}/debits`)).body.items;
    service.clock.set(Temporal.Instant.from('2026-12-16T08:00:00+01:00'));
    const regisseur = await commune.signedInAgain();
    const reject = () => regisseur.post(`${commune.path}/debits/${debit.id}/rejections`, { reason: 'AM04' });
    const [first, second] = await Promise.all([reject(), reject(), service.app.get(CollectDebits).run()]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const { lines } = (await regisseur.get(`${commune.path}/arrears`)).body;
    expect(lines).toMatchObject([{ familyId, openCents: 2_000 }]);
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  });

  it('gives a family one mandate when both of its adults sign at once', async () => {
    const commune = await DebitedFamilies.open(service);
    const familyId = await service.fixtures.family(commune.collectiviteId);
    const adults = await Promise.all(
      [1, 2].map(async (position) => {
        const { collectiviteId } = commune;
        const { id, email, password } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
        await service.fixtures.guardian(collectiviteId, familyId, { position, account_id: id });
        return service.api.signedIn(email, password);
      }),
    );
    const signature = { iban: 'FR7630006000011234567890189', holder: 'Nous', textVersion: '2026-11', accepted: true };
    const answers = await Promise.all(adults.map((adult) => adult.post(`/families/${familyId}/mandates`, signature)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
