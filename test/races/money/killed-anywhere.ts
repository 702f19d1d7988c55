import { describe, expect, it } from '@jest/globals';
import { RecordRoll } from '../../../src/attendance/actions/record-roll.js';
import { ComputeRun, IssueRun } from '../../../src/billing/index.js';
import { StartRun } from '../../../src/billing/actions/runs/start-run.js';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { CreditBalances } from '../../../src/ledger/index.js';
import { RecordPayment } from '../../../src/payments/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { RunningService } from '../../support/application.js';
import type { Act } from '../../support/commit-and-die.js';
import { DEBITED_IBAN } from '../../support/debited-families.js';
import { OutlivingDatabase } from '../../support/killed.js';
import { openPaidCanteen, payersOf, payfipBeside } from '../../support/paying.js';
import { addHousehold, holdSession, openSchool, reserve, type School } from '../../support/school.js';
import { onServer } from '../../support/test-database.js';

const AT = '2026-10-01T09:00:00+02:00';
const LATER = '2026-10-01T09:10:00+02:00';
const SEPTEMBER = {
  from: Temporal.PlainDate.from('2026-09-01'),
  to: Temporal.PlainDate.from('2026-09-30'),
};

// That the file of the embedded engine is whole after a kill is shown once, in `billing`: each process takes seconds.
(onServer ? describe : describe.skip)('killed at the commit of each unit, and carried on', () => {
  const rows = (service: RunningService, sql: string, ...parameters: unknown[]) =>
    service.database.read(() => service.database.rows<Record<string, unknown>>(sql, parameters));

  async function expectNoFault({ app }: RunningService): Promise<void> {
    expect((await app.get(CheckLedger).run()).faults).toEqual([]);
  }

  it('a correction that bills more, gives back, carries over and takes what was carried: as if nothing had happened', async () => {
    const kept = await OutlivingDatabase.create('correction-killed', AT);
    try {
      const [school, twin] = await kept.opened(async (service) => {
        const schools = [await correctedSchool(service), await correctedSchool(service)] as const;
        const { collectiviteId, runId } = schools[1];
        await service.app.get(ComputeRun).run(collectiviteId, runId);
        await service.app.get(IssueRun).run(collectiviteId, runId, null);
        return schools;
      });
      const killed = (act: 'COMPUTE' | 'ISSUE', at: number) => {
        const { collectiviteId, runId } = school;
        const order = { what: { act, collectiviteId, runId }, dies: { at, moment: 'BEFORE' as const } };
        return kept.killedIn<Act>('commit-and-die', order);
      };
      // Computing begins again each time, and dies one unit later; issuing goes on, and dies in its second unit.
      let computing = 0;
      while ((await killed('COMPUTE', computing + 1)) === 'SIGKILL') computing += 1;
      let issuing = 0;
      while ((await killed('ISSUE', 2)) === 'SIGKILL') issuing += 1;
      expect(Math.min(computing - 3, issuing - 2)).toBeGreaterThan(0);
      await kept.opened(async (service) => {
        const documents = async ({ collectiviteId }: { readonly collectiviteId: number }) => [
          await rows(
            service,
            `SELECT f.name, i.state, i.number, i.total_cents, COUNT(c.id) AS charges
             FROM invoices i JOIN families f ON f.id = i.family_id LEFT JOIN charges c ON c.invoice_id = i.id
             WHERE i.collectivite_id = ? GROUP BY i.id, f.name, i.state, i.number, i.total_cents ORDER BY i.number, f.name`,
            collectiviteId,
          ),
          await rows(
            service,
            'SELECT state, number, total_cents FROM credit_notes WHERE collectivite_id = ? ORDER BY number',
            collectiviteId,
          ),
          await rows(
            service,
            `SELECT topic, COUNT(*) AS n FROM outbox_messages WHERE collectivite_id = ? GROUP BY topic ORDER BY topic`,
            collectiviteId,
          ),
          await rows(
            service,
            'SELECT source_kind, label FROM ledger_entries WHERE collectivite_id = ? ORDER BY id',
            collectiviteId,
          ),
        ];
        const [carriedOn, whole] = [await documents(school), await documents(twin)];
        expect(carriedOn).toEqual(whole);
        expect(whole[0]!.map(({ state }) => state)).toContain('CARRIED');
        expect(whole[1]).toHaveLength(1);
        await expectNoFault(service);
      });
    } finally {
      await kept.remove();
    }
  }, 240_000);

  it('the invoice of a basket that is paid: one, settled by the money that was kept for it', async () => {
    const payfip = await payfipBeside(AT);
    const kept = await OutlivingDatabase.create('booking-killed', AT, payfip.url);
    try {
      const family = await kept.opened(async (service) => {
        payfip.follow(service);
        const payers = payersOf(service);
        const canteen = await openPaidCanteen(service);
        const days = [await canteen.session('2026-10-15'), await canteen.session('2026-10-16')];
        const buyer = await canteen.family();
        const { id } = await payers.validate(buyer, ...days);
        const { body } = await payers.pay(buyer, id);
        await payers.choose(body.redirectUrl, 'P');
        await payers.ask(canteen);
        return buyer;
      });
      const deliver = (at: string, moment: 'BEFORE' | 'AFTER') =>
        kept.killedIn<Act>('commit-and-die', {
          ...{ at, what: { act: 'DELIVER' as const }, dies: { at: 1, moment, writing: 'billed_bookings' } },
        });
      const billed = () =>
        kept.opened(async (service) => {
          await expectNoFault(service);
          const invoices = await rows(
            service,
            'SELECT number, total_cents FROM invoices WHERE family_id = ?',
            family.id,
          );
          return { invoices, money: await payersOf(service).money(family) };
        });
      expect(await deliver(AT, 'BEFORE')).toBe('SIGKILL');
      expect(await billed()).toEqual({ invoices: [], money: { held: 700, promised: 700 } });
      // The lease of the process that died is over.
      expect(await deliver(LATER, 'AFTER')).toBe('SIGKILL');
      const once = { invoices: [{ number: 1, total_cents: 700 }], money: { held: 0, promised: 0 } };
      expect(await billed()).toEqual(once);
      await kept.opened(async (service) => {
        service.clock.advance({ minutes: 30 });
        await service.settle();
      });
      expect(await billed()).toEqual(once);
    } finally {
      await kept.remove();
      await payfip.close();
    }
  }, 240_000);

  it('a list of refunds: all of it or none, and asked again nothing leaves twice', async () => {
    const kept = await OutlivingDatabase.create('refunds-killed', AT);
    try {
      const { collectiviteId, familyIds, staff } = await kept.opened(async (service) => {
        const { fixtures, app } = service;
        const collectiviteId = await fixtures.collectivite();
        const staff = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
        const familyIds = [await fixtures.family(collectiviteId), await fixtures.family(collectiviteId)];
        for (const familyId of familyIds)
          await app.get(RecordPayment).run({
            ...{ collectiviteId, familyId, means: 'CHEQUE', cents: 1500, excess: 'CREDIT', recordedBy: null },
            receivedOn: SEPTEMBER.to,
          });
        return { collectiviteId, familyIds, staff };
      });
      const account = { iban: DEBITED_IBAN, bic: null, holder: 'Camille Durand' };
      const refunds = familyIds.map((familyId) => ({ familyId, cents: null, account }));
      const what = { act: 'REFUND' as const, collectiviteId, refunds, madeBy: staff.id };
      for (const [moment, held, lists] of [
        ['BEFORE', 3000, 0],
        ['AFTER', 0, 1],
      ] as const) {
        const dies = { at: 1, moment, writing: 'refund_lists' };
        expect(await kept.killedIn<Act>('commit-and-die', { what, dies })).toBe('SIGKILL');
        await kept.opened(async (service) => {
          const free = await service.app.get(CreditBalances).heldFor(collectiviteId, familyIds);
          expect([...free.values()].reduce((sum, cents) => sum + cents, 0)).toBe(held);
          expect(await rows(service, 'SELECT id FROM refund_lists')).toHaveLength(lists);
          await expectNoFault(service);
        });
      }
      await kept.opened(async ({ api }) => {
        const regisseur = await api.signedIn(staff.email, staff.password);
        const again = { refunds: familyIds.map((familyId) => ({ familyId, account: { ...account, bic: undefined } })) };
        const { status, body } = await regisseur.post(`/collectivites/${collectiviteId}/refund-lists`, again);
        expect([status, body.code]).toEqual([422, 'REFUND_REFUSED']);
      });
    } finally {
      await kept.remove();
    }
  }, 240_000);
});

