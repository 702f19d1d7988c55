import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { NBSP, typeset } from '../../kernel/french.js';
import { checkingBordereau } from './check-bordereau.js';
import type { Bordereau, Debit, Person, Piece } from './flow.js';
import { debtKeyLetter } from './ormc-keys.js';
import { ORMC, RECAPITULATIVE, REDUCTION, TITRE, type Triplet } from './triplets.js';

const ISSUED = Temporal.PlainDate.from('2026-11-26');

const anne: Person = {
  kind: 'PERSON',
  reference: 'FAM000001',
  civility: 'MME',
  name: 'Durand',
  firstName: 'Anne',
  address: { street: '1 rue de la Mairie', postalCode: '12000', city: 'Rodez' },
};

const line = { subject: 'Cantine', product: 'CANT', nature: '588', cents: 4560 };
const debt = { number: '2026000017', period: 1, keyLetter: 'A' };
const article: Piece = {
  number: 1,
  subject: 'Facture 2026-000017',
  debt,
  attachments: [],
  lines: [line],
  debtor: anne,
};
const { debt: _, ...undebted } = article;
const titre: Piece = { ...undebted, lines: [{ ...line, nature: '7067' }] };
const reduction: Piece = { ...titre, lines: [{ ...line, changes: { exercise: 2026, piece: 3, line: 1 } }] };

const debit: Debit = {
  on: ISSUED.add({ days: 14 }),
  sequence: 'RCUR',
  mandate: { reference: 'RUM-1', signedOn: Temporal.PlainDate.from('2026-09-01') },
  label: 'Facture',
  account: { iban: 'FR7630006000011234567890189', holder: 'Anne Durand' },
};

function faults(triplet: Triplet, pieces: readonly Piece[], more: Partial<Bordereau> = {}): string[] {
  const bordereau: Bordereau = {
    exercise: 2026,
    number: 12,
    issuedOn: ISSUED,
    triplet,
    pieces: pieces.length,
    cents: pieces.flatMap(({ lines }) => lines).reduce((total, { cents }) => total + cents, 0),
    ...more,
  };
  const check = checkingBordereau(bordereau, 1500);
  return [...pieces.flatMap((piece) => check.piece(piece)), ...check.end()].map(({ message }) => message);
}

describe('nothing to say of', () => {
  it.each<[string, Triplet, Piece]>([
    ['an article of a rôle', ORMC, article],
    ['one that is debited', ORMC, { ...article, debit }],
    [
      'one that is debited abroad',
      ORMC,
      { ...article, debit: { ...debit, account: { iban: 'BE71096123456769', bic: 'GKCCBEBB', holder: 'Anne' } } },
    ],
    ['a titre', TITRE, titre],
    ['a reduction of less than 15 €', REDUCTION, { ...reduction, lines: [{ ...reduction.lines[0]!, cents: 100 }] }],
    ['a titre that recapitulates a rôle', RECAPITULATIVE, { ...titre, roll: 12 }],
  ])('%s', (_name, triplet, piece) => {
    expect(faults(triplet, [piece])).toEqual([]);
  });
});

