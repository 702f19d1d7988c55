/**
 * A year of titres of a city, 150 000 in two rôles, written as PES files by the service's own action: from rows, through
 * the business checks and (where `../shared/pes` is there) the official schemas, into stored files. In an embedded file.
 * BENCH_TITRES gives another number.
 *
 * The floor, in the same run: the same rows are read and stored as they are, without becoming titres. What memory is
 * still held is looked at every five thousand titres: it must not grow with the file.
 */
import 'reflect-metadata';
import { createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createApplication } from '../../dist/application.js';
import { FindBatches, WriteBatch } from '../../dist/claims/index.js';
import { Temporal } from '../../dist/kernel/civil-time.js';
import { SetClock } from '../../dist/platform/clock/clock.js';
import { PAYFIP } from '../../dist/platform/config/configuration.js';
import { Database } from '../../dist/platform/database/database.js';
import { FileStore } from '../../dist/platform/files/file-store.js';

const TITRES = Number(process.env.BENCH_TITRES ?? 150_000);
const ROLES = 2;
const EVERY = 5000;
/** Megabytes that may be held at the end beyond what is held after the first five thousand. */
const MOST_GROWTH = 40;
const SCHEMAS = join(process.cwd(), '../shared/pes/schemas_pes_v5.17');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'treasury-'));
  const configuration = {
    ...{ environment: 'test', port: 0, publicUrl: 'https://famille.test', smtpUrl: null },
    database: { engine: 'sqlite', file: join(folder, 'city.db'), durable: false },
    ...{
      mailDirectory: join(folder, 'mail'),
      mailFrom: 'no-reply@famille.test',
      filesDirectory: join(folder, 'files'),
    },
    ...{ jwtSecret: createSecretKey(randomBytes(32)), dataKeys: [], trustedProxies: [], ...PAYFIP },
    pesSchemaDirectory: existsSync(SCHEMAS) ? SCHEMAS : null,
  };
  const clock = new SetClock(Temporal.Instant.from('2026-11-26T10:00:00+01:00'));
  const app = await createApplication({ configuration, clock, selfDriven: false, documents: false, quiet: true });
  try {
    const database = app.get(Database);
    const { collectiviteId, batchIds } = await raise(database, clock);
    const floor = await timed(() => asTheyAre(app, collectiviteId, batchIds));
    const held = [];
    watchMemory(app.get(FindBatches), held);
    const ours = await timed(async () => {
      for (const id of batchIds) await app.get(WriteBatch).run(collectiviteId, id);
    });
    const files = await database.read(() =>
      database.rows(
        'SELECT b.state, b.faults, f.size FROM claim_batches b LEFT JOIN stored_files f ON f.id = b.file_id',
      ),
    );
    if (files.some(({ state }) => state !== 'READY')) throw new Error(JSON.stringify(files).slice(0, 2000));
    const growth = Math.max(...held) - held[0];
    console.table([
      {
        titres: TITRES,
        schemas: configuration.pesSchemaDirectory !== null,
        'MB written': Math.round(files.reduce((sum, { size }) => sum + Number(size), 0) / 1e6),
        seconds: ours,
        'titres /s': Math.round(TITRES / ours),
        'floor seconds': floor,
        ratio: Number((floor / ours).toFixed(2)),
        'MB held at first': held[0],
        'MB held at most': Math.max(...held),
      },
    ]);
    if (growth > MOST_GROWTH) throw new Error(`memory grows with the file: ${growth} MB`);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is still referred to, every five thousand pieces that the action reads. */
function watchMemory(findBatches, held) {
  const everyPiece = findBatches.everyPiece.bind(findBatches);
  let read = 0;
  findBatches.everyPiece = async function* (batchId) {
    for await (const piece of everyPiece(batchId)) {
      read += 1;
      if (read % EVERY === 0) {
        collect();
        held.push(Math.round(process.memoryUsage().heapUsed / 1e6));
      }
      yield piece;
    }
  };
}

async function asTheyAre(app, collectiviteId, batchIds) {
  const findBatches = app.get(FindBatches);
  for (const id of batchIds) {
    const lines = (async function* () {
      for await (const piece of findBatches.everyPiece(id)) yield Buffer.from(`${JSON.stringify(piece.content)}\n`);
    })();
    await app.get(FileStore).putStream({ collectiviteId, name: 'floor.json', mediaType: 'application/json' }, lines);
  }
}

async function raise(database, clock) {
  const at = clock.now().epochMilliseconds;
  const insert = async (table, columns, rows) => {
    const names = Object.keys(columns);
    const marks = `(${names.map(() => '?').join(', ')})`;
    const values = rows.flatMap((row) => Object.values({ ...columns, ...row }));
    await database.change(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES ${rows.map(() => marks).join(', ')}`,
      values,
    );
    const [{ id }] = await database.rows(`SELECT MAX(id) AS id FROM ${table}`);
    return Number(id);
  };
  const one = (table, columns) => insert(table, columns, [{}]);
  return database.unit(async () => {
    const collectivite_id = await one('collectivites', {
      ...{ name: 'Grande-Ville', address_line1: '1 place de la Mairie', postal_code: '34000', city: 'Grande-Ville' },
      ...{ phone: '04 67 00 00 00', email: 'mairie@grande-ville.example', time_zone: 'Europe/Paris', school_zone: 'A' },
      ...{
        holidays_of: 'metropole',
        school_weekdays: 'MO,TU,TH,FR',
        payment_days: 30,
        issue_threshold_cents: 0,
        offer_hours: 24,
        hold_minutes: 20,
        created_at: at,
      },
    });
    await one('treasury_settings', {
      ...{ collectivite_id, mode: 'ORMC', codique: '034012', siret: '21120001200014', collectivite_code: '123' },
      ...{ budget_code: '00', budget_label: 'Budget principal', regie_triplet: '01/07/05', notices: 'COMMUNE' },
      ...{ notice_days: 7, debit_days: 30, makes_regie_titre: 0, key_nature: '8', sends_key_digit: 1, debt_period: 1, least_cents: 1500, updated_at: at },
    });
    const place = { postal_code: '34000', city: 'Grande-Ville' };
    const family_id = await one('families', {
      ...{ collectivite_id, name: 'DURAND', name_key: 'durand', address_line1: '1 rue X', ...place, created_at: at },
    });
    const billing_run_id = await one('billing_runs', {
      ...{
        collectivite_id,
        from_date: '2026-10-01',
        to_date: '2026-10-31',
        kind: 'ORDINARY',
        state: 'ISSUED',
        created_at: at,
        computation: 0,
        issues_everything: 0,
      },
    });
    // One invoice stands for all: a piece says by itself all that its file needs.
    const invoice_id = await one('invoices', {
      ...{ collectivite_id, billing_run_id, family_id, state: 'ISSUED', series: 'F', year: 2026, number: 1 },
      ...{ issued_on: '2026-11-02', due_on: '2026-12-02', period_from: '2026-10-01', period_to: '2026-10-31' },
      ...{ total_cents: 4560, snapshot: '{}' },
    });
    const batchIds = [];
    const each = Math.floor(TITRES / ROLES);
    for (let number = 1; number <= ROLES; number += 1) {
      const batch_id = await one('claim_batches', {
        ...{
          collectivite_id,
          kind: 'ORMC',
          state: 'NUMBERED',
          selection: '{}',
          issued_on: '2026-11-26',
          exercise: 2026,
        },
        ...{
          budget_code: '00',
          number,
          first_piece: 1,
          pieces: each,
          total_cents: each * 4560,
          schema_checked: 0,
          created_at: at,
        },
      });
      batchIds.push(batch_id);
      for (let first = 1; first <= each; first += 500) {
        const ranks = Array.from({ length: Math.min(500, each - first + 1) }, (_, index) => first + index);
        await insert(
          'claim_pieces',
          {
            ...{ collectivite_id, batch_id, piece_rank: 0, family_id, invoice_id, amount_cents: 4560, debt_number: '' },
            ...{ content: '', state: 'SENT' },
          },
          ranks.map((rank) => pieceRow(rank, (number - 1) * each + rank)),
        );
      }
    }
    return { collectiviteId: collectivite_id, batchIds };
  });
}

function pieceRow(rank, serial) {
  const line = (prestation, product, cents) => ({
    prestationId: 1,
    prestation,
    product,
    nature: '7067',
    function: '281',
    cents,
  });
  const content = {
    invoiceNumber: `2026-${String(serial).padStart(6, '0')}`,
    period: { from: '2026-10-01', to: '2026-10-31' },
    debtor: {
      ...{ kind: 'PERSON', reference: `FAM${String(serial).padStart(6, '0')}`, civility: 'MME' },
      ...{ name: `Lœwenstein-${serial}`, firstName: 'Zoë' },
      address: { street: '12 ter, boulevard du Maréchal de Lattre', postalCode: '34000', city: 'Grande-Ville' },
    },
    lines: [line('Cantine – école Jean-Moulin', 'CANT', 3040), line('Garderie du soir', 'GARD', 1520)],
    basis: [],
  };
  return { piece_rank: rank, debt_number: String(2026000000 + serial), content: JSON.stringify(content) };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return Number(((performance.now() - started) / 1000).toFixed(1));
}
