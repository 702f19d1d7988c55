import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createApplication } from '../../src/application.js';
import { Temporal } from '../../src/kernel/civil-time.js';
import { MIGRATIONS } from '../../src/migrations/index.js';
import { SetClock } from '../../src/platform/clock/clock.js';
import { parseDataKeys } from '../../src/platform/config/data-keys.js';
import type { Configuration, DatabaseTarget } from '../../src/platform/config/configuration.js';
import { connect } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { OutboxDelivery } from '../../src/platform/outbox/outbox-delivery.js';
import { TaskRunner } from '../../src/platform/tasks/task-runner.js';
import { CheckLedger } from '../../src/treasury/index.js';
import { Api } from './api.js';
import { Fixtures } from './fixtures.js';
import { MailBox } from './mail-box.js';
import { copyMigrated } from './migrated-template.js';
import { PES_SCHEMAS } from './pes-schemas.js';
import { newTestDatabase, onServer, type TestDatabase } from './test-database.js';

/** The whole service on a real database of its own, with a clock that the test sets. */
export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly clock: SetClock;
  readonly database: Database;
  readonly fixtures: Fixtures;
  readonly mails: MailBox;
  readonly configuration: Configuration;
  /** Calls the API as nobody; `as(account)` signs in. */
  readonly api: Api;
  /** Delivers what waits in the outbox, runs the tasks that are due, and delivers what they wrote. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Reaches the database server through this port (a proxy that a test can cut). */
  readonly databasePort?: number;
  /** An earlier database instead of a new one; `stop` calls its `drop`. */
  readonly database?: TestDatabase;
  /** Where files outlive the service; else they go with it. */
  readonly filesDirectory?: string;
  /** Base address of a PayFiP simulator; without it nothing answers there. */
  readonly payfipUrl?: string;
  /** Milliseconds that PayFiP is waited for: short where it is told not to answer, else longer than a loaded machine takes. */
  readonly payfipTimeout?: number;
  /** A clock that others read too. */
  readonly clock?: SetClock;
  /** The address that families see is the one where the service listens, so that PayFiP and browsers reach it. */
  readonly reachable?: boolean;
  /** `stop` throws when the accounts do not agree in the end, as `ledger:check` has it. */
  readonly checksLedger?: boolean;
}

/** Nothing listens there: a call is refused at once. */
const NO_PAYFIP = 'http://127.0.0.1:9/tpa';

/** Starts the service at an instant, 1 September 2026 at 8 h in Paris unless told. */
export async function startService(
  name: string,
  at = '2026-09-01T08:00:00+02:00',
  {
    databasePort,
    database: given,
    filesDirectory,
    payfipUrl = NO_PAYFIP,
    payfipTimeout = 10_000,
    clock: shared,
    reachable = false,
    checksLedger = false,
  }: StartOptions = {},
): Promise<RunningService> {
  const folder = await mkdtemp(join(tmpdir(), 'espace-famille-'));
  const testDatabase = given ?? (await migratedDatabase(name, folder));
  let publicUrl = 'https://famille.test';
  const configuration: Configuration = {
    environment: 'test',
    database: databasePort === undefined ? testDatabase.target : throughPort(testDatabase.target, databasePort),
    port: 0,
    get publicUrl() {
      return publicUrl;
    },
    jwtSecret: createSecretKey(randomBytes(32)),
    dataKeys: parseDataKeys('', false),
    smtpUrl: null,
    mailDirectory: join(folder, 'mail'),
    mailFrom: 'no-reply@famille.test',
    filesDirectory: filesDirectory ?? join(folder, 'files'),
    pesSchemaDirectory: PES_SCHEMAS,
    trustedProxies: [],
    payfipUrl,
    payfipTimeout,
  };
  if (testDatabase.target.engine === 'mysql') {
    const migrating = await connect(testDatabase.target, [], [...MIGRATIONS]);
    await migrating.runMigrations();
    await migrating.destroy();
  }
  const clock = shared ?? new SetClock(Temporal.Instant.from(at));
  const app = await createApplication({ configuration, clock, selfDriven: false, documents: false, quiet: true });
  await app.listen(0, '127.0.0.1');
  if (reachable) publicUrl = await app.getUrl();
  const database = app.get(Database);
  const delivery = app.get(OutboxDelivery);
  const tasks = app.get(TaskRunner);
  return {
    app,
    clock,
    database,
    configuration,
    fixtures: new Fixtures(database, clock),
    mails: new MailBox(configuration.mailDirectory),
    api: new Api(await app.getUrl(), null),
    async settle() {
      await delivery.drain();
      await tasks.runDue();
      await delivery.drain();
    },
    async stop() {
      const faults = checksLedger ? (await app.get(CheckLedger).run()).faults : [];
      await app.close();
      if (app.get(DataSource).isInitialized) await app.get(DataSource).destroy();
      await testDatabase.drop();
      await rm(folder, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    },
  };
}

/** A new database; on the embedded engine, a file that goes with the folder of the service. */
async function migratedDatabase(name: string, folder: string): Promise<TestDatabase> {
  if (onServer) return newTestDatabase(name);
  const file = join(folder, 'commune.db');
  await copyMigrated(file);
  return { target: { engine: 'sqlite', file, durable: false }, drop: () => Promise.resolve() };
}

function throughPort(target: DatabaseTarget, port: number): DatabaseTarget {
  if (target.engine === 'sqlite') return target;
  const url = new URL(target.url);
  url.port = String(port);
  return { engine: 'mysql', url: url.href };
}
