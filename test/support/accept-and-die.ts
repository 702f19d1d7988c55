import 'reflect-metadata';
import { createSecretKey, randomBytes } from 'node:crypto';
import { createApplication } from '../../src/application.js';
import { Temporal } from '../../src/kernel/civil-time.js';
import { SetClock } from '../../src/platform/clock/clock.js';
import type { DatabaseTarget } from '../../src/platform/config/configuration.js';
import { Database } from '../../src/platform/database/database.js';
import { AcceptOffer, type FamilyAct, ReservationRow } from '../../src/reservations/index.js';

/** What the parent process asks for, as JSON in the last argument. */
export interface Acceptance {
  readonly target: DatabaseTarget;
  readonly folder: string;
  readonly act: FamilyAct;
  readonly entryId: number;
  /** Instant, ISO 8601. */
  readonly at: string;
}

const order = JSON.parse(process.argv.at(-1)!) as Acceptance;
const { insert } = Object.getOwnPropertyDescriptors(Database.prototype);
// The offer is answered and the reservation is not written yet: the worst moment.
Database.prototype.insert = async function (this: Database, ...row: Parameters<Database['insert']>) {
  if (row[0] === ReservationRow) process.kill(process.pid, 'SIGKILL');
  return insert.value!.apply(this, row);
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
await app.get(AcceptOffer).run(order.act, order.entryId);
await app.close();
