import { OpenBalances } from '../../../src/ledger/index.js';
import type { Choice } from '../../../src/payfip-simulator/operations.js';
import { readFault } from '../../../src/payfip-simulator/faults.js';
import { HearPayfip } from '../../../src/payments/actions/online/hear-payfip.js';
import { QueryOnlinePayment } from '../../../src/payments/actions/online/query-online-payment.js';
import { PollPayfip, StartOnlinePayment } from '../../../src/payments/index.js';
import { pick, type Step } from './step.js';
import { orRefused, rowsOf, type World } from './world.js';

interface Attempt {
  readonly id: number;
  readonly id_op: string | null;
}

export function attemptsOf(world: World): Promise<Attempt[]> {
  const { collectiviteId } = world.commune;
  const all = 'SELECT id, id_op FROM online_payments WHERE collectivite_id = ? ORDER BY id';
  return rowsOf<Attempt>(world, all, [collectiviteId]);
}

/** What goes wrong with the next call, or nothing. */
const FAULTS = [
  ...['create:DROPPED_AFTERx1', 'create:TECHNICALx1', 'create:REPEATEDx1', 'detail:TECHNICALx1', 'detail:DROPPEDx2'],
  ...['detail:NOT_KNOWN_YETx1', 'detail:WRONG_AMOUNTx1', 'detail:UNKNOWN_RESULTx1', 'detail:CODE=Z9x1'],
];

function maybeFails({ simulator }: World, chance: number): void {
  simulator.faults.clear();
  if (chance % 3 === 0) simulator.faults.arm(readFault(pick(FAULTS, chance)!));
}

/** The family pays on the page of PayFiP, is refused, gives up; or closes it, which nobody sees. */
export function onThePage({ simulator }: World, redirectUrl: string, chance: number): void {
  const choice = pick<Choice | 'CLOSE'>(['P', 'V', 'P', 'R', 'Z', 'A', 'CLOSE'], chance)!;
  const idOp = new URL(redirectUrl).searchParams.get('idop')!;
  if (choice !== 'CLOSE' && simulator.operations.whyClosed(idOp) === null) simulator.operations.decide(idOp, choice);
}

/** How the service hears of it, or does not yet: the browser comes back, PayFiP notifies, somebody asks. */
export async function heard(world: World, { id, id_op }: Attempt, chance: number): Promise<void> {
  const { service, commune, accountId } = world;
  const { app } = service;
  const way = pick(['RETURN', 'NOTIFICATION', 'QUERY', 'LATER'] as const, chance)!;
  if (way === 'RETURN') await app.get(HearPayfip).returned(id_op);
  if (way === 'NOTIFICATION') await app.get(HearPayfip).notified(id_op);
  if (way === 'QUERY') await app.get(QueryOnlinePayment).run(commune.collectiviteId, id, accountId);
}

export const ONLINE_STEPS: readonly Step[] = [
  {
    name: 'a family pays online, or does not',
    weight: 5,
    run: async (world, [who, how, fault, page, way]) => {
      const { service, commune, households } = world;
      const [{ collectiviteId }, { familyId, accountId }] = [commune, pick(households, who)!];
      const open = await service.app.get(OpenBalances).ofFamily(collectiviteId, familyId);
      const invoiceIds = open.filter((_, index) => how % 2 === 0 || index === 0).map(({ invoiceId }) => invoiceId);
      if (invoiceIds.length === 0) return;
      maybeFails(world, fault);
      const target = { kind: 'INVOICES' as const, invoiceIds };
      const asked = { collectiviteId, familyId, accountId, target };
      const started = await orRefused(service.app.get(StartOnlinePayment).run(asked));
      if (!started) return;
      onThePage(world, started.redirectUrl, page);
      const attempts = await attemptsOf(world);
      await heard(
        world,
        attempts.find(({ id }) => id === started.onlinePaymentId)!,
        way,
      );
    },
  },
  {
    name: 'an earlier payment online is asked about',
    weight: 2,
    run: async (world, [which, fault, way]) => {
      const attempt = pick(await attemptsOf(world), which);
      maybeFails(world, fault);
      if (attempt) await heard(world, attempt, way);
    },
  },
  {
    name: 'PayFiP is asked about all that is not decided',
    weight: 2,
    run: async (world, [fault]) => {
      maybeFails(world, fault);
      await world.service.app.get(PollPayfip).run();
    },
  },
];
