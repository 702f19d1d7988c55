import { CarryOutBatch } from '../../src/claims/index.js';
import { BatchFiles } from '../../src/claims/actions/batches/batch-files.js';
import { Batches } from '../../src/claims/data/batches.js';
import { CheckSchema } from '../../src/pes/index.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface Claim extends Doomed {
  readonly collectiviteId: number;
  readonly batchId: number;
  /** The process is killed in a unit that takes a debt, in the middle of the file, or before it is frozen. */
  readonly dieWhile: 'taking' | 'writing' | 'freezing';
  /** Once this many debts were taken, or parts of the file passed. */
  readonly dieAt: number;
}

const order = orderGiven<Claim>();
let passed = 0;
function pass(what: Claim['dieWhile']): void {
  if (what !== order.dieWhile) return;
  passed += 1;
  if (passed >= order.dieAt) process.kill(process.pid, 'SIGKILL');
}

const { add } = Object.getOwnPropertyDescriptors(Batches.prototype);
Batches.prototype.add = async function (this: Batches, ...piece) {
  const id = await add.value!.apply(this, piece);
  pass('taking');
  return id;
};
const { watch } = Object.getOwnPropertyDescriptors(CheckSchema.prototype);
CheckSchema.prototype.watch = async function* (this: CheckSchema, ...watched) {
  for await (const part of watch.value!.apply(this, watched)) {
    yield part;
    pass('writing');
  }
};

const { write } = Object.getOwnPropertyDescriptors(BatchFiles.prototype);
BatchFiles.prototype.write = async function (this: BatchFiles, ...file) {
  const written = await write.value!.apply(this, file);
  pass('freezing');
  return written;
};

const app = await doomedService(order);
await app.get(CarryOutBatch).run(order.collectiviteId, order.batchId);
await app.close();
