import { describe, expect, it } from '@jest/globals';
import { messageWith } from './demande-words';

describe('a message to the mairie', () => {
  it.each([
    [[], '', '', 'Bonjour'],
    [['Léa'], '', '', 'Enfant concerné : Léa\n\nBonjour'],
    [['Léa', 'Tom'], '', '', 'Enfants concernés : Léa, Tom\n\nBonjour'],
    [[], '2026-11-26', '', 'Le jeudi 26 novembre 2026\n\nBonjour'],
    [[], '', '2026-11-26', 'Le jeudi 26 novembre 2026\n\nBonjour'],
    [['Léa'], '2026-11-26', '2026-11-26', 'Enfant concerné : Léa\nLe jeudi 26 novembre 2026\n\nBonjour'],
    [[], '2026-11-26', '2026-12-01', 'Du jeudi 26 novembre 2026 au mardi 1er décembre 2026\n\nBonjour'],
  ])('about %j from « %s » to « %s »', (children, from, to, expected) => {
    expect(messageWith({ children, from, to }, 'Bonjour')).toBe(expected);
  });
});
