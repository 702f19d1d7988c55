import { describe, expect, it } from '@jest/globals';
import { chunksOf, groupedBy } from './lists.js';

describe('lists', () => {
  it.each([
    [[], 2, []],
    [[1, 2], 2, [[1, 2]]],
    [[1, 2, 3], 2, [[1, 2], [3]]],
  ])('%j in slices of %s: %j', (items, size, chunks) => expect([...chunksOf(items, size)]).toEqual(chunks));

  it('groups by key, in order', () => {
    const groups = groupedBy(['cantine', 'garderie', 'centre'], (word) => word.charAt(0));
    expect([...groups]).toEqual([
      ['c', ['cantine', 'centre']],
      ['g', ['garderie']],
    ]);
  });
});
