import { Database } from '../../src/platform/database/database.js';
import { AcceptOffer, type FamilyAct, ReservationRow } from '../../src/reservations/index.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface Acceptance extends Doomed {
  readonly act: FamilyAct;
  readonly entryId: number;
}

const order = orderGiven<Acceptance>();
const { insert } = Object.getOwnPropertyDescriptors(Database.prototype);
// The offer is answered and the reservation is not written yet: the worst moment.
Database.prototype.insert = async function (this: Database, ...row: Parameters<Database['insert']>) {
  if (row[0] === ReservationRow) process.kill(process.pid, 'SIGKILL');
  return insert.value!.apply(this, row);
};

const app = await doomedService(order);
await app.get(AcceptOffer).run(order.act, order.entryId);
await app.close();
