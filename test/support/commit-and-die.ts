import { DataSource, type QueryRunner } from 'typeorm';
import { ComputeRun, IssueRun } from '../../src/billing/index.js';
import { MakeRefundList } from '../../src/payments/actions/refunds/make-refund-list.js';
import type { RefundAsked } from '../../src/payments/rules/refund.js';
import { OutboxDelivery } from '../../src/platform/outbox/outbox-delivery.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface Act extends Doomed {
  readonly what:
    | { readonly act: 'COMPUTE' | 'ISSUE'; readonly collectiviteId: number; readonly runId: number }
    | { readonly act: 'DELIVER' }
    | {
        readonly act: 'REFUND';
        readonly collectiviteId: number;
        readonly refunds: readonly RefundAsked[];
        readonly madeBy: number;
      };
  /** The process is killed at the commit of the unit of this rank among those that write, to a table where one is named. */
  readonly dies: { readonly at: number; readonly moment: 'BEFORE' | 'AFTER'; readonly writing?: string };
}

const { what, dies, ...doomed } = orderGiven<Act>();
const WRITES = /^\s*(INSERT|UPDATE|DELETE)\b/i;
let units = 0;

const { createQueryRunner } = Object.getOwnPropertyDescriptors(DataSource.prototype);
DataSource.prototype.createQueryRunner = function (this: DataSource, ...mode): QueryRunner {
  const runner: QueryRunner = createQueryRunner.value!.apply(this, mode);
  const query = runner.query.bind(runner) as (...asked: readonly unknown[]) => Promise<unknown>;
  let writes = false;
  const watched = async (...asked: Parameters<QueryRunner['query']>): Promise<unknown> => {
    const [sql] = asked;
    if (WRITES.test(sql) && sql.includes(dies.writing ?? '')) writes = true;
    const dying = sql === 'COMMIT' && writes && (units += 1) === dies.at;
    if (/^(COMMIT|ROLLBACK)$/.test(sql)) writes = false;
    if (dying && dies.moment === 'BEFORE') process.kill(process.pid, 'SIGKILL');
    const answer = await query(...asked);
    if (dying) process.kill(process.pid, 'SIGKILL');
    return answer;
  };
  return Object.assign(runner, { query: watched });
};

const app = await doomedService(doomed);
units = 0;
if (what.act === 'DELIVER') await app.get(OutboxDelivery).drain();
else if (what.act === 'REFUND') await app.get(MakeRefundList).run(what);
else if (what.act === 'COMPUTE') await app.get(ComputeRun).run(what.collectiviteId, what.runId);
else await app.get(IssueRun).run(what.collectiviteId, what.runId, null);
await app.close();
