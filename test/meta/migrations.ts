import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/migrations/index.js';
import { connect } from '../../src/platform/database/data-source.js';
import { newTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await newTestDatabase('migrations');
    dataSource = await connect(database.target, [], [...MIGRATIONS]);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('bring an empty database up to date, and have nothing left to do', async () => {
    await dataSource.runMigrations();
    expect(await dataSource.showMigrations()).toBe(false);
  });
});

describe('a database of the first release', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await newTestDatabase('first_release');
    const first = await connect(database.target, [], MIGRATIONS.slice(0, 7));
    await first.runMigrations();
    await liveALittle(first);
    // An embedded database in memory lives in its connection: what came later is run on that one.
    first.migrations.push(...MIGRATIONS.slice(7).map((migration) => new migration()));
    dataSource = first;
    await dataSource.runMigrations();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('keeps its policies, said in full', async () => {
    const [row] = await dataSource.query<{ policy: string }[]>('SELECT policy FROM booking_policies');
    expect(JSON.parse(row!.policy)).toEqual({ add: { deadline: ADD }, cancel: { deadline: CANCEL } });
  });

  it('keeps its sessions, whose order leaves when the later window closes', async () => {
    const rows = await dataSource.query<Record<string, unknown>[]>(
      'SELECT date, taken, add_ends_at, cancel_ends_at, orders_at FROM sessions ORDER BY id',
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { date: '2026-11-26', taken: 3, add_ends_at: 1000, cancel_ends_at: 2000, orders_at: 2000 },
      { date: '2026-11-27', taken: 0, add_ends_at: 4000, cancel_ends_at: 3000, orders_at: 4000 },
    ]);
  });

  it('has its ledger sealed, in the order of posting', async () => {
    const seals = await dataSource.query<Record<string, unknown>[]>(
      'SELECT entry_id, chain_rank, LENGTH(digest) AS length FROM ledger_seals ORDER BY id',
    );
    expect(seals.map((row) => Object.values(row).map(Number))).toEqual([
      [1, 1, 43],
      [2, 2, 43],
    ]);
    const next = await dataSource.query("SELECT last_number FROM number_series WHERE series = 'LEDGER'");
    expect(next).toMatchObject([{ last_number: 2 }]);
    await expect(dataSource.query('DELETE FROM ledger_seals')).rejects.toThrow('append-only');
  });

  it('refuses afterwards what it refuses everywhere', async () => {
    await expect(dataSource.query('UPDATE sessions SET taken = places + 1')).rejects.toThrow();
    await expect(dataSource.query('UPDATE sessions SET add_ends_at = add_closes_at - 1')).rejects.toThrow();
    await expect(dataSource.query('UPDATE sessions SET orders_at = NULL')).rejects.toThrow();
    await expect(dataSource.query('UPDATE sessions SET policy_exception_id = 99')).rejects.toThrow();
    await expect(dataSource.query('DELETE FROM booking_policies')).rejects.toThrow();
  });
});

const ADD = { type: 'DAYS_BEFORE', n: 2, unit: 'OUVRE', at: '09:00' };
const CANCEL = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '24:00' };

async function liveALittle(dataSource: DataSource): Promise<void> {
  const insert = (table: string, row: Record<string, string | number>) =>
    dataSource.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      Object.values(row),
    );
  await insert('collectivites', {
    id: 1,
    name: 'Mairie',
    address_line1: '1 place',
    postal_code: '34120',
    city: 'Test',
    phone: '04',
    email: 'mairie@test.example',
    time_zone: 'Europe/Paris',
    school_zone: 'A',
    holidays_of: 'metropole',
    payment_days: 30,
    created_at: 0,
  });
  await insert('sites', { id: 1, collectivite_id: 1, name: 'École', name_key: 'ecole', kind: 'SCHOOL', archived: 0 });
  await insert('prestations', {
    id: 1,
    collectivite_id: 1,
    site_id: 1,
    name: 'Cantine',
    name_key: 'cantine',
    kind: 'CANTEEN',
    weekdays: 'MO,TU,TH,FR',
    runs_on: 'SCHOOL_DAYS',
    places: 20,
    payment_mode: 'C',
    orders_meals: 1,
    budget_nature: '7067',
    cesu_accepted: 0,
    open_to_all_sites: 0,
    archived: 0,
    created_at: 0,
  });
  await insert('booking_policies', {
    id: 1,
    collectivite_id: 1,
    prestation_id: 1,
    from_date: '2026-09-01',
    add_deadline: JSON.stringify(ADD),
    cancel_deadline: JSON.stringify(CANCEL),
    created_at: 0,
  });
  const session = { collectivite_id: 1, prestation_id: 1, booking_policy_id: 1, places: 20 };
  await insert('sessions', { ...session, date: '2026-11-26', taken: 3, add_closes_at: 1000, cancel_closes_at: 2000 });
  await insert('sessions', { ...session, date: '2026-11-27', taken: 0, add_closes_at: 4000, cancel_closes_at: 3000 });
  const entry = { collectivite_id: 1, source_kind: 'payment', date: '2026-11-02', label: 'Essai', posted_at: 0 };
  await insert('ledger_entries', { ...entry, source_id: 1 });
  await insert('ledger_entries', { ...entry, source_id: 2 });
}
