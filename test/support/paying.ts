import { createSimulator } from '../../src/payfip-simulator/simulator.js';
import { Temporal } from '../../src/kernel/civil-time.js';
import { AskPayfip } from '../../src/payments/actions/online/ask-payfip.js';
import { OnlineAttempts } from '../../src/payments/data/online-attempts.js';
import { RecordPayment } from '../../src/payments/index.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { paidAtBooking } from '../../src/reservations/index.js';
import { type RunningService, startService } from './application.js';
import { type Canteen, type CanteenFamily, openCanteen } from './canteen.js';

/** A PayFiP that shows the time of the service that it follows. */
export async function payfipBeside(at: string) {
  const time: { service?: RunningService } = {};
  const simulator = await createSimulator({ now: () => time.service?.clock.now() ?? Temporal.Instant.from(at) });
  const url = `${await simulator.server.listen({ port: 0, host: '127.0.0.1' })}/tpa`;
  const follow = (service: RunningService) => void (time.service = service);
  return { url, follow, close: () => simulator.server.close() };
}

/** The service, beside a PayFiP of its own. */
export async function startBesidePayfip(name: string, at: string) {
  const payfip = await payfipBeside(at);
  const service = await startService(name, at, { payfipUrl: payfip.url });
  payfip.follow(service);
  return {
    service,
    async stop() {
      await service.stop();
      await payfip.close();
    },
  };
}

/** A canteen that is paid at booking, in a commune that has its PayFiP contract. */
export async function openPaidCanteen(
  service: RunningService,
  columns: Record<string, number | string | null> = {},
): Promise<Canteen> {
  const canteen = await openCanteen(service, { payment_mode: 'R', ...columns });
  await service.fixtures.row('payfip_settings', {
    collectivite_id: canteen.collectiviteId,
    ...{
      active: 1,
      numcli: '012345',
      mode: 'W',
      several_invoices: 1,
      most_cents: 9_999_999,
      reference_form: 'NUMBER',
      updated_at: 0,
    },
  });
  return canteen;
}

type PaidAtBooking = NonNullable<(typeof paidAtBooking)['payload']>;

/** What the tests of payment at booking do with families, each for its first child. */
export function payersOf(service: RunningService) {
  const rows = (sql: string, parameters: unknown[]) =>
    service.database.read(() => service.database.rows<Record<string, number | string | null>>(sql, parameters));
  const billed: PaidAtBooking[] = [];
  service.app.get(Outbox).on(paidAtBooking, async (event) => void billed.push(event));
  const basket = (family: CanteenFamily, rest: string) => family.path(`basket/${rest}`);
  return {
    /** Puts days in the basket. */
    choosing: (family: CanteenFamily, ...sessionIds: number[]) =>
      family.api.post(basket(family, 'lines'), {
        lines: sessionIds.map((sessionId) => ({ sessionId, childId: family.childIds[0] })),
      }),
    /** Puts days in the basket and validates it; answers the validation. */
    async validate(family: CanteenFamily, ...sessionIds: number[]) {
      if (sessionIds.length > 0) await this.choosing(family, ...sessionIds);
      return (await family.api.post(basket(family, 'validations'))).body;
    },
    validation: async (family: CanteenFamily, id: number) =>
      (await family.api.get(basket(family, `validations/${id}`))).body,
    pay: (family: CanteenFamily, id: number) => family.api.post(basket(family, `validations/${id}/payments`)),
    giveUp: (family: CanteenFamily, id: number) => family.api.delete(basket(family, `validations/${id}/holds`)),
    basket: async (family: CanteenFamily) => (await family.api.get(family.path('basket'))).body,
    cell: async (family: CanteenFamily, date: string) =>
      (await family.api.get(family.path(`planning?from=${date}&to=${date}`))).body.children[0].rows[0].cells[0],
    /** The family chooses on the page of PayFiP: P pays, A abandons, R is refused. */
    async choose(redirectUrl: string, choix: 'P' | 'A' | 'R') {
      const page = new URL(redirectUrl);
      const body = new URLSearchParams({ idop: page.searchParams.get('idop')!, choix });
      await fetch(`${page.origin}${page.pathname}`, { method: 'POST', redirect: 'manual', body });
    },
    /** PayFiP is asked what became of every attempt; what it says waits in the outbox. */
    async ask(canteen: Canteen) {
      const attempts = await service.app.get(OnlineAttempts).list(canteen.collectiviteId, {}, { limit: 100 });
      for (const attempt of attempts) await service.app.get(AskPayfip).run(attempt);
    },
    /** The same, and it is carried up. */
    async hear(canteen: Canteen) {
      await this.ask(canteen);
      await service.settle();
    },
    /** The validations of a family that hold places, by id. */
    async validations(family: CanteenFamily): Promise<number[]> {
      const found = await rows(
        'SELECT DISTINCT validation_id AS n FROM place_holds WHERE family_id = ? AND living = 1',
        [family.id],
      );
      return found.map(({ n }) => Number(n));
    },
    /** The family has money at the mairie. */
    credit: (canteen: Canteen, family: CanteenFamily, cents: number) =>
      service.app.get(RecordPayment).run({
        ...{ collectiviteId: canteen.collectiviteId, familyId: family.id, means: 'CHEQUE', cents },
        receivedOn: service.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate(),
        ...{ shares: [], excess: 'CREDIT', recordedBy: null },
      }),
    /** What is held for the family and not promised, in all its credit, and in promises. */
    async money(family: CanteenFamily) {
      const [held] = await rows(
        'SELECT COALESCE(-SUM(l.amount_cents), 0) AS n FROM ledger_accounts a JOIN ledger_lines l ON l.account_id = a.id WHERE a.code = ?',
        [`CREDIT:${family.id}`],
      );
      const [promised] = await rows(
        'SELECT COALESCE(SUM(promised_cents), 0) AS n FROM credit_promises WHERE family_id = ?',
        [family.id],
      );
      return { held: Number(held!['n']), promised: Number(promised!['n']) };
    },
    /** The events that bill what was paid, in order, as who bills hears them. */
    billed: (canteen: Canteen) => billed.filter(({ collectiviteId }) => collectiviteId === canteen.collectiviteId),
    /** Places as the session counts them, as rows, and by what holds them. */
    async counts(sessionId: number) {
      const count = async (sql: string) => Number((await rows(sql, [sessionId]))[0]!['n']);
      return {
        taken: await count('SELECT taken AS n FROM sessions WHERE id = ?'),
        places: await count('SELECT COUNT(*) AS n FROM taken_places WHERE session_id = ?'),
        reserved: await count('SELECT COUNT(*) AS n FROM reservations WHERE session_id = ? AND active = 1'),
        held: await count('SELECT COUNT(*) AS n FROM place_holds WHERE session_id = ? AND living = 1'),
        offered: await count("SELECT COUNT(*) AS n FROM waiting_entries WHERE session_id = ? AND state = 'OFFERED'"),
      };
    },
  };
}
