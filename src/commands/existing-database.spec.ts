import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { requireDatabase } from './existing-database.js';

const here = fileURLToPath(import.meta.url);

describe('the database that a command checks', () => {
  it.each([
    ['a file that is there', { engine: 'sqlite', file: here }, null],
    ['a file that is not', { engine: 'sqlite', file: '/nowhere/backup.db' }, /\/nowhere\/backup\.db n’existe pas/],
    ['a server', { engine: 'mysql', url: 'mysql://root@127.0.0.1:1/base' }, null],
  ] as const)('%s', (_, target, refusal) => {
    const check = () => requireDatabase(target);
    if (refusal === null) expect(check).not.toThrow();
    else expect(check).toThrow(refusal);
  });
});
