import { describe, expect, it } from '@jest/globals';
import { NBSP } from '../../kernel/french.js';
import { failureInFrench } from './failure-in-french.js';

describe('the failure of a command', () => {
  it.each([
    [
      { code: 'EADDRINUSE', message: 'listen EADDRINUSE 0.0.0.0:3000' },
      /^listen EADDRINUSE 0\.0\.0\.0:3000~: arrêtez .* PORT\.$/,
    ],
    [
      { code: 'ER_ACCESS_DENIED_ERROR', message: "Access denied for user 'x'" },
      /^Access denied .*~: .* DATABASE_URL\.$/,
    ],
    // An error without a message is told by its code.
    [{ code: 'ECONNREFUSED', message: '' }, /^ECONNREFUSED~: vérifiez DATABASE_URL/],
    [new Error('La base de données n’est pas à jour.'), /^La base de données n’est pas à jour\.$/],
  ])('%j says what to do when it is known', (error, expected) => {
    expect(failureInFrench(error).replaceAll(NBSP, '~')).toMatch(expected);
  });
});
