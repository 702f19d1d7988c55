import { describe, expect, it } from '@jest/globals';
import { matchGuardians } from './guardian-matching.js';

const adult = (said: string) => {
  const [firstName, lastName, email] = said.split(' ') as [string, string, string | undefined];
  return { civility: null, firstName, lastName, email: email ?? null, phone: null };
};
const known = (said: string, position: number, accountId: number | null = null) => ({
  ...adult(said),
  id: position * 10,
  position,
  accountId,
});
const told = (wanted: string[], before: ReturnType<typeof known>[]) =>
  matchGuardians(wanted.map(adult), before).map(({ known: match, position, conflict }) =>
    [match ? match.id : 'new', position, conflict ? 'conflict' : ''].join(' ').trim(),
  );

describe('the adults of a household in a file', () => {
  const [claire, marc] = [known('Claire MOREAU c@x.org', 1), known('Marc ROY m@x.org', 2)];
  it.each<[string, string[], ReturnType<typeof known>[], string[]]>([
    ['new ones take their places', ['Claire MOREAU', 'Marc ROY'], [], ['new 1', 'new 2']],
    ['are who they were', ['Claire MOREAU', 'Marc ROY'], [claire, marc], ['10 1', '20 2']],
    ['are known by name, case and accents aside', ['CLAÏRE Moreau'], [claire], ['10 1']],
    ['may come in the other order', ['Marc ROY', 'Claire MOREAU'], [claire, marc], ['20 2', '10 1']],
    ['may be joined by a second', ['Claire MOREAU', 'Luc ROY'], [claire], ['10 1', 'new 2']],
    ['may change names, by marriage say', ['Claire ROY'], [known('Claire MOREAU c@x.org', 1, 7)], ['10 1']],
    ['may be someone else where nobody has an account', ['Luc PETIT'], [claire], ['10 1']],
    ['never inherit an account', ['Luc PETIT l@x.org'], [known('Claire MOREAU c@x.org', 1, 7)], ['10 1 conflict']],
    ['with the same address are the same', ['Clara MOREAU c@x.org'], [known('Claire MOREAU c@x.org', 1, 7)], ['10 1']],
  ])('%s', (_, wanted, before, expected) => expect(told(wanted, before)).toEqual(expected));
});
