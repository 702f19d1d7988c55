import { Temporal } from '../../src/kernel/civil-time.js';
import {
  type Asap,
  type AsapLine,
  type Attachment,
  type Bordereau,
  debtKeyDigit,
  debtKeyLetter,
  type FileHead,
  ORMC,
  opticalLines,
  type Person,
  type Piece,
  pieceCents,
  type PublicBody,
  RECAPITULATIVE,
  type Recette,
  REDUCTION,
  type Sender,
  TITRE,
  type Triplet,
} from '../../src/pes/rules/index.js';

/** Invented flows of an invented commune: what the files of the project must be able to say. */
export const TODAY = Temporal.PlainDate.from('2026-11-26');

export const sender: Sender = {
  software: 'Espace Famille',
  version: '0.1.0',
  codique: '012345',
  siret: '21120001200014',
  code: '123',
  budget: '00',
  budgetLabel: 'Commune de Val-d’Œuvre',
};

export const mother: Person = {
  kind: 'PERSON',
  reference: 'FAM000001',
  civility: 'MME',
  name: 'O’Connor-Lœwenstein 👶',
  firstName: 'Zoë Élise-Ça',
  address: {
    complement: 'Bât. C – 2ᵉ étage « Les Œillets »',
    street: '12 ter, boulevard du Maréchal de Lattre de Tassigny prolongé',
    postalCode: '12000',
    city: 'L’Haÿ-les-Roses',
  },
};

export const commune: PublicBody = {
  kind: 'PUBLIC_BODY',
  reference: 'REGIE',
  name: 'Régie cantine & garderie',
  address: { street: '1 place de la Mairie', postalCode: '12000', city: 'Rodez' },
};

export function debtor(n: number): Person {
  return { ...mother, reference: `FAM${String(n).padStart(6, '0')}`, name: `Durand ${n}`, firstName: 'Anne' };
}

export function article(number: number, cents: number, more: Partial<Piece> = {}): Piece {
  const debt = { exercise: 2026, period: 1, number: String(2026000000 + number) };
  return {
    number,
    subject: `Facture 2026-${String(number).padStart(6, '0')} d’octobre 2026`,
    debt: {
      number: debt.number,
      period: debt.period,
      keyDigit: debtKeyDigit(debt, { code: sender.code, nature: '8' }),
      keyLetter: debtKeyLetter(debt),
    },
    attachments: [],
    lines: [{ subject: 'Cantine – déjeuners', product: 'CANT', nature: '588', cents }],
    debtor: debtor(number),
    ...more,
  };
}

export function titre(number: number, cents: number, more: Partial<Piece> = {}): Piece {
  return {
    number,
    subject: `Facture 2026-${String(number).padStart(6, '0')} d’octobre 2026`,
    attachments: [],
    lines: [{ subject: 'Cantine – déjeuners', product: 'CANT', nature: '7067', function: '281', cents }],
    debtor: debtor(number),
    ...more,
  };
}

export function bordereauOf(triplet: Triplet, pieces: readonly Piece[], more: Partial<Bordereau> = {}): Bordereau {
  return {
    exercise: 2026,
    number: 12,
    issuedOn: TODAY,
    triplet,
    pieces: pieces.length,
    cents: pieces.reduce((total, piece) => total + pieceCents(piece), 0),
    ...more,
  };
}

export function head(triplet: Triplet, name: string): FileHead {
  return { sender, kind: triplet.file, name, writtenOn: TODAY };
}

export function flow(
  name: string,
  triplet: Triplet,
  pieces: readonly Piece[],
  { attachments, ...more }: Partial<Bordereau> & { attachments?: readonly Attachment[] } = {},
): Recette {
  return {
    ...head(triplet, name),
    bordereaux: [{ bordereau: bordereauOf(triplet, pieces, more), pieces }],
    ...(attachments ? { attachments } : {}),
  };
}

