import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { euros } from '../../../src/kernel/french.js';
import { Debtors } from '../../support/debtors.js';

const STEPS = {
  firstMailDays: 7,
  secondMailDays: 21,
  letterDays: 35,
  transferDays: 60,
  leastCents: 500,
  helpContact: 'CCAS de Test, 04 67 00 00 01',
};

describe('reminders of invoices that stay unpaid', () => {
  let commune: Debtors;
  beforeAll(async () => {
    commune = await Debtors.open('reminders');
  });
  afterAll(() => commune.service.stop());

  const settings = () => `${commune.path}/reminder-settings`;

  it('are sent step by step, once, to those who owe enough, and stop when all is paid', async () => {
    const [payer, silent, small] = [
      await commune.family([4500]),
      await commune.family([4500, 3000]),
      await commune.family([499]),
    ];
    await commune.on('2026-10-08');
    expect(await commune.subjects(payer.email)).toEqual([]);
    expect((await (await commune.regisseur()).put(settings(), { ...STEPS, letterDays: 22 })).body).toMatchObject({
      code: 'REMINDER_STEPS_NOT_VALID',
      errors: [{ field: 'letterDays' }],
    });
    expect((await (await commune.regisseur()).put(settings(), STEPS)).body).toEqual(STEPS);

    await commune.on('2026-10-09');
    const first = `Un oubli\u00a0? ${euros(7500)} restent à payer`;
    expect(await commune.subjects(silent.email)).toEqual([first]);
    const [mail] = await commune.service.mails.to(silent.email);
    for (const part of ['en plusieurs fois est possible', 'CCAS de Test', '04 67 00 00 00', 'reste accueilli'])
      expect(mail!.text).toContain(part);
    expect(mail!.text).not.toContain('Trésorerie');
    await commune.pay(payer, 4500);

    await commune.on('2026-10-22');
    expect(await commune.subjects(silent.email)).toEqual([first]);
    await commune.on('2026-10-23');
    await commune.on('2026-10-24');
    expect(await commune.subjects(silent.email)).toEqual([first, `${euros(7500)} restent à payer\u00a0: parlons-en`]);
    expect(await commune.subjects(small.email)).toEqual([]);
    expect((await commune.subjects(payer.email)).filter((subject) => subject?.includes('restent'))).toEqual([
      `Un oubli\u00a0? ${euros(4500)} restent à payer`,
    ]);

    const own = await (await commune.as(silent.email)).get(`/families/${silent.familyId}/reminders`);
    expect(own.body.items).toMatchObject([
      { step: 'SECOND_MAIL', on: '2026-10-23', totalCents: 7500, invoices: [{ openCents: 4500 }, { openCents: 3000 }] },
      { step: 'FIRST_MAIL', on: '2026-10-09' },
    ]);
    const stranger = await (await commune.as(payer.email)).get(`/families/${silent.familyId}/reminders`);
    expect(stranger.status).toBe(404);
    const ofInvoice = `${commune.path}/reminders?invoiceId=${silent.invoiceIds[1]}`;
    expect((await (await commune.regisseur()).get(ofInvoice)).body.items).toHaveLength(2);
  });

  it('go on as letters, printed once in one file, and end in a proposal that a payment or a plan takes away', async () => {
    await commune.on('2026-12-01');
    await (await commune.regisseur()).put(settings(), { ...STEPS, secondMailDays: null });
    const dueOn = '2026-12-01';
    const [papers, silent, late] = [
      await commune.family([6000], { dueOn, mailed: false }),
      await commune.family([8000], { dueOn }),
      await commune.family([9000], { dueOn }),
    ];
    const letters = `${commune.path}/reminder-letters`;
    await (await commune.regisseur()).post(letters);
    // Who has no address gets the first step on paper.
    await commune.on('2026-12-08');
    const printed = await (await commune.regisseur()).post(letters);
    expect(printed.body).toMatchObject({ waiting: 0 });
    expect(printed.body.runs[0]).toMatchObject({ on: '2026-12-08', letters: 1 });
    await commune.on('2027-01-05');
    await commune.pay(late, 9000);
    const asked = await (await commune.regisseur()).post(letters);
    expect(asked.body.runs[0]).toMatchObject({ on: '2027-01-05', letters: 2 });
    expect((await (await commune.regisseur()).post(letters)).body).toMatchObject({ code: 'NO_LETTER_WAITING' });
    const pdf = await (await commune.regisseur()).get(`${letters}/${asked.body.runs[0].letterRunId}/pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');

    const proposals = async () => (await (await commune.regisseur()).get(`${commune.path}/transfer-proposals`)).body;
    await commune.on('2027-01-29');
    expect((await proposals()).map(({ familyId }: { familyId: number }) => familyId)).not.toContain(silent.familyId);
    await commune.on('2027-01-30');
    expect(await proposals()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ familyId: papers.familyId, openCents: 6000, proposedOn: '2027-01-30' }),
        expect.objectContaining({ familyId: silent.familyId, openCents: 8000 }),
      ]),
    );
    await commune.pay(papers, 6000);
    const instalments = [{ dueOn: '2027-02-15', cents: 8000 }];
    const plan = { familyId: silent.familyId, invoiceIds: silent.invoiceIds, instalments };
    expect((await (await commune.regisseur()).post(`${commune.path}/payment-plans`, plan)).status).toBe(201);
    const left = (await proposals()).map(({ familyId }: { familyId: number }) => familyId);
    expect(left).not.toContain(papers.familyId);
    expect(left).not.toContain(silent.familyId);
  });

  it('leave a family in peace while its plan is held, and for a week after it is ended', async () => {
    await commune.on('2027-03-01');
    await (await commune.regisseur()).put(settings(), STEPS);
    const family = await commune.family([5000], { dueOn: '2027-02-25' });
    const instalments = [{ dueOn: '2027-04-01', cents: 5000 }];
    const plan = { familyId: family.familyId, invoiceIds: family.invoiceIds, instalments };
    const { planId } = (await (await commune.regisseur()).post(`${commune.path}/payment-plans`, plan)).body;
    await commune.on('2027-03-15');
    expect(await commune.subjects(family.email)).toHaveLength(1);
    await (await commune.regisseur()).post(`${commune.path}/payment-plans/${planId}/terminations`);
    await commune.on('2027-03-20');
    expect(await commune.subjects(family.email)).toHaveLength(2);
    await commune.on('2027-03-22');
    expect((await commune.subjects(family.email)).at(-1)).toContain('Un oubli');
  });
});
