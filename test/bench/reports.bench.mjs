/**
 * The régie's reports over a year of a city: 12 000 invoices a month, nine in ten paid at once, one in a hundred not held.
 * Journal (CSV, XLSX), quittancier, restes à recouvrer and état récapitulatif, made by the service's own actions from an
 * embedded file. BENCH_INVOICES gives another number a month.
 *
 * The floor, in the same run: the database alone adds up the same lines, or hands over the same rows, which are written as
 * they come. What memory is still held is looked at as the file goes by: it must not grow with it.
 */
import 'reflect-metadata';
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createApplication } from '../../dist/application.js';
import { Temporal } from '../../dist/kernel/civil-time.js';
import { SetClock } from '../../dist/platform/clock/clock.js';
import { PAYFIP } from '../../dist/platform/config/configuration.js';
import { Database } from '../../dist/platform/database/database.js';
import { gridCsv, gridXlsx } from '../../dist/platform/tables/index.js';
import { ComposeCollectionReport } from '../../dist/treasury/actions/compose-collection-report.js';
import { ReadJournal } from '../../dist/treasury/actions/read-journal.js';
import { ReadRegister } from '../../dist/treasury/actions/read-register.js';
import { ReportArrears } from '../../dist/treasury/actions/report-arrears.js';
import { arrearsGrid } from '../../dist/treasury/rules/arrears-grid.js';
import { collectionGrid } from '../../dist/treasury/rules/collection-grid.js';