export const debit: NonNullable<Piece['debit']> = {
  on: Temporal.PlainDate.from('2026-12-10'),
  sequence: 'RCUR',
  mandate: { reference: 'EF-2026-000017', signedOn: Temporal.PlainDate.from('2026-09-01') },
  label: 'Facture n° 2026-000017 – cantine',
  account: { iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', holder: 'Mme O’Connor-Lœwenstein' },
};

export const invoicePdf = (piece: number): Attachment => ({
  id: `FACT2026${piece}`,
  name: `Facture_2026-${piece}.pdf`,
  type: '010',
  mimeType: 'application/pdf',
  description: `Facture 2026-${piece}`,
  content: Buffer.from(`%PDF-1.7 ${piece}`),
});

export function asap(piece: Piece, lines: readonly AsapLine[]): Asap {
  const office = (name: string) => ({ name, address: commune.address });
  return {
    issuer: {
      name: 'Commune de Val-d’Œuvre',
      siret: sender.siret,
      address: commune.address,
      phone: '05 00 00 00 00',
      openingHours: 'Lundi au vendredi 9 h – 12 h',
      onlinePayment: { code: '012345', url: 'https://www.payfip.gouv.fr' },
      emitter: '940033',
      signatory: { name: 'Martin', firstName: 'Paul', role: 'Maire' },
    },
    paymentCentre: office('Centre d’encaissement de Créteil'),
    treasury: office('SGC de Rodez'),
    titre: { exercise: 2026, bordereau: 12, piece: piece.number },
    number: '2026-000017',
    issuedOn: TODAY,
    debtor: piece.debtor,
    subject: piece.subject,
    lines,
    optical: opticalLines({ exercise: 2026, period: 1, number: '2026000017' }, pieceCents(piece), {
      establishment: '012',
      revenue: 'CA',
      emitter: '940033',
      codique: sender.codique,
    }),
    paymentTerms: 'En ligne sur www.payfip.gouv.fr, par chèque ou auprès d’un buraliste agréé.',
    contestation:
      'Vous pouvez contester cette somme devant le tribunal administratif de Toulouse dans les deux mois qui suivent la réception de cet avis.',
    conditions: 'Questions sur le service : mairie. Questions sur le paiement : SGC de Rodez.',
  };
}

const PERIOD = { from: Temporal.PlainDate.from('2026-10-01'), to: Temporal.PlainDate.from('2026-10-31') };

export const ASAP_LINES: readonly AsapLine[] = [
  { ...PERIOD, label: 'Déjeuners de Léa', cents: 4560, of: { quantity: 12, unitCents: 380 } },
  { ...PERIOD, label: 'Garderie de Léa', cents: 1234, of: 'AMOUNT' },
  { ...PERIOD, label: 'Troisième enfant', cents: 300, of: 'DISCOUNT' },
];

export const AMOUNTS = [1, 99, 1500, 4560, 9_999_999] as const;

export const flows = {
  /** Each amount, from 0,01 € to 99 999,99 €. */
  ormc: () =>
    flow(
      'ORMC_SIMPLE',
      ORMC,
      AMOUNTS.map((cents, index) => article(index + 1, cents)),
      {
        asapOn: TODAY.add({ days: 4 }),
        subject: 'Restauration scolaire et garderie, octobre 2026',
      },
    ),
  ormcDebited: () =>
    flow('ORMC_PRELEVEMENT', ORMC, [
      article(1, 4560, {
        debtor: mother,
        debit: { ...debit, otherHolder: true },
        lines: [
          { subject: 'Cantine', product: 'CANT', nature: '588', cents: 3000 },
          { subject: 'Garderie', product: 'GARD', nature: '588', cents: 1560 },
        ],
      }),
      article(2, 2000),
    ]),
  ormcPrinted: () =>
    flow(
      'ORMC_EDITION06',
      ORMC,
      [1, 2].map((n) => article(n, 4560, { edition: '06', attachments: [invoicePdf(n)] })),
      {
        attachments: [invoicePdf(1), invoicePdf(2)],
      },
    ),
  titres: () =>
    flow(
      'TITRES',
      TITRE,
      AMOUNTS.map((cents, index) => titre(211 + index, cents, { service: 'SCOLAIRE' })),
    ),
  recapitulative: () => flow('TITRE_ROLE', RECAPITULATIVE, [titre(300, 1_234_567, { roll: 12, debtor: commune })]),
  regie: (triplet: Triplet) => {
    const [line] = titre(210, 125_040).lines;
    return flow('TITRE_REGIE', triplet, [
      titre(210, 125_040, { debtor: commune, lines: [{ ...line!, regie: 'REG01' }] }),
    ]);
  },
  reductions: () => {
    const [line] = titre(1, 1520).lines;
    return flow('REDUCTIONS', REDUCTION, [
      titre(1, 1520, { lines: [{ ...line!, changes: { exercise: 2026, piece: 211, line: 1 } }] }),
    ]);
  },
  many: (pieces: number) =>
    flow(
      'ORMC_MANY',
      ORMC,
      Array.from({ length: pieces }, (_, index) => article(index + 1, 1500 + index)),
    ),
};
