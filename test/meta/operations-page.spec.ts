import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = readFileSync('docs/operations.md', 'utf8');
const TASKS = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(/\.register\(\{\s*name: '([^']+)'/g)].map(([, name]) => name!),
  );

describe('the page for who runs the service', () => {
  it('names every task that runs by itself, and no other', () => {
    const [, table] = /^\| task \| every \|.*\n((?:\|.*\n)+)/m.exec(PAGE)!;
    const named = table!.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)]);
    expect(TASKS.length).toBeGreaterThan(10);
    expect(named.map(([, name]) => name).sort()).toEqual([...TASKS].sort());
  });
});