describe('a piece that the Trésorerie would reject', () => {
  const about = (more: Partial<Person>): Piece => ({ ...article, debtor: { ...anne, ...more } });
  const at = (more: Partial<Person['address']>) => about({ address: { ...anne.address, ...more } });
  const lined = (more: object): Piece => ({ ...article, lines: [{ ...line, ...more }] });
  const debited = (more: object): Piece => ({ ...article, debit: { ...debit, ...more } });
  const account = (more: object) => debited({ account: { ...debit.account, ...more } });

  it.each<[RegExp, Triplet, Piece]>([
    [/numéro 0/, ORMC, { ...article, number: 0 }],
    [/objet/, ORMC, { ...article, subject: '👶' }],
    [/porte un numéro de dette/, ORMC, undebted],
    [/Seul un article/, TITRE, { ...titre, debt }],
    [/1 à 13 chiffres/, ORMC, { ...article, debt: { ...debt, number: '0' } }],
    [/période « 12 »/, ORMC, { ...article, debt: { ...debt, period: 12 } }],
    [/clé/, ORMC, { ...article, debt: { ...debt, keyLetter: 'B' } }],
    [/nomme son rôle/, RECAPITULATIVE, titre],
    [/Seul un titre récapitulatif/, TITRE, { ...titre, roll: 3 }],
    [/édition 06/, TITRE, { ...titre, edition: '06', attachments: [{ id: 'A', name: 'a.pdf', type: '010' }] }],
    [/facture que la DGFiP/, ORMC, { ...article, edition: '06' }],
    [/édition 01/, ORMC, { ...article, edition: '01' }],
    [/avis des sommes à payer/, TITRE, { ...titre, edition: '01' }],
    [/« A-1 »/, ORMC, { ...article, attachments: [{ id: 'A-1', name: 'a.pdf', type: '010' }] }],
    [/« facture »/, ORMC, { ...article, attachments: [{ id: 'A', name: 'facture', type: '010' }] }],
    [/pas de ligne/, ORMC, { ...article, lines: [] }],
    [/montant positif/, ORMC, lined({ cents: 0 })],
    [/code produit « CANTI »/, ORMC, lined({ product: 'CANTI' })],
    [/code produit « 00 »/, ORMC, lined({ product: '00' })],
    [/588/, ORMC, lined({ nature: '7067' })],
    [/nature/, TITRE, { ...titre, lines: [{ ...line, nature: 'x' }] }],
    [/fonction/, ORMC, lined({ function: '28A' })],
    [/nomme la pièce/, REDUCTION, titre],
    [/Seule une réduction/, TITRE, reduction],
    [/2025/, REDUCTION, { ...reduction, lines: [{ ...line, changes: { exercise: 2025, piece: 3, line: 1 } }] }],
    [/nom du débiteur/, ORMC, about({ name: '.' })],
    [/prénom/, ORMC, about({ firstName: ' ' })],
    [/référence du débiteur/, ORMC, about({ reference: '' })],
    [/référence du débiteur/, ORMC, about({ reference: 'F'.repeat(31) })],
    [/rue/, ORMC, at({ street: '' })],
    [/code postal/, ORMC, at({ postalCode: '1200' })],
    [/ville/, ORMC, at({ city: '0' })],
    [/SIRET/, TITRE, { ...titre, debtor: { ...anne, kind: 'PUBLIC_BODY', siret: '1' } }],
    [/IBAN/, ORMC, account({ iban: 'FR7630006000011234567890188' })],
    [/IBAN/, ORMC, account({ iban: 'FR76 3000 6000 0112 3456 7890 189' })],
    [/demande son BIC/, ORMC, account({ iban: 'BE71096123456769' })],
    [/BIC/, ORMC, account({ bic: 'AGRI' })],
    [/titulaire/, ORMC, account({ holder: '' })],
    [/référence de mandat/, ORMC, debited({ mandate: { ...debit.mandate, reference: 'RUM é' } })],
    [/signé après/, ORMC, debited({ mandate: { ...debit.mandate, signedOn: ISSUED.add({ days: 1 }) } })],
    [/précède/, ORMC, debited({ on: ISSUED.subtract({ days: 1 }) })],
    [/libellé du prélèvement/, ORMC, debited({ label: '' })],
  ])('%s', (message, triplet, piece) => {
    const found = faults(triplet, [piece]).filter((fault) => !fault.includes('moins de'));
    expect(found.join(' ').replaceAll(NBSP, ' ')).toMatch(message);
  });
});

describe('a bordereau that the Trésorerie would reject', () => {
  const second: Piece = {
    ...article,
    number: 2,
    debt: { number: '18', period: 1, keyLetter: debtKeyLetter({ exercise: 2026, period: 1, number: '18' }) },
  };

  it('two pieces in order', () => {
    expect(faults(ORMC, [article, second])).toEqual([]);
  });

  it.each<[readonly Piece[], Partial<Bordereau>, string]>([
    [[article], { pieces: 2 }, 'Le bordereau annonce 2 pièces et en a 1.'],
    [[article], { cents: 4561 }, 'Le bordereau annonce 45,61 € et en fait 45,60 €.'],
    [[article, { ...second, number: 3 }], {}, 'Elle suit la pièce 1.'],
    [[article, { ...second, debt }], {}, 'La dette 2026000017 est là deux fois.'],
    [[article], { number: 0 }, 'Le numéro de bordereau 0 est impossible.'],
    [
      [article],
      { asapOn: ISSUED.subtract({ days: 1 }) },
      'Les avis des sommes à payer partiraient avant le bordereau.',
    ],
    [
      [{ ...article, debt: { ...debt, keyLetter: debtKeyLetter({ exercise: 2024, period: 1, number: debt.number }) } }],
      { exercise: 2024 },
      'L’exercice 2024 ne convient pas à un bordereau émis en 2026.',
    ],
    [[{ ...article, lines: [{ ...line, cents: 1499 }] }], {}, '1\u00a0débiteur doit moins de 15,00 € : FAM000001.'],
  ])('%#', (pieces, more, message) => {
    expect(faults(ORMC, pieces, more)).toEqual([typeset(message.replaceAll(' €', '\u00a0€'))]);
  });

  it('an attachment named twice', () => {
    const attachments = [{ id: 'A1', name: 'a.pdf', type: '010' as const }];
    expect(
      faults(ORMC, [
        { ...article, attachments },
        { ...second, attachments },
      ]),
    ).toEqual([typeset('L’identifiant de pièce jointe « A1 » sert deux fois.')]);
  });

  it('two debts of one debtor are one amount for the threshold', () => {
    const half = (piece: Piece) => ({ ...piece, lines: [{ ...line, cents: 750 }] });
    expect(faults(ORMC, [half(article), half(second)])).toEqual([]);
  });

  it('more pieces than its counter can count', () => {
    expect(faults(ORMC, [article], { pieces: 100_000 })).toContainEqual(expect.stringContaining('99 999'));
  });
});
