import { describe, expect, it } from '@jest/globals';
import { isSameAdult } from './same-adult.js';

const marc = { email: 'marc@example.org', firstName: 'Jean-Marc', lastName: 'LEFÈVRE' };

describe('two guardians', () => {
  it.each([
    ['the same row', marc, true],
    ['another spelling', { email: 'Marc@example.org', firstName: 'jean marc', lastName: 'Lefevre' }, true],
    ['a spouse with the same address', { ...marc, firstName: 'Anne' }, false],
    ['a namesake', { ...marc, email: 'autre@example.org' }, false],
    ['nobody’s address', { ...marc, email: null }, false],
  ])('%s', (_, other, same) => {
    expect(isSameAdult(marc, other)).toBe(same);
  });
});
