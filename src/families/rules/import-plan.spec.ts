import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { menuLabelFault } from '../../collectivites/rules/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { NBSP } from '../../kernel/french.js';
import type { ImportPlan } from './import-shape.js';
import { planImport } from './import-plan.js';

const TODAY = Temporal.PlainDate.from('2026-11-23');
const plan = (text: string) => planImport(Buffer.from(text), { today: TODAY, menuFault: menuLabelFault });
const told = (problems: ImportPlan['errors']) =>
  problems.map(({ line, field, value, reason }) => [line, field, value, reason.replaceAll(NBSP, ' ')]);

const GOOD = {
  'N° famille': '1',
  'Nom famille': 'LE GOFF',
  'Civilité resp. 1': 'Madame',
  'Nom resp. 1': 'LE GOFF',
  'Prénom resp. 1': 'Maëlys',
  'E-mail resp. 1': 'Maelys@Example.org',
  'Tél. resp. 1': '06 12 34 56 78',
  'Civilité resp. 2': '',
  'Nom resp. 2': '',
  'Prénom resp. 2': '',
  'E-mail resp. 2': '',
  'Tél. resp. 2': '',
  Adresse: "3 rue de l'Orle",
  Complément: '',
  CP: '99120',
  Commune: 'VALMONT-SUR-ORLE',
  QF: '642,50',
  'QF valable du': '01/01/2026',
  'QF valable au': '31/12/2026',
  'N° allocataire': '',
  Garde: '',
  'Nom enfant': 'LE GOFF',
  'Prénom enfant': 'Zoé',
  'Né(e) le': '03/08/2020',
  Sexe: 'F',
  École: 'École Simone-Veil',
  Classe: 'CP',
  Menu: 'Standard',
  'PAI (O/N)': 'N',
  'Cantine (O/N)': 'O',
  'Mercredi (O/N)': 'N',
};
type Cells = Partial<Record<keyof typeof GOOD, string>>;
const HEADER = Object.keys(GOOD).join(';');
const row = (cells: Cells = {}) => Object.values({ ...GOOD, ...cells }).join(';');
const file = (...lines: Cells[]) => plan([HEADER, ...lines.map(row), ''].join('\r\n'));
const brother: Cells = { 'Prénom enfant': 'Noé', 'Né(e) le': '05/05/2018', Sexe: 'M', Classe: 'CM1' };
const father: Cells = {
  'N° famille': '2',
  'Nom famille': 'ROY',
  'Nom resp. 1': 'ROY',
  'Prénom resp. 1': 'Luc',
  'E-mail resp. 1': '',
};
const even: Cells = { Garde: 'semaines paires' };
const odd: Cells = { Garde: 'semaines impaires' };

