import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../kernel/civil-time.js';
import type { ChargeToShow } from '../../rules/invoice-lines.js';
import { type InvoiceSnapshot, type PaymentWays, photograph } from '../../rules/invoice-snapshot.js';
import { invoiceDocument } from './invoice-document.js';
import { invoiceMail } from './invoice-mail.js';

const prices = { unitCents: 305, unplannedCents: 500, unjustifiedAbsenceCents: 305 };

function charge(day: number, about: Partial<ChargeToShow> = {}): ChargeToShow {
  const { event = 'UNIT', cents = 305 } = about;
  return {
    childId: 1,
    childName: 'Zoé DURAND',
    prestationId: 1,
    prestation: 'Cantine',
    kind: 'CANTEEN',
    date: Temporal.PlainDate.from({ year: 2026, month: 9, day }),
    event,
    cents,
    careCents: null,
    label: '',
    reason: 'RESERVED_AND_PRESENT',
    steps: [
      { step: 'QUOTIENT', quotient: 64_250 },
      { step: 'ROW', label: 'B', quotientMin: 60_000, quotientMax: 80_000, prices },
      { step: 'PRICE', event, cents },
    ],
    ...about,
  };
}

function invoice(
  charges: readonly ChargeToShow[],
  paymentInstructions: string | null = null,
  ways?: PaymentWays,
): InvoiceSnapshot {
  return photograph(
    {
      number: 'F-2026-000012',
      issuedAt: Temporal.Instant.from('2026-10-01T08:00:00Z'),
      issuedOn: Temporal.PlainDate.from('2026-10-01'),
      paymentDays: 30,
      period: { from: Temporal.PlainDate.from('2026-09-01'), to: Temporal.PlainDate.from('2026-09-30') },
      ...(ways ? { ways } : {}),
    },
    {
      name: 'Mairie de Valmont-sur-Orle',
      addressLines: ['1 place de la Mairie', '34120 Valmont-sur-Orle'],
      siret: null,
      phone: '04 67 00 00 00',
      email: 'periscolaire@valmont.example',
      website: null,
      regie: 'Régie de recettes périscolaire',
      regisseur: null,
      paymentInstructions,
    },
    { familyId: 12, names: ['Madame Camille DURAND'], addressLines: ['12 rue des Lilas', '34120 Valmont-sur-Orle'] },
    charges,
  );
}

const texts = (snapshot: InvoiceSnapshot) => JSON.stringify(invoiceDocument(snapshot).content);

describe('the invoice as a letter', () => {
  it('tells the care beside what is charged, where the tariff does', () => {
    expect(texts(invoice([charge(1, { careCents: 105 }), charge(3, { careCents: 105 })]))).toContain(
      'dont garde\u00a0: 2,10\u00a0€',
    );
    expect(texts(invoice([charge(1)]))).not.toContain('dont garde');
  });

  it('says first how much and by when', () => {
    const callout = invoiceDocument(invoice([charge(1), charge(3)])).content.find(({ kind }) => kind === 'callout');
    expect(callout).toMatchObject({ label: 'À payer au plus tard le 31 octobre 2026', value: '6,10\u00a0€' });
  });

  it('says once what identical days share', () => {
    const table = texts(invoice([charge(1), charge(3), charge(4, { event: 'UNPLANNED', cents: 500 })]));
    expect(table).toContain('1er et 3 septembre 2026 · Quotient familial 642,5\u00a0: tranche B');
    expect(table).toContain('2\u00a0repas');
    expect(table).toContain('Cantine – présence non prévue');
    expect(table.match(/Quotient familial/g)).toHaveLength(2);
  });

  it('announces a titre for what stays unpaid, and is not one itself', () => {
    const letter = texts(invoice([charge(1)]));
    expect(letter).toContain('Sans paiement au 31 octobre 2026, un titre de recettes sera émis');
    expect(letter).not.toContain('exécutoire');
  });

  it('says how to pay in the mairie’s own words where it has some', () => {
    expect(texts(invoice([charge(1)], 'Par chèque à l’ordre du Trésor public.'))).toContain('Par chèque à l’ordre');
    expect(texts(invoice([charge(1)]))).toContain('À la mairie, 1 place de la Mairie');
  });

  it('has a code to scan where the invoice is paid online, and says what it is', () => {
    const onlineUrl = 'https://famille.test/factures/57';
    const { content } = invoiceDocument(invoice([charge(1)], null, { onlineUrl }));
    expect(content).toContainEqual(
      expect.objectContaining({
        title: 'Comment payer',
        text: expect.stringContaining(`En ligne\u00a0: scannez le code ci-contre, ou ouvrez ${onlineUrl}.`),
        symbol: { kind: 'QR', content: onlineUrl, alt: 'Code à scanner pour payer la facture F-2026-000012 en ligne' },
      }),
    );
    expect(texts(invoice([charge(1)]))).not.toContain('scannez');
  });

  it('asks nothing of who is debited', () => {
    const directDebit = { on: '2026-11-05', cents: 305, account: 'FR76 •••• 1234' };
    const debited = texts(invoice([charge(1)], 'Par chèque.', { directDebit }));
    expect(debited).toContain('Prélevé sur votre compte le 5 novembre 2026');
    expect(debited).toContain(
      'un prélèvement de 3,05\u00a0€ aura lieu le 5 novembre 2026 sur votre compte FR76 •••• 1234',
    );
    expect(debited).not.toContain('Par chèque');
    expect(debited).not.toContain('Sans paiement');
  });

  it('gives what to type on the page of the Trésorerie for a debt that it collects', () => {
    const payfip = { address: 'www.payfip.gouv.fr', collectivite: '012345', reference: '202600000123000001' };
    expect(texts(invoice([charge(1)], null, { payfip }))).toContain(
      'www.payfip.gouv.fr, identifiant 012345, référence 202600000123000001',
    );
  });

  it('says whom to ask about the days, whom about the money, that help exists, and how to contest', () => {
    const letter = texts(invoice([charge(1)]));
    for (const part of [
      'Sur les jours et les prix',
      'Régie de recettes périscolaire',
      'plusieurs fois',
      'CCAS',
      'Pour contester',
    ])
      expect(letter).toContain(part);
  });
});

it('is announced with the amount, the due date and the place where it is read', () => {
  const signature = { name: 'Mairie de Valmont-sur-Orle', phone: '04 67 00 00 00', email: 'p@valmont.example' };
  const mail = invoiceMail(invoice([charge(1)]), 'Camille DURAND', 'https://famille.test/factures/57', signature);
  expect(mail.subject).toBe(
    'Votre facture F-2026-000012\u00a0: 3,05\u00a0€ à payer au plus tard le samedi 31 octobre 2026',
  );
  expect(mail.action!.url).toBe('https://famille.test/factures/57');
});
