import { PayfipClient } from '../../src/payfip/index.js';
import { PollPayfip, StartOnlinePayment } from '../../src/payments/index.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface OnlinePayment extends Doomed {
  /** When the process is killed: PayFiP has opened an operation, or the payment is written and not committed. */
  readonly dieOnce: 'OPENED' | 'WRITTEN';
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
  readonly invoiceId: number;
}

const { dieOnce, collectiviteId, familyId, accountId, invoiceId, ...doomed } = orderGiven<OnlinePayment>();
const die = () => process.kill(process.pid, 'SIGKILL');

const { create } = Object.getOwnPropertyDescriptors(PayfipClient.prototype);
PayfipClient.prototype.create = async function (this: PayfipClient, request) {
  const answer = await (create.value as PayfipClient['create']).call(this, request);
  if (dieOnce === 'OPENED') die();
  return answer;
};
const { emit } = Object.getOwnPropertyDescriptors(Outbox.prototype);
Outbox.prototype.emit = async function (this: Outbox, kind, payload, emission) {
  await (emit.value as Outbox['emit']).call(this, kind, payload, emission);
  if (dieOnce === 'WRITTEN' && kind.topic === 'payments.online-settled') die();
};

const app = await doomedService(doomed);
if (dieOnce === 'OPENED') {
  const target = { kind: 'INVOICES' as const, invoiceIds: [invoiceId] };
  await app.get(StartOnlinePayment).run({ collectiviteId, familyId, accountId, target });
} else await app.get(PollPayfip).run();
await app.close();
