import { ReadTreasuryFile } from '../../src/claims/index.js';
import { RecordCollection } from '../../src/claims/actions/returns/record-collection.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface Reading extends Doomed {
  readonly collectiviteId: number;
  readonly fileId: number;
  /** Slices that are read whole before. */
  readonly slices: number;
  /** The process is killed once this many collections were recorded in the next one. */
  readonly dieAt: number;
}

const order = orderGiven<Reading>();
const app = await doomedService(order);
const reading = app.get(ReadTreasuryFile);
for (let slice = 0; slice < order.slices; slice += 1) await reading.run(order.collectiviteId, order.fileId);

let recorded = 0;
const { run } = Object.getOwnPropertyDescriptors(RecordCollection.prototype);
RecordCollection.prototype.run = async function (this: RecordCollection, ...collection) {
  const outcome = await run.value!.apply(this, collection);
  recorded += 1;
  if (recorded === order.dieAt) process.kill(process.pid, 'SIGKILL');
  return outcome;
};
await reading.run(order.collectiviteId, order.fileId);
await app.close();