describe('a good file', () => {
  it('gives households, children, custodies and wishes', () => {
    const { families, children, custodies, wishes, errors, warnings, counts } = file({}, brother);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(families).toHaveLength(1);
    expect(families[0]).toMatchObject({
      externalRef: '1',
      name: 'LE GOFF',
      addressLine1: "3 rue de l'Orle",
      addressLine2: null,
      postalCode: '99120',
      city: 'VALMONT-SUR-ORLE',
      allocataireNumber: null,
      quotients: [{ hundredths: 64250 }],
      guardians: [
        {
          civility: 'MADAME',
          lastName: 'LE GOFF',
          firstName: 'Maëlys',
          email: 'maelys@example.org',
          phone: '06 12 34 56 78',
        },
      ],
    });
    expect(families[0]!.quotients.map(({ from, to }) => `${String(from)} ${String(to)}`)).toEqual([
      '2026-01-01 2026-12-31',
    ]);
    expect(children.map(({ key, birthDate }) => [key, String(birthDate)])).toEqual([
      ['le goff|zoe|2020-08-03', '2020-08-03'],
      ['le goff|noe|2018-05-05', '2018-05-05'],
    ]);
    expect(children[0]).toMatchObject({
      sex: 'F',
      schoolName: 'École Simone-Veil',
      className: 'CP',
      menuLabel: 'Standard',
      hasPai: false,
    });
    expect(custodies[0]).toEqual({ childKey: 'le goff|zoe|2020-08-03', familyRef: '1', weeks: 'ALL' });
    expect(wishes[0]).toEqual({ childKey: 'le goff|zoe|2020-08-03', labels: ['Cantine'] });
    expect(counts).toMatchObject({ lines: 2, families: 1, children: 2, siblingGroups: 1, sharedChildren: 0 });
  });

  it('recognises a child that two households share, whatever the spelling', () => {
    const shared = file(even, { ...father, ...odd, 'Nom enfant': 'Le Goff', 'Prénom enfant': 'ZOE' });
    expect([shared.errors, shared.warnings]).toEqual([[], []]);
    expect(shared.children).toHaveLength(1);
    expect(shared.custodies.map(({ familyRef, weeks }) => `${familyRef} ${weeks}`)).toEqual(['1 EVEN', '2 ODD']);
    expect(shared.counts.sharedChildren).toBe(1);
  });

  it('needs only the required columns, in any order and encoding', () => {
    const text =
      'Né(e) le,Prénom enfant,Nom enfant,Prénom resp. 1,Nom resp. 1,N° famille\n2020-08-03,Zoé,LE GOFF,Maëlys,LE GOFF,1\n';
    const { errors, warnings, families } = planImport(iconv.encode(text, 'win1252'), {
      today: TODAY,
      menuFault: menuLabelFault,
    });
    expect([errors, warnings]).toEqual([[], []]);
    expect(families[0]).toMatchObject({ name: 'LE GOFF', guardians: [{ civility: null, email: null }], quotients: [] });
  });
});

describe('every bad line is told, with its number, its field and why', () => {
  it('in one pass', () => {
    const { errors } = plan(
      [
        HEADER,
        row({ QF: 'abc' }),
        '',
        row({ 'Né(e) le': '31/02/2020', 'E-mail resp. 1': 'maelys', CP: '9912' }),
        row({ ...brother, 'QF valable au': '31/12/2025' }),
        'une phrase sans rapport',
        row({ 'Prénom enfant': 'Zo\u0007é' }),
        row({ 'Prénom enfant': 'ZoÃ©', 'Cantine (O/N)': 'peut-être' }),
        row({ 'Civilité resp. 2': 'M.', 'Nom resp. 1': '' }),
      ].join('\n'),
    );
    expect(told(errors).map(([line, field, value]) => [line, field, value])).toEqual([
      [2, 'QF', 'abc'],
      [4, 'E-mail resp. 1', 'maelys'],
      [4, 'CP', '9912'],
      [4, 'Né(e) le', '31/02/2020'],
      [5, 'QF valable au', '31/12/2025'],
      [6, null, 'une phrase sans rapport'],
      [7, 'Prénom enfant', 'Zo�é'],
      [8, 'Prénom enfant', 'Zo�'],
      [8, 'Cantine (O/N)', 'peut-être'],
      [9, 'Nom resp. 1', ''],
      [9, 'Nom resp. 2', ''],
      [9, 'Prénom resp. 2', ''],
    ]);
  });

  it('shortens what it shows', () => {
    const [error] = file({ QF: 'x'.repeat(5000) }).errors;
    expect(error?.value).toBe(`${'x'.repeat(39)}…`);
  });

  it('keeps emoji', () => {
    expect(file({ 'Prénom enfant': 'Zoé 🦊' }).errors).toEqual([]);
  });
});

