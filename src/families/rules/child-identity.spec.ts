import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { childKey, foldedText } from './child-identity.js';

describe('the identity of a child', () => {
  it.each([
    ['Anne-Élise', 'anne elise'],
    ['  ANNE  ELISE ', 'anne elise'],
    ['D’Artagnan', 'd artagnan'],
    ["D'ARTAGNAN", 'd artagnan'],
    ['Noël', 'noel'],
    ['Noe\u0308l', 'noel'],
    ['Cœur', 'coeur'],
    ['Lætitia', 'laetitia'],
    ['GARÇON', 'garcon'],
    ['Saint\u00a0Martin', 'saint martin'],
    ['Léo 🦊', 'leo 🦊'],
    ['', ''],
  ])('%j is compared as %j', (text, folded) => expect(foldedText(text)).toBe(folded));

  it('holds the name, the first name and the date of birth', () => {
    const born = Temporal.PlainDate.from('2020-10-11');
    expect(childKey('Da Silva', 'Éloïse', born)).toBe('da silva|eloise|2020-10-11');
    expect(childKey('DA-SILVA', 'eloise', born)).toBe(childKey('Da Silva', 'Éloïse', born));
    expect(childKey('DA SILVA', 'Éloïse', born.add({ days: 1 }))).not.toBe(childKey('DA SILVA', 'Éloïse', born));
  });
});
