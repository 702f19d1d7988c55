import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import {
  addingUp,
  linesOfReceipts,
  publicBody,
  type Received,
  titreCents,
  type TitreContent,
  titreExercise,
  titreFaults,
} from './public-titre.js';

const CANTEEN = { label: 'Cantine', product: 'CANT', nature: '7067', function: '281', cents: 4000 };
const COMMUNE = {
  ...{ reference: 'COMMUNE', name: 'Commune de Val-d’Œuvre', siret: '21120001200014' },
  address: { street: '1 place de la Mairie', postalCode: '12000', city: 'Rodez' },
};

it('adds up by imputation and product, each label once', () => {
  const sums = addingUp();
  for (const part of [
    { ...CANTEEN, label: 'Repas' },
    { ...CANTEEN, product: 'GARD', function: '288' },
    CANTEEN,
    { ...CANTEEN, function: null, cents: 1 },
    { ...CANTEEN, label: 'Repas', cents: 500 },
  ])
    sums.add(part);
  expect(sums.lines()).toEqual([
    { ...CANTEEN, function: null, cents: 1 },
    { ...CANTEEN, label: 'Repas, Cantine', cents: 8500 },
    { ...CANTEEN, product: 'GARD', function: '288' },
  ]);
});

describe('what a month of the régie makes', () => {
  const of = (...received: Partial<Received>[]) => linesOfReceipts(received.map((part) => ({ ...CANTEEN, ...part })));

  it.each<[string, Partial<Received>[], number[], RegExp[]]>([
    ['two services of one product', [{}, { label: 'Goûter', cents: 100 }], [4100], []],
    ['what was given back as it came', [{}, { product: 'GARD' }, { product: 'GARD', cents: -4000 }], [4000], []],
    ['more given back than received', [{ cents: -1 }], [-1], [/Cantine.*rendu plus/]],
    ['a service without its code', [{}, { label: 'Étude', product: null }], [4000], [/Étude.*manque/]],
    ['nothing', [], [], [/Rien n’a été encaissé/]],
  ])('%s', (_case, received, cents, faults) => {
    const made = of(...received);
    expect(made.lines.map((line) => line.cents)).toEqual(cents);
    expect(made.faults).toEqual(faults.map((pattern) => expect.stringMatching(pattern)));
  });
});

describe('what the Trésor would reject', () => {
  const RECAPITULATIVE: TitreContent = {
    ...{ triplet: '01/06/01', subject: 'Titre récapitulatif, Rôle n° 12 de 2026', roll: 12, lines: [CANTEEN] },
    debtor: publicBody(null, COMMUNE),
  };
  const about = { exercise: 2026, issuedOn: Temporal.PlainDate.from('2026-11-26') };

  it.each<[string, Partial<TitreContent>, RegExp[]]>([
    ['a whole one', {}, []],
    ['of a régie that names a rôle', { triplet: '01/07/05', regie: 'REG01' }, [/nomme un rôle/]],
    ['no line', { lines: [] }, [/pas de ligne/]],
    [
      'a debtor without address',
      { debtor: publicBody({ ...COMMUNE, address: { street: '', postalCode: '12000', city: 'Rodez' } }, COMMUNE) },
      [/rue/],
    ],
  ])('%s', (_case, other, faults) => {
    expect(titreFaults({ ...RECAPITULATIVE, ...other }, about)).toEqual(
      faults.map((pattern) => expect.stringMatching(pattern)),
    );
  });

  it('amounts to its lines', () => {
    expect(titreCents({ lines: [CANTEEN, { ...CANTEEN, cents: 1 }] })).toBe(4001);
  });
});

it.each([
  [2026, '2026-11-26', 2026],
  [2026, '2027-01-31', 2026],
  [2026, '2027-02-01', 2027],
])('what is of %i, told on %s, is of the exercise %i', (year, on, exercise) => {
  expect(titreExercise(year, Temporal.PlainDate.from(on))).toBe(exercise);
});