describe('lines that contradict each other', () => {
  it.each([
    ['the same line twice', [{}, {}], [[3, null, null, 'ligne identique à la ligne 2 : supprimez l’une des deux']]],
    [
      'the same child twice in a household',
      [{}, { Classe: 'CE1' }],
      [[3, null, null, 'Zoé LE GOFF est déjà dans le foyer 1 à la ligne 2 : un enfant n’a qu’une ligne par foyer']],
    ],
    [
      'a household with another address',
      [{}, { ...brother, Adresse: '5 rue Haute' }],
      [
        [
          3,
          'Adresse',
          '5 rue Haute',
          "le foyer 1 n’a pas les mêmes données qu’à la ligne 2 : « Adresse » (« 3 rue de l'Orle »)",
        ],
      ],
    ],
    [
      'a household with other figures',
      [{}, { ...brother, QF: '700', 'Tél. resp. 1': '07 00 00 00 00' }],
      [[3, null, null, 'le foyer 1 n’a pas les mêmes données qu’à la ligne 2 : « Tél. resp. 1 » et « QF »']],
    ],
    [
      'a shared child in another class',
      [even, { ...father, ...odd, Classe: 'CE1' }],
      [[3, 'Classe', 'CE1', 'Zoé LE GOFF n’a pas les mêmes données qu’à la ligne 2 : « Classe » (« CP »)']],
    ],
    [
      'two households with the even weeks',
      [even, { ...father, ...even }],
      [
        [
          3,
          'Garde',
          'semaines paires',
          'le foyer 1 (ligne 2) a déjà Zoé LE GOFF les semaines paires : l’un des deux a les semaines impaires',
        ],
      ],
    ],
    [
      'two households with every week',
      [{}, father],
      [
        [
          3,
          'Garde',
          '',
          'Zoé LE GOFF est aussi dans le foyer 1 (ligne 2) : indiquez « semaines paires » pour l’un et « semaines impaires » pour l’autre',
        ],
      ],
    ],
    [
      'a third household',
      [even, { ...father, ...odd }, { ...father, ...odd, 'N° famille': '3' }],
      [[4, null, null, 'Zoé LE GOFF est déjà dans deux foyers (lignes 2 et 3) : deux au plus']],
    ],
  ] as [string, Cells[], unknown[]][])('%s', (_, lines, errors) => expect(told(file(...lines).errors)).toEqual(errors));
});

describe('what an agent should look at prevents nothing', () => {
  it.each([
    ['a shared child with one household', [even], [2, 'Garde', 'semaines paires']],
    [
      'one address for two adults',
      [{}, { ...brother, ...father, 'E-mail resp. 1': 'maelys@example.org' }],
      [3, 'E-mail resp. 1', 'maelys@example.org'],
    ],
    ['a PAI basket without PAI', [{ Menu: 'Panier PAI' }], [2, 'Menu', 'Panier PAI']],
    ['no postal address', [{ Adresse: '' }], [2, 'Adresse', '']],
    ['the dates of no quotient', [{ QF: '' }], [2, 'QF', '']],
  ] as [string, Cells[], unknown[]][])('%s', (_, lines, warning) => {
    const { errors, warnings } = file(...lines);
    expect(errors).toEqual([]);
    expect(told(warnings).map((parts) => parts.slice(0, 3))).toEqual([warning]);
  });

  it('does not call a custody lone when the other line is only badly filled', () => {
    const { errors, warnings } = file(even, { ...father, ...odd, CP: 'x' });
    expect([errors.length, warnings.length]).toEqual([1, 0]);
  });
});

describe('a file that cannot be read at all', () => {
  it.each([
    ['a workbook', 'PK\u0003\u0004', /CSV/],
    ['nothing', '', /vide/],
    ['another file', 'a;b\n1;2\n', /il manque les colonnes/],
    ['headers alone', `${HEADER}\n`, /aucune ligne/],
  ])('%s', (_, text, reason) => {
    const { errors, families } = plan(text);
    expect(families).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.reason).toMatch(reason);
  });
});

