/**
 * `npm run ledger:check` on a year of a city: 144 000 invoices and a payment of each, 288 000 entries sealed one after the
 * other, in an embedded file. BENCH_INVOICES gives another number.
 *
 * What memory is still held is looked at every five thousand entries that the chain is checked over: it must not grow with
 * the ledger.
 */
import 'reflect-metadata';
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createApplication } from '../../dist/application.js';
import { sealedText } from '../../dist/ledger/rules/chain.js';
import { Temporal } from '../../dist/kernel/civil-time.js';
import { SetClock } from '../../dist/platform/clock/clock.js';
import { PAYFIP } from '../../dist/platform/config/configuration.js';
import { Database } from '../../dist/platform/database/database.js';
import { digestOf } from '../../dist/platform/secrets/digest.js';
import { CheckLedger } from '../../dist/treasury/index.js';

const INVOICES = Number(process.env.BENCH_INVOICES ?? 144_000);
const FAMILIES = 8000;
const CENTS = 4560;
const AT_ONCE = 500;
const EVERY = 10;
/** Megabytes that may be held at the end beyond what is held at first. */
const MOST_GROWTH = 40;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const configuration = {
    ...{ environment: 'test', port: 0, publicUrl: 'https://famille.test', smtpUrl: null, pesSchemaDirectory: null },
    database: { engine: 'sqlite', file: join(folder, 'city.db'), durable: false },
    ...{
      mailDirectory: join(folder, 'mail'),
      mailFrom: 'no-reply@famille.test',
      filesDirectory: join(folder, 'files'),
    },
    ...{ jwtSecret: createSecretKey(randomBytes(32)), dataKeys: [], trustedProxies: [], ...PAYFIP },
  };
  const clock = new SetClock(Temporal.Instant.from('2026-11-26T10:00:00+01:00'));
  const app = await createApplication({ configuration, clock, selfDriven: false, documents: false, quiet: true });
  try {
    const database = app.get(Database);
    const raising = await timed(() => raise(database, clock.now().epochMilliseconds));
    const held = [];
    watchMemory(database, held);
    let verdict;
    const seconds = await timed(async () => {
      verdict = await app.get(CheckLedger).run();
    });
    if (verdict.faults.length > 0) throw new Error(JSON.stringify(verdict.faults.slice(0, 5)));
    const row = { entries: verdict.entries, seconds, 'entries /s': Math.round(verdict.entries / seconds) };
    console.table([
      { ...row, 'MB held at first': held[0], 'MB held at most': Math.max(...held), 'seconds to raise': raising },
    ]);
    const growth = Math.max(...held) - held[0];
    if (growth > MOST_GROWTH) throw new Error(`memory grows with the ledger: ${growth} MB`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is still referred to, at each tenth reading of sealed entries. */
function watchMemory(database, held) {
  const rows = database.rows.bind(database);
  let read = 0;
  database.rows = async (sql, parameters) => {
    const found = await rows(sql, parameters);
    if (sql.includes('s.chain_rank > ?') && read++ % EVERY === 0) {
      collect();
      held.push(Math.round(process.memoryUsage().heapUsed / 1e6));
    }
    return found;
  };
}

/** Invoices issued and paid, entry after entry, as the service writes them. */
async function raise(database, at) {
  const insert = async (table, rows) => {
    const names = Object.keys(rows[0]);
    const marks = `(${names.map(() => '?').join(', ')})`;
    for (let first = 0; first < rows.length; first += AT_ONCE) {
      const some = rows.slice(first, first + AT_ONCE);
      await database.change(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES ${some.map(() => marks).join(', ')}`,
        some.flatMap((row) => Object.values(row)),
      );
    }
  };
  await database.unit(async () => {
    const collectivite_id = 1;
    const address = { address_line1: '1 place de la Mairie', postal_code: '34000', city: 'Grande-Ville' };
    await insert('collectivites', [
      {
        ...{ id: collectivite_id, name: 'Grande-Ville', ...address, phone: '04 67 00 00 00', created_at: at },
        ...{ email: 'mairie@grande-ville.example', time_zone: 'Europe/Paris', school_zone: 'A' },
        ...{ holidays_of: 'metropole', school_weekdays: 'MO,TU,TH,FR', payment_days: 30 },
        ...{ issue_threshold_cents: 0, offer_hours: 24, hold_minutes: 20 },
      },
    ]);
    await insert('families', [
      ...many(FAMILIES, (id) => ({
        ...{ id, collectivite_id, name: `FAMILLE ${id}`, name_key: `famille ${id}`, ...address, created_at: at },
      })),
    ]);
    await insert(
      'billing_runs',
      many(Math.ceil(INVOICES / FAMILIES), (id) => ({
        ...{ id, collectivite_id, from_date: '2026-01-01', to_date: '2026-01-31', kind: 'ORDINARY' },
        ...{ state: 'ISSUED', created_at: at, computation: 0, issues_everything: 0 },
      })),
    );
    await insert('ledger_accounts', [
      { id: 1, collectivite_id, kind: 'PRODUCT', code: 'PRODUCT:7067/281/1', label: 'Cantine' },
      { id: 2, collectivite_id, kind: 'MEANS', code: 'MEANS:CHEQUE', label: 'Chèques' },
      ...many(FAMILIES, (id) => ({
        id: id + 2,
        collectivite_id,
        kind: 'FAMILY',
        code: `FAMILY:${id}`,
        label: 'Famille',
      })),
    ]);
    await insert('sites', [{ id: 1, collectivite_id, name: 'École', name_key: 'ecole', kind: 'SCHOOL', archived: 0 }]);
    await insert('prestations', [
      {
        ...{ id: 1, collectivite_id, site_id: 1, name: 'Cantine', name_key: 'cantine', kind: 'CANTEEN' },
        ...{ weekdays: 'MO,TU,TH,FR', runs_on: 'SCHOOL_DAYS', places: 100, payment_mode: 'C', orders_meals: 1 },
        ...{ budget_nature: '7067', budget_function: '281', cesu_accepted: 0, open_to_all_sites: 0, archived: 0 },
        created_at: at,
      },
    ]);
    let [digest, rank] = ['', 0];
    for (let first = 1; first <= INVOICES; first += AT_ONCE) {
      const ids = many(Math.min(AT_ONCE, INVOICES - first + 1), (index) => first + index - 1);
      const of = (id) => 1 + (id % FAMILIES);
      const run = (id) => 1 + Math.floor((id - 1) / FAMILIES);
      const day = (id) => `2026-${String(1 + Math.floor(((id - 1) * 11) / INVOICES)).padStart(2, '0')}-15`;
      await insert(
        'invoices',
        ids.map((id) => ({
          ...{
            id,
            collectivite_id,
            billing_run_id: run(id),
            family_id: of(id),
            state: 'ISSUED',
            series: 'F',
            year: 2026,
          },
          ...{ number: id, issued_on: day(id), due_on: '2026-12-15', period_from: '2026-01-01' },
          ...{ period_to: '2026-01-31', total_cents: CENTS, snapshot: '{}' },
        })),
      );
      await insert(
        'payments',
        ids.map((id) => ({
          ...{ id, collectivite_id, family_id: of(id), means: 'CHEQUE', amount_cents: CENTS, credited_cents: 0 },
          ...{ received_on: day(id), accounted_on: day(id), payer_name: 'Camille Durand', receipt_year: 2026 },
          ...{ receipt_number: id, receipt: JSON.stringify({ cents: CENTS }), recorded_at: at },
        })),
      );
      const parts = ids.map((id) => ({ collectivite_id, payment_id: id, invoice_id: id, amount_cents: CENTS }));
      await insert('payment_allocations', parts);
      const postings = ids.flatMap((id) => {
        const debt = { familyId: of(id), invoiceId: id, prestationId: 1 };
        const [family, product] = [`FAMILY:${of(id)}`, 'PRODUCT:7067/281/1'];
        const number = `F-2026-${String(id).padStart(6, '0')}`;
        const openItem = { invoiceId: id, number, dueOn: Temporal.PlainDate.from('2026-12-15') };
        const common = { collectiviteId: collectivite_id, date: Temporal.PlainDate.from(day(id)), postedAt: at };
        return [
          {
            ...{ ...common, source: { kind: 'invoice', id }, label: `Facture ${number}`, openItem },
            entry: { lines: [line(family, of(id) + 2, CENTS, debt), line(product, 1, -CENTS, debt)] },
          },
          {
            ...{ ...common, source: { kind: 'payment', id }, label: `Quittance ${id}` },
            entry: { lines: [line('MEANS:CHEQUE', 2, CENTS, {}), line(family, of(id) + 2, -CENTS, debt)] },
          },
        ];
      });
      const from = rank;
      await insert(
        'ledger_entries',
        postings.map((posting, index) => entryRow(posting, from + index + 1)),
      );
      await insert(
        'ledger_lines',
        postings.flatMap(({ entry }, index) =>
          entry.lines.map((one) => lineRow(one, from + index + 1, collectivite_id)),
        ),
      );
      const seals = postings.map((posting) => {
        rank += 1;
        digest = digestOf(sealedText(rank, digest, posting));
        return { collectivite_id, entry_id: rank, chain_rank: rank, digest };
      });
      await insert('ledger_seals', seals);
    }
    const series = (name, year, last_number) => ({ collectivite_id, series: name, year, last_number });
    await insert('number_series', [
      series('F', 2026, INVOICES),
      series('Q', 2026, INVOICES),
      series('LEDGER', 2000, rank),
    ]);
  });
}

const line = (account, accountId, cents, { familyId, invoiceId, prestationId }) => ({
  ...{ account, accountId, cents, familyId, invoiceId, prestationId },
});

const entryRow = ({ collectiviteId, source, date, label, postedAt, openItem }, id) => ({
  ...{ id, collectivite_id: collectiviteId, source_kind: source.kind, source_id: source.id, date: date.toString() },
  ...{ label, posted_at: postedAt, opens_invoice_id: openItem?.invoiceId ?? null },
  ...{ invoice_number: openItem?.number ?? null, due_on: openItem?.dueOn.toString() ?? null },
});

const lineRow = ({ accountId, cents, familyId, invoiceId, prestationId }, entry_id, collectivite_id) => ({
  ...{ collectivite_id, entry_id, account_id: accountId, amount_cents: cents, family_id: familyId ?? null },
  ...{ invoice_id: invoiceId ?? null, prestation_id: prestationId ?? null },
});

const many = (count, of) => Array.from({ length: count }, (_, index) => of(index + 1));

async function timed(work) {
  const started = performance.now();
  await work();
  return Number(((performance.now() - started) / 1000).toFixed(1));
}
