import 'reflect-metadata';
import { createSecretKey, randomBytes } from 'node:crypto';
import { createApplication } from '../../src/application.js';
import { IssueRun } from '../../src/billing/index.js';
import { Temporal } from '../../src/kernel/civil-time.js';
import { SetClock } from '../../src/platform/clock/clock.js';
import type { DatabaseTarget } from '../../src/platform/config/configuration.js';
import { NumberSeries } from '../../src/platform/numbering/number-series.js';

/** What the parent process asks for, as JSON in the last argument. */
export interface Order {
  readonly target: DatabaseTarget;
  readonly folder: string;
  readonly collectiviteId: number;
  readonly runId: number;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** The process is killed, without a chance to clean up, once this many numbers have been given. */
  readonly dieAt: number;
}

const order = JSON.parse(process.argv.at(-1)!) as Order;
let given = 0;
const { next } = Object.getOwnPropertyDescriptors(NumberSeries.prototype);
NumberSeries.prototype.next = async function (this: NumberSeries, ...series) {
  const number = await next.value!.apply(this, series);
  given += 1;
  if (given === order.dieAt) process.kill(process.pid, 'SIGKILL');
  return number;
};

const app = await createApplication({
  configuration: {
    environment: 'test',
    database: order.target,
    port: 0,
    publicUrl: 'https://famille.test',
    jwtSecret: createSecretKey(randomBytes(32)),
    smtpUrl: null,
    mailDirectory: `${order.folder}/mail`,
    mailFrom: 'no-reply@famille.test',
    filesDirectory: `${order.folder}/files`,
    trustedProxies: [],
  },
  clock: new SetClock(Temporal.Instant.from(order.at)),
  selfDriven: false,
  documents: false,
  quiet: true,
});
await app.get(IssueRun).run(order.collectiviteId, order.runId, null);
await app.close();
