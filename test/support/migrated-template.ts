import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MIGRATIONS } from '../../src/migrations/index.js';
import { connect } from '../../src/platform/database/data-source.js';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/espace-famille');
/** What a migrated database depends on. */
const SOURCES = ['src/migrations', 'src/platform/database', 'src/ledger/rules', 'src/ledger/data'];

/**
 * Copies to `file` an embedded database that every migration has run on. They run once for all the suites, again when
 * their sources change: a suite would spend more time on them than on its tests.
 */
export async function copyMigrated(file: string): Promise<void> {
  const template = join(CACHE, `migrated-${sourcesDigest()}.db`);
  if (!existsSync(template)) await build(template);
  copyFileSync(template, file);
}

async function build(template: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const draft = join(CACHE, `${randomBytes(6).toString('hex')}.db`);
  const dataSource = await connect({ engine: 'sqlite', file: draft, durable: false }, [], [...MIGRATIONS]);
  await dataSource.runMigrations();
  await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
  await dataSource.destroy();
  // Two workers may build it at once: the later one replaces a file that says the same, which the other may be copying.
  for (const old of readdirSync(CACHE))
    if (old.startsWith('migrated-') && old !== basename(template)) rmSync(join(CACHE, old), { force: true });
  renameSync(draft, template);
}

let digest: string | undefined;
function sourcesDigest(): string {
  if (digest !== undefined) return digest;
  const hash = createHash('sha256');
  for (const folder of SOURCES)
    for (const name of readdirSync(join(ROOT, folder)).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(ROOT, folder, name)));
  return (digest = hash.digest('hex').slice(0, 16));
}
