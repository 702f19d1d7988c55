import { describe, expect, it } from '@jest/globals';
import { tooLong } from './too-long';

describe('a text', () => {
  it.each<[string, string, number | undefined, string | undefined]>([
    ['without a limit', 'abcd', undefined, undefined],
    ['that fits', 'abcd', 4, undefined],
    ['one too long', 'abcde', 4, '4 caractères au plus : il y en a 1 de trop.'],
    ['of emojis that fit, each one character', '🦊🦊🦊🦊', 4, undefined],
    ['of emojis, two too many', '🦊🦊🦊🦊🦊🦊', 4, '4 caractères au plus : il y en a 2 de trop.'],
    ['pasted from a long letter', 'a'.repeat(21_500), 20_000, '20 000 caractères au plus : il y en a 1 500 de trop.'],
  ])('%s', (_, text, most, said) => {
    expect(tooLong(text, most)?.replace(/\p{Zs}/gu, ' ')).toBe(said);
  });
});