it('never throws, whatever bytes are spoiled, and numbers only lines that exist', () => {
  const sound = iconv.encode([HEADER, row(even), row({ ...father, ...odd }), row(brother)].join('\r\n'), 'win1252');
  const spoiled = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.constantFrom(...Buffer.from('";,\n\r\t\0 O9é/'))));
  fc.assert(
    fc.property(spoiled, (changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, byte] of changes) bytes[at] = byte;
      const rows = bytes.toString('latin1').split(/\r\n?|\n/).length;
      const { errors, warnings } = planImport(bytes, { today: TODAY, menuFault: menuLabelFault });
      expect([...errors, ...warnings].every(({ line }) => line === null || (line >= 1 && line <= rows))).toBe(true);
    }),
    { seed: 17, numRuns: 1000 },
  );
});

it('reads fifty thousand lines, good and bad, without slowing down', () => {
  const lines = Array.from({ length: 50_000 - 1 }, (_, index) =>
    row({
      'N° famille': `${index >> 1}`,
      'Prénom enfant': `Zoé ${index}`,
      'E-mail resp. 1': index % 10 === 3 ? 'x' : '',
      Classe: index % 50 === 0 ? '"CP' : 'CP',
    }),
  );
  const { counts, errors } = plan([HEADER, ...lines].join('\n'));
  expect(counts.lines).toBe(49_999);
  expect(errors).toHaveLength(6_000);
});

it.each([
  ['too many lines', `${HEADER}\n${`${row()}\n`.repeat(50_001)}`, 'plus de 50 000 lignes'],
  ['too many columns', `${'a;'.repeat(300)}\n1`, 'plus de 200 colonnes'],
  ['one long header', `${'a'.repeat(1_000_000)}\n1`, 'il manque les colonnes'],
])('%s are refused at once, briefly', (_, text, reason) => {
  const { errors } = plan(text);
  expect(errors).toHaveLength(1);
  expect(errors[0]!.reason.replaceAll(NBSP, ' ')).toContain(reason);
  expect(errors[0]!.reason.length).toBeLessThan(1000);
});

it('the demo brings its own file of the same kind', () => {
  const bytes = readFileSync(new URL('../../../config/demo/familles.csv', import.meta.url));
  const { errors, warnings, ignoredColumns, counts, children } = planImport(bytes, {
    today: TODAY,
    menuFault: menuLabelFault,
  });
  expect({ errors, warnings, ignoredColumns }).toEqual({ errors: [], warnings: [], ignoredColumns: [] });
  expect(counts).toMatchObject({ lines: 105, families: 60, children: 99, sharedChildren: 6 });
  expect(new Set(children.map(({ schoolName }) => schoolName))).toEqual(
    new Set(['École maternelle Les Tilleuls', 'École élémentaire Simone-Veil']),
  );
});

const SAMPLE = new URL('../../../../shared/samples/familles.csv', import.meta.url);
const whenThere = existsSync(SAMPLE) ? it : it.skip;
whenThere('the export of a mairie imports as it is (skipped where the sample is not at hand)', () => {
  const { errors, warnings, ignoredColumns, wishColumns, counts, custodies } = planImport(readFileSync(SAMPLE), {
    today: TODAY,
    menuFault: menuLabelFault,
  });
  expect({ errors, warnings, ignoredColumns }).toEqual({ errors: [], warnings: [], ignoredColumns: [] });
  expect(wishColumns).toEqual(['Cantine', 'Garderie matin', 'Garderie soir', 'Mercredi']);
  expect(counts).toEqual({
    lines: 319,
    families: 163,
    guardians: 274,
    guardiansWithoutEmail: 38,
    familiesWithoutQuotient: 13,
    familiesWithExpiredQuotient: 21,
    children: 288,
    sharedChildren: 31,
    siblingGroups: 104,
  });
  const sharing = new Map<string, string[]>();
  for (const { childKey, familyRef, weeks } of custodies) {
    if (weeks !== 'ALL') sharing.set(childKey, [...(sharing.get(childKey) ?? []), familyRef]);
  }
  expect(new Set([...sharing.values()].map(String)).size).toBe(13);
});
