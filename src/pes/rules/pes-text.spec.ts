import { describe, expect, it } from '@jest/globals';
import { pesText, sepaText } from './pes-text.js';

describe('a text for the Trésorerie', () => {
  it.each([
    ['O’Connor-Lœwenstein 👶', 38, "O'CONNOR-LOEWENSTEIN"],
    ['Élise  d’Æther\n(née Straße)', 38, "ELISE D'AETHER (NEE STRASSE)"],
    ['Goûter « du » soir — 3,50 €…', 160, 'GOUTER << DU >> SOIR - 3,50 EUR...'],
    ['Łukasz Đorđević', 38, 'LUKASZ DORDEVIC'],
    ['Νίκη Παπαδοπούλου', 38, 'NIKI PAPADOPOYLOY'],
    ['Анна', 38, 'ANNA'],
    ['👨‍👩‍👧 Martin', 38, 'MARTIN'],
    ['e\u0301cole', 38, 'ECOLE'],
    ['tab\tnul\u0000fin', 38, 'TAB NUL FIN'],
    ['12 rue des Fleurs & <Jardins> "nord"', 38, '12 RUE DES FLEURS & <JARDINS> "NORD"'],
    ['12 boulevard du Maréchal de Lattre de Tassigny', 38, '12 BOULEVARD DU MARECHAL DE LATTRE DE'],
    ['exactement trente-huit caractères ici..', 39, 'EXACTEMENT TRENTE-HUIT CARACTERES ICI..'],
    ['Rhabarberbarbarabarbarbarenbartbarbierbier', 38, 'RHABARBERBARBARABARBARBARENBARTBARBIER'],
    ['un Rhabarberbarbarabarbarbarenbartbarbier', 38, 'UN RHABARBERBARBARABARBARBARENBARTBARB'],
  ])('%j within %i: %j', (text, max, expected) => {
    expect(pesText(text, max)).toBe(expected);
  });

  it.each(['', '   ', '.', 'nc', 'NC', '0', '000', '0 0', '👶', '\u200b'])(
    '%j says nothing: it is left out',
    (text) => {
      expect(pesText(text, 38)).toBeUndefined();
    },
  );
});

it.each([
  ['Facture n° 2026-000017 & co', 'FACTURE NO 2026-000017 CO'],
  ['RUM+12/A:b', 'RUM+12/A:B'],
  ['☺', undefined],
])('a label of a direct debit: %j gives %j', (text, expected) => {
  expect(sepaText(text, 140)).toBe(expected);
});
