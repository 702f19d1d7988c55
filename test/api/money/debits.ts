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

  /** A status report of the bank on one of our files. */
  const report = (fileName: string, transactions: string, groupStatus = 'PART') =>
    commune.regisseur.upload(`${commune.path}/debit-reports`, {}, [
      {
        field: 'files',
        name: 'compte-rendu.xml',
        type: 'application/xml',
        content:
          Buffer.from(`<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
          <GrpHdr><MsgId>R1</MsgId></GrpHdr>
          <OrgnlGrpInfAndSts><OrgnlMsgId>${fileName.replace('.xml', '')}</OrgnlMsgId><GrpSts>${groupStatus}</GrpSts></OrgnlGrpInfAndSts>
          <OrgnlPmtInfAndSts>${transactions}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`),
      },
    ]);
  const sentBack = ({ endToEndId, cents }: { endToEndId: string; cents: number }, code: string) =>
    `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>
     <OrgnlTxRef><Amt><InstdAmt Ccy="EUR">${(cents / 100).toFixed(2)}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>`;

  it('takes back what the bank sends back, before the day and after it, once', async () => {
    const poor = await commune.family();
    const closed = await commune.family();
    const early = await commune.family();
    for (const { familyId } of [poor, closed, early]) await commune.owing(familyId, 3_100);
    const { body: run } = await commune.debit('2026-12-21');
    const debits = (await commune.regisseur.get(`${commune.path}/debit-runs/${run.id}/debits`)).body.items;
    const of = ({ familyId }: { familyId: number }) =>
      debits.find((debit: { familyId: number }) => debit.familyId === familyId);
    const before = await commune.regisseur.post(`${commune.path}/debits/${of(early).id}/rejections`, {
      reason: 'MS02',
    });
    expect(before.body).toMatchObject({ state: 'REJECTED', rejectedFor: 'refus du débiteur', paymentId: null });
    expect(await openOf(early.familyId)).toMatchObject([{ openCents: 3_100 }]);

    await commune.dayComes('2026-12-21T09:00:00+01:00');
    expect(await openOf(poor.familyId)).toEqual([]);
    await commune.dayComes('2026-12-22T09:00:00+01:00');
    const told = [
      sentBack(of(poor), 'AM04'),
      sentBack(of(closed), 'AC04'),
      sentBack(of(early), 'MS02'),
      sentBack({ endToEndId: 'INCONNU', cents: 3_100 }, 'AM04'),
    ].join('');
    const applied = await report(run.fileName, told);
    expect(applied.body).toMatchObject({ rejected: 2, alreadyRejected: 1 });
    expect(applied.body.leftAside).toEqual(['INCONNU : cette référence n’est pas dans le fichier.']);
    expect((await report(run.fileName, told)).body).toMatchObject({ rejected: 0, alreadyRejected: 3 });
    const wrongAmount = sentBack({ ...of(poor), cents: 1 }, 'AM04');
    expect((await report(run.fileName, wrongAmount)).body.leftAside.join()).toContain('le montant n’est pas celui');

    for (const { familyId } of [poor, closed]) expect(await openOf(familyId)).toMatchObject([{ openCents: 3_100 }]);
    const mandate = async ({ familyId }: { familyId: number }) =>
      (await commune.regisseur.get(`${commune.path}/mandates?familyId=${familyId}`)).body.items[0];
    expect(await mandate(poor)).toMatchObject({ state: 'ACTIVE' });
    expect(await mandate(closed)).toMatchObject({ state: 'SUSPENDED', suspendedFor: 'compte clôturé' });
    await service.settle();
    const subject = `Votre prélèvement de ${euros(3_100)} n’a pas abouti`;
    const mail = async ({ email }: { email: string }) =>
      (await service.mails.to(email)).find((one) => one.subject === subject)!.text;
    expect(await mail(poor)).toContain('provision insuffisante');
    expect(await mail(poor)).not.toContain('suspendu');
    expect(await mail(closed)).toContain('suspendu');
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);

    const again = await commune.debit('2027-01-06');
    const taken = (await commune.regisseur.get(`${commune.path}/debit-runs/${again.body.id}/debits`)).body.items;
    const families = taken.map((debit: { familyId: number }) => debit.familyId);
    expect([families.includes(poor.familyId), families.includes(closed.familyId)]).toEqual([true, false]);
  });

  it('refuses reports of other files, and what is no report', async () => {
    const other = await report('TGDFT034-DFT-SDD-25001-001.xml', '');
    expect([other.status, other.body.code]).toEqual([422, 'STATUS_REPORT_REFUSED']);
    const [name, type, field] = ['a.xml', 'application/xml', 'files'];
    const content = Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Document>&b;</Document>');
    const hostile = await commune.regisseur.upload(`${commune.path}/debit-reports`, {}, [
      { field, name, type, content },
    ]);
    expect([hostile.status, hostile.body.code]).toEqual([422, 'STATUS_REPORT_REFUSED']);
  });
});