/**
 * A month that was billed above a threshold of 10 €, then corrected: ALLARD was there three times without being booked,
 * BESSON was away one day, CLERC was carried over and comes above, DUMAS stays under. Two slices of sessions.
 */
async function correctedSchool(service: RunningService): Promise<School & { readonly runId: number }> {
  const { app, fixtures } = service;
  const school = await openSchool(service, { issue_threshold_cents: 1000 });
  const { collectiviteId } = school;
  const { id: accountId } = await fixtures.account([{ collectiviteId, role: 'agent' }]);
  const sessions: number[] = [];
  for (let day = 1; day <= 26; day += 1)
    sessions.push(await holdSession(service, school, `2026-09-${String(day).padStart(2, '0')}`));
  const [allard, besson, clerc, dumas] = [
    await addHousehold(service, school, 'ALLARD'),
    await addHousehold(service, school, 'BESSON'),
    await addHousehold(service, school, 'CLERC'),
    await addHousehold(service, school, 'DUMAS'),
  ];
  for (const session of sessions.slice(0, 4)) await reserve(service, school, session, besson);
  await reserve(service, school, sessions[25]!, clerc);
  const begun = async (kind: 'ORDINARY' | 'CORRECTION') =>
    app.get(StartRun).run(collectiviteId, SEPTEMBER, accountId, kind);
  const first = await begun('ORDINARY');
  await app.get(ComputeRun).run(collectiviteId, first);
  await app.get(IssueRun).run(collectiviteId, first, null);
  const point = (sessionId: number, childId: number, state: 'PRESENT' | 'ABSENT_JUSTIFIED') =>
    app.get(RecordRoll).run({
      ...{ collectiviteId, sessionId, accountId, allPresent: false, afterBilling: true },
      entries: [{ childId, state, arrivedAt: null, leftAt: null, reason: 'feuille retrouvée' }],
    });
  for (const session of [0, 1, 25]) await point(sessions[session]!, allard.childId, 'PRESENT');
  await point(sessions[2]!, besson.childId, 'ABSENT_JUSTIFIED');
  for (const session of [5, 6]) await point(sessions[session]!, clerc.childId, 'PRESENT');
  await point(sessions[7]!, dumas.childId, 'PRESENT');
  return { ...school, runId: await begun('CORRECTION') };
}
