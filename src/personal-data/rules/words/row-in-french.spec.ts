import { describe, expect, it } from '@jest/globals';
import { withOrdinarySpaces } from '../../../kernel/french.js';
import { SECTIONS } from '../../sections/index.js';
import { CODE_WORDS } from './code-words.js';
import { FIELD_WORDS } from './field-words.js';
import { rowInFrench } from './row-in-french.js';
import { SECTION_WORDS } from './section-words.js';

const reader = {
  timeZone: 'Europe/Paris',
  children: new Map<unknown, string>([[7, 'Nolan']]),
  demandes: new Map<unknown, string>([[3, 'D-2026-000003']]),
};

/** The fields that a part has: what its columns are called, in camelCase. */
function fieldsOf(columns: string): string[] {
  return columns
    .split(/,(?![^(]*\))/)
    .map((column) =>
      /(\w+)\s*$/.exec(column)![1]!.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    );
}

describe('a row of a copy, as one reads it', () => {
  it.each([
    ['reservations', { childId: 7 }, 'enfant : Nolan'],
    ['reservations', { childId: 8 }, 'enfant : 8'],
    ['messages', { demandeId: 3, fromMairie: false }, 'demande : D-2026-000003 | écrit par la mairie : non'],
    ['reservations', { state: 'RESERVED', unitCents: 123456 }, 'état : réservé | prix : 1 234,56 €'],
    ['demandes', { state: 'RECEIVED' }, 'état : reçue par la mairie'],
    ['carePlans', { state: 'RECEIVED', stateInFrench: 'reçu' }, 'état : reçu'],
    ['quotients', { valueHundredths: 64250, toDate: null }, 'quotient : 642,5'],
    [
      'children',
      { birthDate: '2018-04-12', wishedServices: ['Cantine', 'Garderie'] },
      'né(e) le : 12 avril 2018 | services souhaités : Cantine, Garderie',
    ],
    ['account', { createdAt: '2026-11-26T23:30:00Z' }, 'créé le : vendredi 27 novembre 2026 à 0 h 30'],
    [
      'absences',
      { fromDate: '2026-12-01', kind: 'ILLNESS' },
      'à partir du : mardi 1er décembre 2026 | motif : maladie',
    ],
    ['absences', { note: '', kind: 'NEW_ONE' }, 'motif : NEW_ONE'],
    ['attendances', { date: '2026-12-01', arrivedAt: '07:45' }, 'jour : mardi 1er décembre 2026 | arrivée : 07:45'],
    ['messages', { body: '2026-02-31' }, 'message : 2026-02-31'],
    ['messages', { body: '2026-02-01' }, 'message : 2026-02-01'],
    ['demandes', { subject: '2026-02-01Tout va malZ' }, 'sujet : 2026-02-01Tout va malZ'],
    ['demandes', { subject: '2026-02-01T08:00:00Z' }, 'sujet : 2026-02-01T08:00:00Z'],
    [
      'charges',
      {
        explanation: {
          steps: [
            { step: 'FLAT', cents: 350 },
            { step: 'TOTAL', event: 'UNIT', cents: 350 },
          ],
        },
      },
      'pourquoi ce prix : tarif unique : 3,50 € ; total 3,50 €',
    ],
    ['reservations', { priceExplanation: { rowLabel: 'Tranche B', basis: [] } }, 'tarif : Tranche B'],
    ['charges', { explanation: {} }, ''],
    [
      'corrections',
      { subject: 'child:7', field: 'birthDate', oldValue: '2018-04-12', newValue: '2018-04-01', state: 'WITHDRAWN' },
      'sujet : Nolan | ce qui change : Date de naissance | ancienne valeur : 12 avril 2018 | nouvelle valeur : 1er avril 2018 | état : retiré',
    ],
    [
      'corrections',
      { subject: 'guardian:31', field: 'phone', oldValue: '06 12 34 56 78', newValue: '' },
      'sujet : un responsable | ce qui change : Téléphone | ancienne valeur : 06 12 34 56 78 | nouvelle valeur : (rien)',
    ],
    [
      'corrections',
      { subject: 'child:8', field: 'sex', oldValue: null, newValue: 'F' },
      'sujet : un enfant | ce qui change : Sexe | ancienne valeur : (rien) | nouvelle valeur : Fille',
    ],
  ])('%s, %j: %s', (section, row, said) => {
    const fields = rowInFrench(section, row, reader).map((field) => field.join(' : '));
    expect(withOrdinarySpaces(fields.join(' | '))).toBe(said);
  });

  it('has a name for each of its fields, and for each part', () => {
    const unnamed = SECTIONS.flatMap(({ name, columns }) => [
      ...(SECTION_WORDS[name] ? [] : [name]),
      ...fieldsOf(columns).filter((field) => !FIELD_WORDS[field]),
    ]);
    expect(unnamed).toEqual([]);
    expect(Object.keys(SECTION_WORDS)).toHaveLength(SECTIONS.length);
    const known = SECTIONS.flatMap(({ name, columns }) =>
      fieldsOf(columns).flatMap((field) => [field, `${name}.${field}`]),
    );
    expect(Object.keys(CODE_WORDS).filter((key) => !known.includes(key))).toEqual([]);
  });
});
