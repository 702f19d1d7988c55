import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { ReleaseHolds } from '../../../src/reservations/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { RunningService } from '../../support/application.js';
import type { Canteen, CanteenFamily } from '../../support/canteen.js';
import { crowd } from '../../support/crowd.js';
import { OutlivingDatabase } from '../../support/killed.js';
import { openPaidCanteen, payersOf, payfipBeside, startBesidePayfip } from '../../support/paying.js';
import type { Settlement } from '../../support/settle-and-die.js';
import { onServer } from '../../support/test-database.js';

const START = '2026-11-02T08:00:00+01:00';
/** When a payment that was begun at the start is waited for no longer. */
const KEPT_UNTIL = '2026-11-02T07:25:00Z';
const DATE = '2026-11-16';
const CLOSES = '2026-11-15T08:00:00Z';

describe('places that are paid at booking, under any concurrency', () => {
  let besides: Awaited<ReturnType<typeof startBesidePayfip>>;
  let service: RunningService;
  let payers: ReturnType<typeof payersOf>;
  let canteen: Canteen;
  beforeAll(async () => {
    besides = await startBesidePayfip('paid-places', START);
    service = besides.service;
    payers = payersOf(service);
  });
  beforeEach(async () => {
    service.clock.set(Temporal.Instant.from(START));
    canteen = await openPaidCanteen(service);
  });
  afterAll(() => besides.stop());

  const families = async (count: number): Promise<CanteenFamily[]> => {
    const all: CanteenFamily[] = [];
    while (all.length < count) all.push(await canteen.family());
    return all;
  };

  it('holds as many places as there are for a crowd of families, and none beyond', async () => {
    const session = await canteen.session(DATE, CLOSES, { places: 5 });
    const all = await families(crowd(64, 12));
    await Promise.all(all.map((family) => payers.choosing(family, session)));
    const validated = await Promise.all(all.map((family) => payers.validate(family)));
    const outcomes = validated.map(({ lines: [line] }) => line.outcome);
    expect(outcomes.filter((outcome) => outcome === 'AWAITING_PAYMENT')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'REFUSED')).toHaveLength(all.length - 5);
    expect(await payers.counts(session)).toEqual({ taken: 5, places: 5, reserved: 0, held: 5, offered: 0 });
  });

  it('holds a day once for the two adults of a family, and pays with a credit once', async () => {
    const [one, two] = [await canteen.session(DATE, CLOSES), await canteen.session('2026-11-17', CLOSES)];
    const family = await canteen.family();
    const account = await service.fixtures.account([{ collectiviteId: canteen.collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(canteen.collectiviteId, family.id, { account_id: account.id, position: 2 });
    const partner = {
      ...family,
      accountId: account.id,
      api: await service.api.signedIn(account.email, account.password),
    };
    const adults = [family, partner, family, partner];
    for (const adult of [family, partner]) await payers.choosing(adult, one);
    await Promise.all(adults.map((adult) => payers.validate(adult)));
    expect(await payers.counts(one)).toEqual({ taken: 1, places: 1, reserved: 0, held: 1, offered: 0 });
    await payers.credit(canteen, family, 400);
    const held = await payers.validations(family);
    const other = await payers.validate(partner, two);
    const started = await Promise.all([...held, other.id].map((id) => payers.pay(family, id)));
    const byCredit = started.filter(({ status, body }) => status === 201 && body.toPayCents === 0);
    expect(byCredit).toHaveLength(1);
    await service.settle();
    // 3.50 € of the 4.00 € are spent; the other basket keeps the rest, and pays the most of it online.
    expect(started.map(({ body }) => body.toPayCents).filter((cents) => cents > 0)).toEqual([300]);
    expect(await payers.money(family)).toEqual({ held: 50, promised: 350 });
  });

  it('reserves or credits money once that comes at the very moment at which the place goes', async () => {
    const buyers = await families(6);
    const rivals = await families(6);
    const baskets = [];
    for (const [index, buyer] of buyers.entries()) {
      const session = await canteen.session(`2026-11-${16 + index}`, CLOSES, { places: 1 });
      const { id } = await payers.validate(buyer, session);
      const { body } = await payers.pay(buyer, id);
      await payers.choose(body.redirectUrl, 'P');
      baskets.push({ buyer, rival: rivals[index]!, session, id });
    }
    await payers.ask(canteen);
    const agent = await canteen.staff('agent');
    for (const { rival, session } of baskets)
      await service.fixtures.row('waiting_entries', {
        ...{ collectivite_id: canteen.collectiviteId, session_id: session, child_id: rival.childIds[0]! },
        ...{ family_id: rival.id, state: 'WAITING', living: 1, joined_by: rival.accountId, joined_at: 0 },
      });
    service.clock.set(Temporal.Instant.from(KEPT_UNTIL));
    const release = service.app.get(ReleaseHolds);
    await Promise.all([
      service.settle(),
      release.run(),
      release.run(),
      ...baskets.map(({ rival, session }) =>
        agent.post(rival.path('basket/lines'), { sessionId: session, childId: rival.childIds[0] }),
      ),
    ]);
    await service.settle();
    for (const { buyer, session, id } of baskets) {
      await buyer.signIn();
      const { payment } = await payers.validation(buyer, id);
      const { reserved, ...counts } = await payers.counts(session);
      // The place is the buyer's, or the rival's to whom it is offered; the money is in the invoice, or a credit.
      expect(counts).toEqual({ taken: 1, places: 1, held: 0, offered: 1 - reserved });
      expect([payment.state, payment.paidCents]).toEqual(['PAID', 350 * reserved]);
      expect(await payers.money(buyer)).toEqual({ held: 350 - 350 * reserved, promised: 0 });
    }
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  });
});

(onServer ? describe : describe.skip)(
  'a basket that is paid, when the service is killed before its places are reserved',
  () => {
    let payfip: Awaited<ReturnType<typeof payfipBeside>>;
    let kept: OutlivingDatabase;
    beforeAll(async () => {
      payfip = await payfipBeside(START);
      kept = await OutlivingDatabase.create('paid-killed', START, payfip.url);
    });
    afterAll(async () => {
      await kept.remove();
      await payfip.close();
    });

    it('is reserved once by the next one that hears of the money', async () => {
      const before = await kept.opened(async (service) => {
        payfip.follow(service);
        const payers = payersOf(service);
        const canteen = await openPaidCanteen(service);
        const session = await canteen.session(DATE, CLOSES, { places: 1 });
        const family = await canteen.family();
        const { id } = await payers.validate(family, session);
        const { body } = await payers.pay(family, id);
        await payers.choose(body.redirectUrl, 'P');
        await payers.ask(canteen);
        expect(await payers.money(family)).toEqual({ held: 350, promised: 350 });
        return { session, family };
      });
      expect(await kept.killedIn<Settlement>('settle-and-die', {})).toBe('SIGKILL');
      await kept.opened(async (service) => {
        const payers = payersOf(service);
        expect(await payers.counts(before.session)).toEqual({ taken: 1, places: 1, reserved: 0, held: 1, offered: 0 });
        // The lease of the process that died is over.
        service.clock.set(service.clock.now().add({ minutes: 10 }));
        await service.settle();
        await service.settle();
        expect(await payers.counts(before.session)).toEqual({ taken: 1, places: 1, reserved: 1, held: 0, offered: 0 });
        expect(await payers.money(before.family)).toEqual({ held: 0, promised: 0 });
        expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
      });
    }, 240_000);
  },
);
