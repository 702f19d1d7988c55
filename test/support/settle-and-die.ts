import { OutboxDelivery } from '../../src/platform/outbox/outbox-delivery.js';
import { Database } from '../../src/platform/database/database.js';
import { ReservationRow } from '../../src/reservations/index.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export type Settlement = Doomed;

const order = orderGiven<Settlement>();
const { insert } = Object.getOwnPropertyDescriptors(Database.prototype);
// The money is in the ledger, and the first reservation that it pays is not written yet: the worst moment.
Database.prototype.insert = async function (this: Database, ...row: Parameters<Database['insert']>) {
  if (row[0] === ReservationRow) process.kill(process.pid, 'SIGKILL');
  return insert.value!.apply(this, row);
};

const app = await doomedService(order);
await app.get(OutboxDelivery).drain();
await app.close();