const INVOICES = Number(process.env.BENCH_INVOICES ?? 12_000);
const MONTHS = 12;
const YEAR = 2026;
const MEANS = ['CHEQUE', 'CASH', 'CARD', 'TRANSFER'];
/** Bytes between two looks at the memory. */
const EVERY = 2_000_000;
/** Megabytes that may be held at most beyond what is held at the first look. */
const MOST_GROWTH = 40;
const [FROM, TO] = [Temporal.PlainDate.from(`${YEAR}-01-01`), Temporal.PlainDate.from(`${YEAR}-12-31`)];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  const configuration = {
    ...{ environment: 'test', port: 0, publicUrl: 'https://famille.test', smtpUrl: null },
    database: { engine: 'sqlite', file: join(folder, 'city.db'), durable: false },
    ...{
      mailDirectory: join(folder, 'mail'),
      mailFrom: 'no-reply@famille.test',
      filesDirectory: join(folder, 'files'),
    },
    ...{
      jwtSecret: createSecretKey(randomBytes(32)),
      dataKeys: [],
      trustedProxies: [],
      pesSchemaDirectory: null,
      ...PAYFIP,
    },
  };
  const clock = new SetClock(Temporal.Instant.from(`${YEAR}-12-31T10:00:00+01:00`));
  const app = await createApplication({ configuration, clock, selfDriven: false, documents: false, quiet: true });
  try {
    const database = app.get(Database);
    const id = await raise(database, clock);
    const filter = { from: FROM, to: TO };
    const names = (report) => arrearsGrid(report.report, report.names);
    const reports = [
      ['journal, CSV', async () => gridCsv(await app.get(ReadJournal).grid(id, filter)), () => movements(database, id)],
      [
        'journal, XLSX',
        async () => gridXlsx(await app.get(ReadJournal).grid(id, filter)),
        () => movements(database, id),
      ],
      [
        'quittancier, CSV',
        async () => gridCsv(await app.get(ReadRegister).grid(id, filter)),
        () => receipts(database, id),
      ],
      [
        'restes à recouvrer, CSV',
        async () => gridCsv(names(await app.get(ReportArrears).run(id))),
        () => debts(database, id),
      ],
      [
        'état récapitulatif, CSV',
        async () => gridCsv(collectionGrid(await app.get(ComposeCollectionReport).run(id, FROM, TO))),
        () => sums(database, id),
      ],
    ];
    const rows = [];
    for (const [report, ours, floor] of reports) {
      const alone = await timed(async () => drained(await floor()));
      const held = [];
      const made = await timed(async () => drained(await ours(), held));
      rows.push({
        report,
        'MB written': Number((made.result / 1e6).toFixed(1)),
        seconds: made.seconds,
        'floor seconds': alone.seconds,
        ratio: Number((alone.seconds / made.seconds).toFixed(2)),
        'MB held at first': held[0],
        'MB held at most': Math.max(...held),
      });
    }
    console.table(rows);
    const grown = rows.filter((row) => row['MB held at most'] - row['MB held at first'] > MOST_GROWTH);
    if (grown.length > 0)
      throw new Error(`memory grows with the report: ${grown.map(({ report }) => report).join(', ')}`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bytes of what is written, and what is still referred to as they go by. */
async function drained(content, held = []) {
  let [bytes, next] = [0, 0];
  for await (const piece of Readable.from(content)) {
    bytes += Buffer.byteLength(piece);
    if (bytes < next) continue;
    next = bytes + EVERY;
    collect();
    held.push(Math.round(process.memoryUsage().heapUsed / 1e6));
  }
  return bytes;
}

/** The rows of the journal, page by page, written as they are. */
async function* movements(database, id) {
  let last = 0;
  for (;;) {
    const rows = await database.read(() =>
      database.rows(
        `SELECT l.id, e.date, p.receipt_number, p.payer_name, p.means, p.reference, l.prestation_id, l.amount_cents
         FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id JOIN payments p ON p.id = e.source_id
         WHERE l.collectivite_id = ? AND l.id > ? AND e.source_kind = 'payment' AND l.invoice_id IS NOT NULL
         ORDER BY l.id LIMIT 500`,
        [id, last],
      ),
    );
    if (rows.length === 0) return;
    last = rows.at(-1).id;
    yield rows.map((row) => Object.values(row).join(';')).join('\n');
  }
}

async function* receipts(database, id) {
  let last = 0;
  for (;;) {
    const rows = await database.read(() =>
      database.rows(
        `SELECT p.id, p.receipt_number, p.accounted_on, p.payer_name, f.name, p.means, p.reference, p.amount_cents
         FROM payments p JOIN families f ON f.id = p.family_id
         WHERE p.collectivite_id = ? AND p.id > ? ORDER BY p.id LIMIT 500`,
        [id, last],
      ),
    );
    if (rows.length === 0) return;
    last = rows.at(-1).id;
    yield rows.map((row) => Object.values(row).join(';')).join('\n');
  }
}

/** What remains due by invoice: one sum over the families' accounts. */
async function debts(database, id) {
  const rows = await database.read(() =>
    database.rows(
      `SELECT l.invoice_id, SUM(l.amount_cents) AS cents FROM ledger_lines l
       JOIN ledger_accounts a ON a.id = l.account_id AND a.kind = 'FAMILY' WHERE l.collectivite_id = ?
       GROUP BY l.invoice_id HAVING SUM(l.amount_cents) <> 0`,
      [id],
    ),
  );
  return rows.map((row) => `${Object.values(row).join(';')}\n`);
}

/** The lines of the year added up once, by account and kind of source. */
async function sums(database, id) {
  const rows = await database.read(() =>
    database.rows(
      `SELECT a.kind, e.source_kind, l.prestation_id, SUM(l.amount_cents) AS cents, COUNT(DISTINCT e.id) AS entries
       FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id
       WHERE e.collectivite_id = ? GROUP BY a.kind, e.source_kind, l.prestation_id`,
      [id],
    ),
  );
  return rows.map((row) => `${Object.values(row).join(';')}\n`);
}

async function raise(database, clock) {
  const at = clock.now().epochMilliseconds;
  const insert = async (table, rows) => {
    const names = Object.keys(rows[0]);
    const each = Math.max(1, Math.floor(20_000 / names.length));
    for (let first = 0; first < rows.length; first += each) {
      const some = rows.slice(first, first + each);
      const marks = `(${names.map(() => '?').join(', ')})`;
      const values = some.flatMap((row) => names.map((name) => row[name]));
      await database.change(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES ${some.map(() => marks).join(', ')}`,
        values,
      );
    }
  };
  const collectivite_id = 1;
  const place = { postal_code: '34000', city: 'Grande-Ville' };
  await database.unit(async () => {
    await insert('collectivites', [
      {
        ...{ id: 1, name: 'Grande-Ville', address_line1: '1 place de la Mairie', ...place, phone: '04 67 00 00 00' },
        ...{
          email: 'mairie@grande-ville.example',
          time_zone: 'Europe/Paris',
          school_zone: 'A',
          holidays_of: 'metropole',
        },
        ...{ school_weekdays: 'MO,TU,TH,FR', payment_days: 30, issue_threshold_cents: 0, offer_hours: 24 },
        ...{ hold_minutes: 20, created_at: at },
      },
    ]);
    await insert('sites', [
      { id: 1, collectivite_id, name: 'École Jean-Moulin', name_key: 'jean-moulin', kind: 'SCHOOL', archived: 0 },
    ]);
    await insert('prestations', [
      prestation({ id: 1, name: 'Cantine', name_key: 'cantine', budget_function: '281' }),
      prestation({ id: 2, name: 'Garderie', name_key: 'garderie', budget_function: '288' }),
    ]);
    const families = Array.from({ length: INVOICES }, (_, index) => index + 1);
    await insert(
      'families',
      families.map((id) => ({
        ...{ id, collectivite_id, name: `Lœwenstein-${id}`, name_key: `loewenstein-${id}` },
        ...{ address_line1: `${id} rue X`, ...place, created_at: at },
      })),
    );
    const account = (id, kind, code) => ({ id, collectivite_id, kind, code, label: code });
    await insert('ledger_accounts', [
      account(1, 'PRODUCT', 'PRODUCT:7067/281/1'),
      account(2, 'PRODUCT', 'PRODUCT:7067/288/2'),
      ...MEANS.map((means, index) => account(3 + index, 'MEANS', `MEANS:${means}`)),
      ...families.map((id) => account(10 + id, 'FAMILY', `FAMILY:${id}`)),
    ]);
    await insert(
      'billing_runs',
      Array.from({ length: MONTHS }, (_, index) => ({
        ...{ id: index + 1, collectivite_id, from_date: dayOf(index + 1, 1), to_date: dayOf(index + 1, 28) },
        ...{ kind: 'ORDINARY', state: 'ISSUED', created_at: at, computation: 0, issues_everything: 0 },
      })),
    );
  });
  const written = { invoice: 0, payment: 0, reversal: 0, entry: 0 };
  for (let month = 1; month <= MONTHS; month += 1) {
    const rows = monthOf(month, written, at);
    await database.unit(async () => {
      for (const [table, some] of Object.entries(rows)) if (some.length > 0) await insert(table, some);
    });
  }
  return collectivite_id;

  function prestation(row) {
    return {
      ...{ collectivite_id, site_id: 1, kind: 'CANTEEN', weekdays: 'MO,TU,TH,FR', runs_on: 'SCHOOL_DAYS', places: 100 },
      ...{
        payment_mode: 'C',
        orders_meals: 1,
        budget_nature: '7067',
        cesu_accepted: 0,
        open_to_all_sites: 0,
        archived: 0,
      },
      ...{ created_at: at, ...row },
    };
  }
}

/** What a month of the city writes: invoices on its second day, then payments, then those that do not hold. */
function monthOf(month, written, at) {
  const collectivite_id = 1;
  const rows = {
    invoices: [],
    payments: [],
    payment_reversals: [],
    ledger_entries: [],
    ledger_lines: [],
    ledger_seals: [],
  };
  const day = (number) => dayOf(month, number);
  const post = (source_kind, source_id, date, label, lines, opens = null) => {
    const id = (written.entry += 1);
    const opened = opens ?? { opens_invoice_id: null, invoice_number: null, due_on: null };
    rows.ledger_entries.push({ id, collectivite_id, source_kind, source_id, date, label, posted_at: at, ...opened });
    rows.ledger_seals.push({ collectivite_id, entry_id: id, chain_rank: id, digest: String(id).padStart(43, '0') });
    for (const line of lines) rows.ledger_lines.push({ collectivite_id, entry_id: id, ...line });
  };
  for (let rank = 1; rank <= INVOICES; rank += 1) {
    const id = (written.invoice += 1);
    const family_id = rank;
    const [canteen, garderie] = [3040 + (id % 700), 1520];
    const total_cents = canteen + garderie;
    const [issued, number] = [day(2), `${YEAR}-${String(id).padStart(6, '0')}`];
    rows.invoices.push({
      ...{
        id,
        collectivite_id,
        billing_run_id: month,
        family_id,
        state: 'ISSUED',
        series: 'F',
        year: YEAR,
        number: id,
      },
      ...{ issued_on: issued, due_on: day(28), period_from: issued, period_to: day(28), total_cents, snapshot: '{}' },
    });
    const about = (prestation_id) => ({ family_id, invoice_id: id, prestation_id });
    const family = 10 + family_id;
    const parts = [
      [1, canteen],
      [2, garderie],
    ];
    const debt = parts.flatMap(([prestation, cents]) => [
      { account_id: family, amount_cents: cents, ...about(prestation) },
      { account_id: prestation, amount_cents: -cents, ...about(prestation) },
    ]);
    const opens = { opens_invoice_id: id, invoice_number: number, due_on: day(28) };
    post('invoice', id, issued, `Facture ${number}`, debt, opens);
    if (id % 10 === 0) continue;
    const payment = (written.payment += 1);
    const means = payment % MEANS.length;
    const on = day(3 + (payment % 24));
    rows.payments.push({
      ...{ id: payment, collectivite_id, family_id, means: MEANS[means], amount_cents: total_cents, credited_cents: 0 },
      ...{ received_on: on, accounted_on: on, payer_name: `Zoë Lœwenstein-${family_id}`, reference: `CIC ${payment}` },
      ...{ receipt_year: YEAR, receipt_number: payment, receipt: '{}', recorded_at: at },
    });
    const settles = (sign) =>
      parts.flatMap(([prestation, cents]) => [
        { account_id: 3 + means, amount_cents: sign * cents, ...about(prestation), invoice_id: null },
        { account_id: family, amount_cents: -sign * cents, ...about(prestation) },
      ]);
    post('payment', payment, on, `Quittance Q-${payment}`, settles(1));
    if (payment % 100 !== 0) continue;
    const reversal = (written.reversal += 1);
    rows.payment_reversals.push({
      ...{
        id: reversal,
        collectivite_id,
        payment_id: payment,
        family_id,
        reason: 'UNPAID_CHEQUE',
        accounted_on: day(28),
      },
      ...{ year: YEAR, number: reversal, paper: reversalPaper(reversal, MEANS[means], total_cents), reversed_at: at },
    });
    post('payment-reversal', reversal, day(28), `Annulation AQ-${reversal}`, settles(-1));
  }
  return rows;
}

function dayOf(month, day) {
  return `${YEAR}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function reversalPaper(number, means, cents) {
  return JSON.stringify({ number: `AQ-${YEAR}-${number}`, receiptNumber: '', reason: 'UNPAID_CHEQUE', means, cents });
}

async function timed(work) {
  const started = performance.now();
  const result = await work();
  return { result, seconds: Number(((performance.now() - started) / 1000).toFixed(1)) };
}
