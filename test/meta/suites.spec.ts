import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEST = join(import.meta.dirname, '..');

it.each(['api', 'races'])('each folder of test/%s is declared by one file of Jest beside it', (kind) => {
  const entries = readdirSync(join(TEST, kind), { withFileTypes: true });
  const declared = entries
    .filter(({ name }) => name.endsWith('.spec.ts'))
    .flatMap(({ name }) =>
      [...readFileSync(join(TEST, kind, name), 'utf8').matchAll(/'([a-z-]+)'/g)].map(([, folder]) => folder),
    );
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(declared.sort()).toEqual(folders.sort());
});
