import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { NBSP } from '../../kernel/french.js';
import { readCorrection } from './correctable-fields.js';
import { readEntry } from './register-entry.js';

const TODAY = Temporal.PlainDate.from('2026-11-23');

describe('what an agent types', () => {
  it.each<[string, Parameters<typeof readEntry>[0], object, object, string[]]>([
    [
      'is tidied',
      'guardian',
      { lastName: ' LE   GOFF ', email: 'A@X.org' },
      { lastName: 'LE GOFF', email: 'a@x.org' },
      [],
    ],
    ['takes away what is null or blank', 'guardian', { email: null, phone: ' ' }, { email: null, phone: null }, []],
    ['cannot take a name away', 'guardian', { lastName: '' }, {}, ['lastName']],
    ['is judged as an import is', 'family', { postalCode: '3412', name: 'X' }, { name: 'X' }, ['postalCode']],
    ['may be a date', 'child', { birthDate: Temporal.PlainDate.from('2019-03-02') }, { birthDate: '2019-03-02' }, []],
    ['is not a birth to come', 'child', { birthDate: '2027-01-01' }, {}, ['birthDate']],
    ['is ignored where the register has no such field', 'family', { accountId: '1' }, {}, []],
  ])('%s', (_, kind, typed, values, wrong) => {
    const entry = readEntry(kind, typed, TODAY);
    expect(entry.values).toEqual(values);
    expect(entry.errors.map(({ field }) => field)).toEqual(wrong);
  });

  it('needs the names of a new person', () => {
    const { errors } = readEntry('child', { firstName: 'Zoé' }, TODAY, { whole: true, prefix: 'children[0].' });
    expect(errors.map(({ field }) => field)).toEqual(['children[0].lastName', 'children[0].birthDate']);
  });
});

describe('what a parent corrects', () => {
  it.each<[Parameters<typeof readCorrection>[0], string, string, string | null]>([
    ['guardian', 'phone', '06 12 34 56 78', '06 12 34 56 78'],
    ['guardian', 'phone', '', null],
    ['guardian', 'civility', 'Mme', 'MADAME'],
    ['child', 'birthDate', '02/03/2019', '2019-03-02'],
    ['child', 'sex', 'garçon', 'M'],
    ['family', 'addressLine2', ' ', null],
  ])('%s.%s « %s »', (kind, field, text, value) => {
    expect(readCorrection(kind, field, text, TODAY)).toEqual({ ok: true, value });
  });

  it.each<[Parameters<typeof readCorrection>[0], string, string, string]>([
    ['guardian', 'email', '', 'ce n’est pas une adresse e-mail'],
    ['guardian', 'accountId', '3', 'ce champ ne se corrige pas ici'],
    ['child', 'constructor', 'x', 'ce champ ne se corrige pas ici'],
    ['child', 'firstName', 'Zo\u202eé', 'retirez les caractères invisibles'],
    ['family', 'addressLine1', '', 'à remplir'],
  ])('%s.%s « %s » is refused', (kind, field, text, reason) => {
    const reading = readCorrection(kind, field, text, TODAY);
    expect(reading.ok ? '' : reading.reason.replaceAll(NBSP, ' ')).toContain(reason);
  });
});
