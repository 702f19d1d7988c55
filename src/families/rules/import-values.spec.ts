import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { menuLabelFault } from '../../collectivites/rules/index.js';
import * as values from './import-values.js';
import type { Reading } from './reading.js';

const TODAY = Temporal.PlainDate.from('2026-11-23');
const said = (reading: Reading<unknown>) => (reading.ok ? String(reading.value) : reading.reason);

const parseMenu = values.menuParser(menuLabelFault);

describe('dates', () => {
  it.each([
    ['03/08/2021', '2021-08-03'],
    ['3/8/2021', '2021-08-03'],
    ['03-08-2021', '2021-08-03'],
    ['03.08.2021', '2021-08-03'],
    ['2021-08-03', '2021-08-03'],
    ['03/08/2021 00:00:00', '2021-08-03'],
    ['29/02/2020', '2020-02-29'],
    ['29/02/2021', 'cette date n’existe pas dans le calendrier'],
    ['31/02/2020', 'cette date n’existe pas dans le calendrier'],
    ['08/13/2021', 'cette date n’existe pas dans le calendrier'],
    ['00/01/2021', 'cette date n’existe pas dans le calendrier'],
  ])('%s', (text, expected) => expect(said(values.parseDate(text))).toBe(expected));

  it.each(['03/08/21', '44411', 'hier', '', '03/08/2021 14:00'])('%j is not a date', (text) => {
    expect(said(values.parseDate(text))).toMatch(/pas une date/);
  });

  it.each([
    ['23/11/2026', '2026-11-23'],
    ['24/11/2026', 'date de naissance à venir (après le 23/11/2026)'],
    ['23/11/2008', '2008-11-23'],
  ])('birth on %s', (text, expected) => expect(said(values.parseBirthDate(text, TODAY))).toBe(expected));

  it('birth more than eighteen years ago', () => {
    expect(said(values.parseBirthDate('22/11/2008', TODAY))).toMatch(/plus de 18 ans/);
  });
});

describe('names', () => {
  it.each(['Zoé', "D'ARTAGNAN", 'Lou-Ann', 'O’Brien', '李', 'Léo 🦊', '👨‍👩‍👧'])('%s is kept', (name) => {
    expect(values.parseName(name, 60)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', /à remplir/],
    ['-', /une lettre/],
    ['1234', /une lettre/],
    ['a'.repeat(61), /plus de 60/],
  ])('%j is refused', (name, reason) => expect(said(values.parseName(name, 60))).toMatch(reason));

  it('counts an emoji as one character', () => {
    expect(values.parseName('🦊'.repeat(60), 60).ok).toBe(true);
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['Laura.Gaillard@Example.ORG', 'laura.gaillard@example.org'],
    ['jean+cantine@sous.domaine.example.org', 'jean+cantine@sous.domaine.example.org'],
  ])('%s', (text, email) => expect(said(values.parseEmail(text))).toBe(email));

  it.each([
    'laura',
    'laura@',
    '@example.org',
    'laura@example',
    'laura..g@example.org',
    'a@b.fr c@d.fr',
    'hélène@example.org',
    'Laura <l@example.org>',
  ])('%s is refused', (text) => expect(said(values.parseEmail(text))).toMatch(/pas une adresse e-mail/));
});

describe('telephone numbers', () => {
  it.each([
    '06 12 34 56 78',
    '0612345678',
    '06.12.34.56.78',
    '+33 6 12 34 56 78',
    '0033612345678',
    '+33 (0)6 12 34 56 78',
    '+32 470 12 34 56',
    '04-67-00-00-00',
  ])('%s is kept as typed', (text) => expect(values.parsePhone(text)).toEqual({ ok: true, value: text }));

  it.each([
    ['612345678', /zéro du début/],
    ['06 12 34 56', /pas un numéro/],
    ['06 12 34 56 78 90', /pas un numéro/],
    ['+33 6 12', /pas un numéro/],
    ['06 12 34 56 78 (soir)', /pas un numéro/],
    ['abc', /pas un numéro/],
  ])('%s is refused', (text, reason) => expect(said(values.parsePhone(text))).toMatch(reason));
});

describe('short answers', () => {
  it.each([
    [values.parseYesNo, 'O', 'true'],
    [values.parseYesNo, 'non', 'false'],
    [values.parseYesNo, '', 'false'],
    [values.parseYesNo, 'X', 'true'],
    [values.parseCivility, 'M.', 'MONSIEUR'],
    [values.parseCivility, 'Mme', 'MADAME'],
    [values.parseCivility, 'MADAME', 'MADAME'],
    [values.parseSex, 'Garçon', 'M'],
    [values.parseSex, 'f', 'F'],
    [values.parseCustody, 'Semaines paires', 'EVEN'],
    [values.parseCustody, 'semaine impaire', 'ODD'],
    [values.parseCustody, '', 'ALL'],
    [values.parsePostalCode, '01000', '01000'],
    [values.parsePostalCode, '97400', '97400'],
    [values.parseAllocataire, '3515001 A', '3515001 A'],
  ] as [(text: string) => Reading<unknown>, string, string][])('%p reads %j', (parse, text, expected) => {
    expect(said(parse(text))).toBe(expected);
  });

  it.each([
    [values.parseYesNo, 'peut-être', /O ou N/],
    [values.parseYesNo, '?', /O ou N/],
    [values.parseCivility, 'Docteur', /Madame ou Monsieur/],
    [values.parseSex, 'Z', /F ou M/],
    [values.parseCustody, 'un week-end sur deux', /semaines paires/],
    [values.parsePostalCode, '1000', /01000/],
    [values.parsePostalCode, '3412O', /cinq chiffres/],
    [values.parseAllocataire, 'inconnu', /allocataire/],
  ] as [(text: string) => Reading<unknown>, string, RegExp][])('%p refuses %j', (parse, text, reason) => {
    expect(said(parse(text))).toMatch(reason);
  });
});

describe('menus', () => {
  it.each([
    ['SANS PORC', 'Sans porc'],
    ['panier pai', 'Panier PAI'],
    ['Menu du marché', 'Menu du marché'],
  ])('%s', (text, label) => expect(said(parseMenu(text))).toBe(label));

  it.each([
    ['Halal', /religion/],
    ['menu casher', /religion/],
    ['kascher', /religion/],
    ['Sans gluten (cœliaque)', /maladie/],
    ['Allergie arachide', /maladie/],
  ])('%s is refused', (text, reason) => expect(said(parseMenu(text))).toMatch(reason));
});
