import { IssueRun } from '../../src/billing/index.js';
import { NumberSeries } from '../../src/platform/numbering/number-series.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface Issue extends Doomed {
  readonly collectiviteId: number;
  readonly runId: number;
  /** The process is killed once this many invoices have been given their number. */
  readonly dieAt: number;
}

const order = orderGiven<Issue>();
let given = 0;
const { next } = Object.getOwnPropertyDescriptors(NumberSeries.prototype);
NumberSeries.prototype.next = async function (this: NumberSeries, ...series) {
  const number = await next.value!.apply(this, series);
  if (series[1] === 'F') given += 1;
  if (given >= order.dieAt) process.kill(process.pid, 'SIGKILL');
  return number;
};

const app = await doomedService(order);
await app.get(IssueRun).run(order.collectiviteId, order.runId, null);
await app.close();
