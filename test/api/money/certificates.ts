import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { MakeTaxCertificates } from '../../../src/certificates/index.js';
import { euros } from '../../../src/kernel/french.js';
import { creditNoteEntry, FindEntry, mirrorEntry, OpenBalances, PostEntry } from '../../../src/ledger/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { PASSWORD } from '../../support/fixtures.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

interface Charged {
  readonly childId: number;
  readonly prestation: 'canteen' | 'evening';
  readonly cents: number;
  readonly careCents: number | null;
}

describe('certificates', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestations: Record<Charged['prestation'], { id: number; policyId: number }>;
  let staff: string;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('certificates', '2026-12-10T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite({ regisseur_name: 'Nadia BENALI' });
    const siteId = await fixtures.site(collectiviteId);
    prestations = {
      canteen: await fixtures.prestation(collectiviteId, siteId, { name: 'Cantine' }),
      evening: await fixtures.prestation(collectiviteId, siteId, { name: 'Garderie du soir', kind: 'EVENING_CARE' }),
    };
    staff = (await fixtures.account([{ collectiviteId, role: 'regisseur' }])).email;
  });
  afterAll(() => service.stop());

  async function as(email: string): Promise<Api> {
    await service.database.unit(() => service.database.change('DELETE FROM throttles'));
    return service.api.signedIn(email, PASSWORD);
  }

  /** 10 h on that day; nothing happens by itself. */
  function at(day: string): void {
    const date = Temporal.PlainDate.from(day);
    service.clock.set(date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: '10:00' }).toInstant());
  }

  async function family(youngest = '2021-03-07') {
    const familyId = await service.fixtures.family(collectiviteId);
    const { email, id } = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email, account_id: id });
    const child = (birth: string) => service.fixtures.child(collectiviteId, familyId, { birth_date: birth });
    return { familyId, email, young: await child(youngest), old: await child('2018-05-01') };
  }

  /** An issued invoice with a charge for each part. */
  async function invoice(familyId: number, charges: readonly Charged[]): Promise<number> {
    const lines = charges.map(({ prestation, cents }) => {
      return { prestationId: prestations[prestation].id, imputation: { nature: '7067', function: '288' }, cents };
    });
    const number = ++serial;
    const invoiceId = await issuedInvoice(service, { collectiviteId, familyId, number, lines, issuedOn: '2026-12-01' });
    const [row] = await service.database.read(() =>
      service.database.rows<{ billing_run_id: number }>('SELECT billing_run_id FROM invoices WHERE id = ?', [
        invoiceId,
      ]),
    );
    for (const [rank, { childId, prestation, cents, careCents }] of charges.entries()) {
      const date = Temporal.PlainDate.from('2020-01-01')
        .add({ days: number * 20 + rank })
        .toString();
      const held = prestations[prestation];
      const sessionId = await service.fixtures.session(collectiviteId, held, date, `${date}T08:00:00Z`);
      await service.fixtures.row('charges', {
        collectivite_id: collectiviteId,
        billing_run_id: row!.billing_run_id,
        invoice_id: invoiceId,
        family_id: familyId,
        child_id: childId,
        session_id: sessionId,
        prestation_id: held.id,
        date,
        event: 'UNIT',
        amount_cents: cents,
        care_cents: careCents,
        charge_rank: 1,
        credited_cents: 0,
        label: 'Un jour',
        explanation: '{}',
      });
    }
    return invoiceId;
  }

  async function pay(familyId: number, cents: number): Promise<number> {
    const receivedOn = service.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
    const body = { familyId, cents, means: 'CHEQUE', receivedOn, reference: `n° ${++serial}` };
    const answer = await (await as(staff)).post(`/collectivites/${collectiviteId}/payments`, body);
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  /** The row of an issued credit note on the one charge of an invoice. */
  async function takenBack(invoiceId: number, familyId: number, cents: number): Promise<void> {
    const scope = { collectivite_id: collectiviteId };
    const number = ++serial;
    const creditNoteId = await service.fixtures.row('credit_notes', {
      ...{ ...scope, invoice_id: invoiceId, family_id: familyId, state: 'ISSUED', reason: 'DISCOUNT', series: 'A' },
      ...{ year: 2029, number, issued_on: '2029-04-01', total_cents: cents, lowered_cents: 0, snapshot: '{}' },
      created_at: 0,
    });
    const [charge] = await service.database.read(() =>
      service.database.rows<{ id: number }>('SELECT id FROM charges WHERE invoice_id = ?', [invoiceId]),
    );
    const line = { credit_note_id: creditNoteId, charge_id: charge!.id, amount_cents: cents };
    await service.fixtures.row('credit_note_lines', { ...scope, ...line });
    await service.database.unit(() =>
      service.database.change('UPDATE charges SET credited_cents = ? WHERE id = ?', [cents, charge!.id]),
    );
  }

  const post = (posting: Parameters<PostEntry['run']>[0]) =>
    service.database.unit(() => service.app.get(PostEntry).run(posting));
  const path = () => `/collectivites/${collectiviteId}/tax-certificates`;

  it('tell what was paid in the year for the care of young children, once for each family', async () => {
    const { familyId, email, young, old } = await family();
    const stranger = await family();
    await invoice(familyId, [
      { childId: young, prestation: 'evening', cents: 3600, careCents: 3600 },
      { childId: young, prestation: 'canteen', cents: 3050, careCents: 1050 },
      { childId: old, prestation: 'evening', cents: 2000, careCents: 2000 },
    ]);
    await invoice(stranger.familyId, [{ childId: stranger.young, prestation: 'canteen', cents: 900, careCents: null }]);
    await pay(familyId, 4325);
    await pay(stranger.familyId, 900);
    expect((await (await as(staff)).post(path(), { taxYear: 2026 })).body).toMatchObject({ code: 'TAX_YEAR_NOT_OVER' });

    at('2027-01-04');
    await pay(familyId, 4325);
    const review = await (await as(staff)).get(`${path()}/review?taxYear=2026`);
    expect(review.body).toMatchObject({
      families: 1,
      careCents: 2325,
      untold: [{ familyId: stranger.familyId, prestation: 'Cantine', cents: 900 }],
    });
    expect((await (await as(staff)).post(path(), { taxYear: 2026 })).body).toEqual({ made: 1 });
    expect((await (await as(staff)).post(path(), { taxYear: 2026 })).body).toEqual({ made: 0 });

    const own = await (await as(email)).get(`/families/${familyId}/tax-certificates`);
    expect(own.body).toMatchObject([
      {
        number: 'AF-2026-000001',
        taxYear: 2026,
        totalCents: 2325,
        children: [
          {
            birthDate: '2021-03-07',
            cents: 2325,
            services: [
              { name: 'Cantine', cents: 525 },
              { name: 'Garderie du soir', cents: 1800 },
            ],
          },
        ],
      },
    ]);
    await service.settle();
    const mail = (await service.mails.to(email)).find(({ subject }) => subject === 'Votre attestation fiscale 2026')!;
    expect(mail.text).toContain(euros(2325));
    expect(mail.attachments).toMatchObject([{ filename: 'attestation-fiscale-AF-2026-000001.pdf' }]);
    const pdf = `/families/${familyId}/tax-certificates/${own.body[0].certificateId}/pdf`;
    expect((await (await as(email)).get(pdf)).bytes.equals(mail.attachments[0]!.content)).toBe(true);
    expect((await (await as(stranger.email)).get(pdf)).status).toBe(404);
    const csv = await (await as(staff)).get(`${path()}/csv?taxYear=2026`);
    expect(csv.text).toContain(';07/03/2021;23,25');

    at('2028-01-10');
    const settings = { signatoryName: null, signatoryTitle: 'La directrice', januaryDay: 10 };
    await (await as(staff)).put(`/collectivites/${collectiviteId}/certificate-settings`, settings);
    expect(await service.app.get(MakeTaxCertificates).all()).toBe(1);
    const later = await (await as(staff)).get(`${path()}?taxYear=2027`);
    expect(later.body.items).toMatchObject([{ familyId, totalCents: 2325 }]);
  });

  it('count neither a payment that did not hold, nor what a credit note gave back', async () => {
    at('2029-03-01');
    const { familyId, email, young } = await family('2024-03-07');
    const evening = { childId: young, prestation: 'evening' as const, careCents: 4000, cents: 4000 };
    const [kept, taken] = [await invoice(familyId, [evening]), await invoice(familyId, [evening])];
    await pay(familyId, 4000);
    const bounced = await pay(familyId, 4000);
    const ledger = service.app.get(FindEntry);
    const head = await ledger.ofSource(collectiviteId, { kind: 'payment', id: bounced });
    await post({
      collectiviteId,
      source: { kind: 'payment-reversal', id: 1 },
      date: Temporal.PlainDate.from('2029-03-20'),
      label: 'Paiement rejeté',
      entry: mirrorEntry(await ledger.linesOf(head!.id)),
    });
    const balances = await service.app.get(OpenBalances).ofInvoices(collectiviteId, [kept, taken]);
    expect([balances.get(kept), balances.get(taken)]).toMatchObject([[], [{ cents: 4000 }]]);
    await post({
      collectiviteId,
      source: { kind: 'credit-note', id: 1 },
      date: Temporal.PlainDate.from('2029-04-01'),
      label: 'Avoir',
      entry: creditNoteEntry({
        invoiceId: kept,
        familyId,
        lines: [{ prestationId: prestations.evening.id, imputation: { nature: '7067', function: '288' }, cents: 1500 }],
        debt: 'FAMILY',
        open: new Map(),
      }),
    });
    await takenBack(kept, familyId, 1500);
    at('2030-01-05');
    expect((await (await as(staff)).get(`${path()}/review?taxYear=2029`)).body).toMatchObject({ careCents: 2500 });

    const period = 'from=2029-03-01&to=2029-12-31';
    const certificate = await (await as(email)).get(`/families/${familyId}/payment-certificate?${period}`);
    expect(certificate.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(certificate.headers['content-disposition']).toContain('attestation-de-paiement-2029-03-01-2029-12-31.pdf');
  });
});
