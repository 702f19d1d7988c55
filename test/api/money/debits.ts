import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { euros } from '../../../src/kernel/french.js';
import { painFaults } from '../../../src/sepa/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { DebitedFamilies } from '../../support/debited-families.js';

describe('direct debits of a régie', () => {
  let service: RunningService;
  let commune: DebitedFamilies;

  beforeAll(async () => {
    service = await startService('debits', '2026-12-10T10:00:00+01:00');
    commune = await DebitedFamilies.open(service);
  });
  afterAll(() => service.stop());

  const file = async (runId: number) => commune.regisseur.get(`${commune.path}/debit-runs/${runId}/file`);
  const openOf = async (familyId: number) => {
    const { lines } = (await commune.regisseur.get(`${commune.path}/arrears`)).body;
    return lines.filter((line: { familyId: number }) => line.familyId === familyId);
  };

  it('takes what is due and was told, freezes the file, tells the family, and records the money on the day', async () => {
    const { familyId, email, password } = await commune.family();
    const first = await commune.owing(familyId, 4_560);
    const second = await commune.owing(familyId, 1_200);
    const later = await commune.owing(familyId, 900, '2027-01-18');
    const late = await commune.family('2026-12-05');
    await commune.owing(late.familyId, 700);
    const preview = await commune.regisseur.get(`${commune.path}/debit-runs/preview?collectedOn=2026-12-15`);
    expect(preview.body).toMatchObject({
      totalCents: 5_760,
      taken: [{ invoiceId: first.invoiceId, cents: 4_560 }, { invoiceId: second.invoiceId }],
      leftOut: [{ familyId: late.familyId, reason: 'TOLD_TOO_LATE', from: '2026-12-24' }],
    });
    const made = await commune.debit('2026-12-15', { leaveOut: [second.invoiceId] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ state: 'SENT', debits: 1, totalCents: 4_560, number: 1 });
    expect(made.body.fileName).toBe('TGDFT034-DFT-SDD-26344-001.xml');
    const bytes = await file(made.body.id);
    expect(painFaults(bytes.text)).toEqual([]);
    expect(bytes.text).toContain('<EndToEndId>1D0340000202600100001</EndToEndId>');
    expect((await file(made.body.id)).bytes.equals(bytes.bytes)).toBe(true);

    await service.settle();
    const [announced] = (await service.mails.to(email)).filter(({ subject }) => subject!.startsWith('Prélèvement'));
    expect(announced!.subject).toBe(`Prélèvement de ${euros(4_560)} le 15 décembre 2026`);
    expect(announced!.text).toContain('CANTINE-2026-000001');
    let parent = await service.api.signedIn(email, password);
    const mine = await parent.get(`/families/${familyId}/debits`);
    expect(mine.body.items).toMatchObject([{ invoiceNumber: first.number, cents: 4_560, state: 'SENT' }]);
    expect((await commune.debit('2026-12-15', { leaveOut: [second.invoiceId] })).body.code).toBe('NOTHING_TO_DEBIT');

    await commune.dayComes('2026-12-15T09:00:00+01:00');
    parent = await service.api.signedIn(email, password);
    expect((await parent.get(`/families/${familyId}/debits`)).body.items).toMatchObject([{ state: 'COLLECTED' }]);
    const paid = (await parent.get(`/families/${familyId}/payments`)).body.items;
    expect(paid).toMatchObject([{ means: 'DIRECT_DEBIT', cents: 4_560, receivedOn: '2026-12-15' }]);
    expect((await openOf(familyId)).map((line: { number: string }) => line.number)).toEqual([
      second.number,
      later.number,
    ]);
    const run = await commune.regisseur.get(`${commune.path}/debit-runs/${made.body.id}`);
    expect(run.body).toMatchObject({ state: 'COLLECTED' });
    const over = await commune.regisseur.post(`${commune.path}/debit-runs/${made.body.id}/cancellations`);
    expect([over.status, over.body.code]).toEqual([409, 'DEBIT_RUN_OVER']);
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  });

  it('frees the invoices of a file that is not sent, and says so', async () => {
    const { familyId, email } = await commune.family();
    const { invoiceId } = await commune.owing(familyId, 3_000);
    const made = await commune.debit('2026-12-17');
    expect(made.body).toMatchObject({ state: 'SENT' });
    const cancelled = await commune.regisseur.post(`${commune.path}/debit-runs/${made.body.id}/cancellations`);
    expect(cancelled.body).toMatchObject({ state: 'CANCELLED' });
    await service.settle();
    expect((await service.mails.to(email)).map(({ subject }) => subject)).toContain(
      'Le prélèvement du 17 décembre 2026 n’aura pas lieu',
    );
    const again = await commune.debit('2026-12-17');
    const debits = await commune.regisseur.get(`${commune.path}/debit-runs/${again.body.id}/debits`);
    expect(debits.body.items.map((debit: { invoiceId: number }) => debit.invoiceId)).toContain(invoiceId);
  });

  it('holds for the family what it had paid otherwise meanwhile', async () => {
    const { familyId } = await commune.family();
    await commune.owing(familyId, 2_500);
    const made = await commune.debit('2026-12-18');
    const paid = { familyId, means: 'CHEQUE', cents: 2_500, receivedOn: '2026-12-15' };
    expect((await commune.regisseur.post(`${commune.path}/payments`, paid)).status).toBe(201);
    await commune.dayComes('2026-12-18T06:00:00+01:00');
    const { items } = (await commune.regisseur.get(`${commune.path}/debit-runs/${made.body.id}/debits`)).body;
    const debit = items.find((one: { familyId: number }) => one.familyId === familyId);
    expect(debit).toMatchObject({ cents: 2_500, state: 'COLLECTED' });
    const payment = await commune.regisseur.get(`${commune.path}/payments/${debit.paymentId}`);
    expect(payment.body).toMatchObject({ means: 'DIRECT_DEBIT', cents: 2_500, settled: [] });
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  });

  it.each([
    ['a Sunday', '2027-01-03', /ne règlent pas/],
    ['today', '2026-12-18', /trop proche/],
  ])('refuses %s', async (_, date, why) => {
    const { familyId } = await commune.family();
    await commune.owing(familyId, 1_000);
    const refused = await commune.debit(date);
    expect([refused.status, refused.body.code]).toEqual([422, 'DEBIT_FILE_REFUSED']);
    expect(refused.body.errors.map(({ message }: { message: string }) => message).join()).toMatch(why);
  });
});
