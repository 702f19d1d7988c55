import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseTarget } from '../../src/platform/config/configuration.js';
import { type RunningService, startService } from './application.js';
import { compiled } from './compiled.js';
import { copyMigrated } from './migrated-template.js';
import { newTestDatabase, onServer } from './test-database.js';

/** What a doomed process is given, as JSON in its last argument; each script adds what it does. */
export interface Doomed {
  readonly target: DatabaseTarget;
  readonly folder: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** Base address of a PayFiP simulator, where the script pays. */
  readonly payfipUrl?: string;
}

/** A database that outlives the services opened on it, one of which a test kills. */
export class OutlivingDatabase {
  private constructor(
    private readonly name: string,
    private readonly doomed: Doomed,
    private readonly drop: () => Promise<void>,
  ) {}

  static async create(name: string, at: string, payfipUrl?: string): Promise<OutlivingDatabase> {
    const folder = await mkdtemp(join(tmpdir(), 'espace-famille-killed-'));
    const database = onServer ? await newTestDatabase(name) : null;
    const target = database?.target ?? (await migratedFile(folder));
    return new OutlivingDatabase(name, { target, folder, at, ...(payfipUrl ? { payfipUrl } : {}) }, async () => {
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Uses a service on it, and stops that service whatever happens. */
  async opened<Result>(work: (service: RunningService) => Promise<Result>): Promise<Result> {
    const database = { target: this.doomed.target, drop: () => Promise.resolve() };
    const { at, folder, payfipUrl } = this.doomed;
    const options = { database, filesDirectory: join(folder, 'files'), ...(payfipUrl ? { payfipUrl } : {}) };
    const service = await startService(this.name, at, options);
    try {
      return await work(service);
    } finally {
      await service.stop();
    }
  }

  /**
   * Runs a script of test/support on it in a process of its own; answers the signal that ended it, or null. Each loads the
   * whole service first: such tests have four minutes, of which a machine at rest takes some seconds.
   */
  killedIn<Order extends Doomed>(
    script: string,
    order: Omit<Order, keyof Doomed> & Partial<Pick<Doomed, 'at'>>,
  ): Promise<NodeJS.Signals | null> {
    const program = join(compiled(), `test/support/${script}.js`);
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = spawn(process.execPath, [program, JSON.stringify({ ...this.doomed, ...order })], {
      cwd: join(import.meta.dirname, '../..'),
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (_code, signal) => resolve(signal));
    });
  }

  remove(): Promise<void> {
    return this.drop();
  }
}

/** What a killed process wrote is in the hands of the system: only a power cut would ask for a durable file. */
async function migratedFile(folder: string): Promise<DatabaseTarget> {
  const file = join(folder, 'commune.db');
  await copyMigrated(file);
  return { engine: 'sqlite', file, durable: false };
}
