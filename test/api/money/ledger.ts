import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import {
  ChartOfAccounts,
  CheckChain,
  CreditBalances,
  CreditPromises,
  creditNoteEntry,
  creditUseEntry,
  claimEntry,
  invoiceEntry,
  Movements,
  DebtsAt,
  OpenBalances,
  paymentEntry,
  PostEntry,
  type Posting,
  Receipts,
} from '../../../src/ledger/index.js';
import { type RunningService, startService } from '../../support/application.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the ledger', () => {
  let service: RunningService;
  let collectiviteId: number;
  let familyId: number;
  let cantine: { prestationId: number; imputation: { nature: string; function: string } };
  let garderie: typeof cantine;
  let serial = 0;

  beforeAll(async () => {
    service = await startService('ledger');
    collectiviteId = await service.fixtures.collectivite();
    const siteId = await service.fixtures.site(collectiviteId);
    familyId = await service.fixtures.family(collectiviteId);
    const [first, second] = [
      await service.fixtures.prestation(collectiviteId, siteId),
      await service.fixtures.prestation(collectiviteId, siteId, { budget_function: '288' }),
    ];
    cantine = { prestationId: first.id, imputation: { nature: '7067', function: '281' } };
    garderie = { prestationId: second.id, imputation: { nature: '7067', function: '288' } };
  });
  afterAll(() => service.stop());

  const issue = (
    lines: Parameters<typeof issuedInvoice>[1]['lines'],
    more: { issuedOn?: string; dueOn?: string } = {},
  ) => issuedInvoice(service, { collectiviteId, familyId, number: ++serial, lines, ...more });

  function payment(id: number, invoiceId: number, cents: number, date = '2026-09-10'): Posting {
    const allocations = [{ invoiceId, prestationId: cantine.prestationId, cents }];
    return {
      collectiviteId,
      source: { kind: 'payment', id },
      date: day(date),
      label: `Quittance Q-2026-${id}`,
      entry: paymentEntry({ familyId, means: 'CHEQUE', allocations }),
    };
  }
  const post = (posting: Posting) => service.app.get(PostEntry).run(posting);

  it('tells what remains due, as the sum of what was posted', async () => {
    const invoiceId = await issue([
      { ...cantine, cents: 7200 },
      { ...garderie, cents: 2400 },
    ]);
    await post(payment(1, invoiceId, 7000));
    const balances = service.app.get(OpenBalances);
    expect(await balances.ofInvoices(collectiviteId, [invoiceId])).toEqual(
      new Map([
        [
          invoiceId,
          [
            { prestationId: cantine.prestationId, cents: 200 },
            { prestationId: garderie.prestationId, cents: 2400 },
          ],
        ],
      ]),
    );
    const [open] = await balances.ofFamily(collectiviteId, familyId);
    expect(open).toMatchObject({ invoiceId, number: '2026-000001', open: [{ cents: 200 }, { cents: 2400 }] });
    expect(open!.dueOn.toString()).toBe('2026-10-01');
    await post(payment(2, invoiceId, 200));
    expect((await balances.ofInvoices(collectiviteId, [invoiceId])).get(invoiceId)).toEqual([
      { prestationId: garderie.prestationId, cents: 2400 },
    ]);
  });

  it('does not see another collectivité', async () => {
    const stranger = await service.fixtures.collectivite();
    expect(await service.app.get(OpenBalances).ofFamily(stranger, familyId)).toEqual([]);
    expect(await service.app.get(Movements).between(stranger, day('2026-01-01'), day('2026-12-31'))).toEqual([]);
    const elsewhere = { ...payment(90, 1, 100), collectiviteId: stranger };
    await expect(post(elsewhere)).rejects.toThrow();
  });

  it('tells its movements and its receipts for a period', async () => {
    const invoiceId = await issue([{ ...cantine, cents: 500 }], { issuedOn: '2026-07-01' });
    await post(payment(3, invoiceId, 300, '2026-07-31'));
    await post(payment(4, invoiceId, 200, '2026-08-01'));
    const july = [day('2026-07-01'), day('2026-07-31')] as const;
    const movements = await service.app.get(Movements).between(collectiviteId, ...july);
    expect(movements.map(({ account, cents, source }) => [source.kind, account, cents])).toEqual([
      ['invoice', `FAMILY:${familyId}`, 500],
      ['invoice', `PRODUCT:7067/281/${cantine.prestationId}`, -500],
      ['payment', 'MEANS:CHEQUE', 300],
      ['payment', `FAMILY:${familyId}`, -300],
    ]);
    const receipts = await service.app.get(Receipts).between(collectiviteId, ...july);
    expect(receipts).toMatchObject({
      byPrestation: [{ ...cantine, means: 'CHEQUE', cents: 300, operations: 1 }],
      byMeans: [{ means: 'CHEQUE', cents: 300, operations: 1 }],
      held: [],
      accounts: [{ means: 'CHEQUE', receivedCents: 300, reversedCents: 0, handedOverCents: 0 }],
    });
    const [cheques] = receipts.accounts;
    expect(cheques!.closingCents).toBe(cheques!.openingCents + 300);
  });

  it('knows what was due at the end of a past day', async () => {
    const invoiceId = await issue([{ ...garderie, cents: 900 }], { issuedOn: '2026-06-01', dueOn: '2026-06-30' });
    const balances = service.app.get(OpenBalances);
    expect(await balances.at(collectiviteId, day('2026-05-31'))).toEqual([]);
    expect(await balances.at(collectiviteId, day('2026-06-01'))).toMatchObject([
      { invoiceId, familyId, invoicedCents: 900, settledCents: 0 },
    ]);
    expect(await service.app.get(DebtsAt).balance(collectiviteId, day('2026-06-01'))).toBe(900);
  });

  it('posts a source once', async () => {
    const invoiceId = await issue([{ ...cantine, cents: 1000 }]);
    const posting = payment(5, invoiceId, 400);
    const first = await post(posting);
    expect(await post(posting)).toBe(first);
    await expect(post(payment(5, invoiceId, 401))).rejects.toMatchObject({ code: 'LEDGER_SOURCE_ALREADY_POSTED' });
    const together = await Promise.all([1, 2, 3, 4].map(() => post(payment(6, invoiceId, 100))));
    expect(new Set(together).size).toBe(1);
    expect((await service.app.get(OpenBalances).ofInvoices(collectiviteId, [invoiceId])).get(invoiceId)).toEqual([
      { prestationId: cantine.prestationId, cents: 500 },
    ]);
  });

  it('posts nothing for an invoice of nothing, and nothing that does not balance', async () => {
    const free = { ...payment(7, 1, 100), entry: invoiceEntry({ invoiceId: 1, familyId, lines: [] }) };
    expect(await post(free)).toBeNull();
    const lame = { ...payment(8, 1, 100), entry: { lines: [{ account: 'MEANS:CASH', cents: 100 }] } };
    await expect(post(lame)).rejects.toThrow('does not balance');
  });

  it('opens an account once, however many ask for it', async () => {
    const accounts = service.app.get(ChartOfAccounts);
    const open = () => service.database.unit(() => accounts.idsOf(collectiviteId, ['MEANS:TRANSFER', 'MEANS:CARD']));
    const ids = await Promise.all([1, 2, 3, 4, 5].map(open));
    expect(new Set(ids.map((map) => map.get('MEANS:CARD'))).size).toBe(1);
  });

  it('holds a credit until it pays something, and a debt at one place at a time', async () => {
    const [invoiceId, later] = [await issue([{ ...cantine, cents: 500 }]), await issue([{ ...cantine, cents: 700 }])];
    const about = { collectiviteId, date: day('2026-09-10'), label: 'Essai' };
    const lines = [{ ...cantine, cents: 200 }];
    const open = new Map([[cantine.prestationId, 0]]);
    const note = creditNoteEntry({ invoiceId, familyId, lines, debt: 'FAMILY', open });
    await post(payment(20, invoiceId, 500));
    await post({ ...about, source: { kind: 'credit-note', id: 1 }, entry: note });
    const credits = service.app.get(CreditBalances);
    expect(await credits.ofFamilies(collectiviteId, [familyId])).toEqual(new Map([[familyId, 200]]));
    expect(await credits.at(collectiviteId, day('2026-09-10'))).toEqual([{ familyId, cents: 200 }]);
    const promises = service.app.get(CreditPromises);
    const account = await service.fixtures.account([]);
    const basket = await service.fixtures.row('basket_validations', {
      ...{ collectivite_id: collectiviteId, family_id: familyId, account_id: account.id },
      ...{ validated_at: 0, accepted: 0, refused: 0, recap: '{}' },
    });
    await service.database.unit(() => promises.keep(collectiviteId, familyId, basket, 500));
    await service.database.unit(() => promises.keep(collectiviteId, familyId, basket, 150));
    expect(await credits.ofFamilies(collectiviteId, [familyId])).toEqual(new Map([[familyId, 50]]));
    expect(await credits.heldFor(collectiviteId, [familyId])).toEqual(new Map([[familyId, 200]]));
    expect(await service.database.unit(() => promises.end(collectiviteId, basket))).toBe(150);
    expect(await service.database.unit(() => promises.end(collectiviteId, basket))).toBe(0);
    const part = { invoiceId: later, prestationId: cantine.prestationId };
    await post({
      ...about,
      source: { kind: 'credit-use', id: 1 },
      entry: creditUseEntry(familyId, [{ ...part, cents: 200 }]),
    });
    await post({ ...about, source: { kind: 'claim', id: 1 }, entry: claimEntry(familyId, [{ ...part, cents: 500 }]) });
    expect(await credits.at(collectiviteId, day('2026-09-10'))).toEqual([]);
    const balances = service.app.get(OpenBalances);
    expect((await balances.ofInvoices(collectiviteId, [later])).get(later)).toEqual([]);
    expect((await balances.ofInvoices(collectiviteId, [later], 'CLAIM')).get(later)).toEqual([
      { prestationId: cantine.prestationId, cents: 500 },
    ]);
    expect(await balances.ofFamily(collectiviteId, familyId, 'CLAIM')).toMatchObject([{ invoiceId: later }]);
  });

  it.each(['ledger_entries', 'ledger_lines', 'ledger_seals'])(
    'lets nobody change or delete what %s holds',
    async (table) => {
      const change = (sql: string) => service.database.unit(() => service.database.change(sql));
      await expect(change(`UPDATE ${table} SET id = id + 1000`)).rejects.toThrow('append-only');
      await expect(change(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    },
  );

  it('seals each entry after the one before, and sees what is changed later', async () => {
    const check = service.app.get(CheckChain);
    expect(await check.run()).toEqual([]);
    await Promise.all([30, 31, 32].map((id) => issue([{ ...cantine, cents: id }])));
    expect(await check.run()).toEqual([]);
    // Whoever edits the file of the database takes the guard away first.
    await service.database.unit(async () => {
      await service.database.change('DROP TRIGGER ledger_seals_no_update');
      await service.database.change("UPDATE ledger_seals SET digest = 'forged' WHERE chain_rank = 2");
    });
    const [second] = await service.database.read(() =>
      service.database.rows<{ entry_id: number }>('SELECT entry_id FROM ledger_seals WHERE chain_rank = 2'),
    );
    expect(await check.run()).toEqual([{ collectiviteId, entryId: second!.entry_id, kind: 'NOT_AS_SEALED' }]);
  });
});
