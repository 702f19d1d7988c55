import { describe, expect, it } from '@jest/globals';
import { freeCredit } from './free-credit.js';

describe('what of a credit may be spent', () => {
  it.each([
    ['nothing is promised', 1_200, 0, 1_200],
    ['a part is promised', 1_200, 700, 500],
    ['all is promised', 700, 700, 0],
    ['more is promised than held, while the rest is being paid', 700, 1_400, 0],
    ['nothing is held', 0, 0, 0],
  ])('%s', (_case, held, promised, free) => {
    expect(freeCredit(held, promised)).toBe(free);
  });
});
