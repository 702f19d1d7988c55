import { describe, expect, it } from '@jest/globals';
import { mairieIn, type Publisher, publisherOf } from './whose';

describe('whose pages these are', () => {
  const publisher = (collectiviteId: number) => ({ collectiviteId }) as Publisher;
  it.each([
    ['nobody yet', [], 1, null],
    ['the only one', [5], undefined, 5],
    ['the only one, whatever the address says', [5], 9, 5],
    ['one of several, named', [5, 6], 6, 6],
    ['one of several, not named', [5, 6], undefined, null],
    ['one that is not here', [5, 6], 9, null],
  ] as const)('%s', (_what, all, named, known) => {
    expect(publisherOf(all.map(publisher), named)?.collectiviteId ?? null).toBe(known);
  });

  it.each([
    [3, { mairie: 3 }],
    ['3', {}],
    [-3, {}],
    [1.5, {}],
    ['<b>', {}],
    [undefined, {}],
  ])('an address with mairie=%j names %j', (mairie, named) => {
    expect(mairieIn({ mairie })).toEqual(named);
  });
});
