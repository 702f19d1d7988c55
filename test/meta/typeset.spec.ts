import { expect, it } from '@jest/globals';
import { typeset } from '../../web/typeset.js';

/** The no-break spaces of what browsers are sent, shown as « _ ». */
const shown = (text: string) => typeset(text).replaceAll('\u00a0', '_');

it.each([
  ['Pourquoi ce prix ?', 'Pourquoi ce prix_?'],
  ['L’avoir : 3 %, « gardé »', 'L’avoir_: 3_%, «_gardé_»'],
  ['jusqu’à 9 h 00', 'jusqu’à 9_h_00'],
  ['de 8 h à 12 h', 'de 8_h à 12_h'],
  ['10 Mo chacun', '10_Mo chacun'],
  // What stands between two values of a template.
  [' h ', '_h_'],
  [' min', '_min'],
  [' ko', '_ko'],
  // Not a unit.
  ['le 3 hommes', 'le 3 hommes'],
  ['a ? b : c', 'a_? b_: c'],
  ['https://exemple.fr?a=1', 'https://exemple.fr?a=1'],
  [' homme', ' homme'],
])('%j is set %j', (text, set) => {
  expect(shown(text)).toBe(set);
  expect(typeset(text)).toHaveLength(text.length);
});
