/**
 * A draft règlement for every canteen and garderie of a city, replayed on a whole school year. On the server that
 * TEST_DATABASE_URL names, 10 000 children; else in an embedded file, 1 000. BENCH_CHILDREN gives another number,
 * BENCH_SCHEMA a schema of that server to raise the city in once and find it again.
 *
 * The floor, in the same run: the database alone counts the same rows by child, which nothing can be faster than.
 */
import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createConnection } from 'mysql2/promise';
import { createApplication } from '../../dist/application.js';
import { Temporal } from '../../dist/kernel/civil-time.js';
import { SetClock } from '../../dist/platform/clock/clock.js';
import { Database } from '../../dist/platform/database/database.js';
import { SimulateReglement } from '../../dist/simulations/index.js';
import { PERIOD } from './simulation/city.mjs';

const row = (label, quotientMin, quotientMax, unitCents) => ({ label, quotientMin, quotientMax, unitCents });
const CANTEEN = {
  type: 'BRACKETS',
  rows: [row('W', 0, 500, 120), row('X', 500, 900, 270), row('Y', 900, 1400, 390), row('Z', 1400, null, 540)],
  prices: { unplanned: { abs: 300 }, unjustifiedAbsence: { pct: '20' } },
  reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 2, pct: '15' }] }],
};
const EVENING = {
  type: 'TIME_SLICES',
  sliceMinutes: 30,
  from: '16:30',
  tariff: { type: 'BRACKETS', rows: [row('A', 0, 900, 60), row('B', 900, null, 95)] },
  latePickup: { after: '18:30', sliceMinutes: 15, cents: 500 },
};
const before = (n, at) => ({ type: 'DAYS_BEFORE', n, unit: 'CALENDAR', at });
const POLICY = {
  add: {
    deadline: { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '12:00' },
    afterDeadline: [{ type: 'SURCHARGE', pct: 50, until: before(2, '09:00') }],
  },
  cancel: { deadline: before(3, '12:00') },
};
const FLOOR = [
  'SELECT child_id, COUNT(*), SUM(unit_cents) FROM reservations GROUP BY child_id',
  'SELECT child_id, COUNT(*), MIN(state) FROM attendances GROUP BY child_id',
  'SELECT child_id, COUNT(*), SUM(amount_cents) FROM charges GROUP BY child_id',
];

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'simulation-'));
  const { target, raised, drop } = await newDatabase(process.env.TEST_DATABASE_URL, folder);
  const children = Number(process.env.BENCH_CHILDREN ?? (target.engine === 'mysql' ? 10_000 : 1000));
  if (!raised) {
    const script = fileURLToPath(new URL('simulation/raise.mjs', import.meta.url));
    const args = ['--max-old-space-size=6000', script, JSON.stringify(target), String(children)];
    if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) throw new Error('no city was raised');
  }
  const app = await start(target, folder);
  try {
    console.table([await measured(app)]);
  } finally {
    await app.close();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(app) {
  const database = app.get(Database);
  const ask = (sql) => database.read(() => database.rows(sql));
  const prestations = (await ask('SELECT id, kind FROM prestations ORDER BY id')).map(({ id, kind }) => ({
    prestationId: Number(id),
    policy: POLICY,
    tariff: kind === 'CANTEEN' ? CANTEEN : EVENING,
  }));
  let rows = 0;
  for (const table of ['reservations', 'attendances', 'charges'])
    rows += Number((await ask(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);
  const floor = await timed(async () => {
    for (const sql of FLOOR) await ask(sql);
  });
  const baseline = process.memoryUsage.rss();
  let peak = baseline;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const [from, to] = [Temporal.PlainDate.from(PERIOD.from), Temporal.PlainDate.from(PERIOD.to)];
  const ours = await timed(() => app.get(SimulateReglement).run(1, { from, to, prestations }));
  clearInterval(watch);
  const kept = await keptDuring(() => app.get(SimulateReglement).run(1, { from, to, prestations }));
  return {
    rows,
    'wall s': rounded(ours.wall),
    'node CPU s': rounded(ours.cpu),
    'rows /s': Math.round(rows / ours.wall),
    'RSS before MB': Math.round(baseline / 1e6),
    'RSS more MB': Math.round((peak - baseline) / 1e6),
    'kept MB': `${kept[0]} … ${kept.at(-1)}, at most ${Math.max(...kept)}`,
    'floor wall s': rounded(floor.wall),
  };
}

/** What is still held after a collection, second by second of another replay: memory is flat when this is. */
async function keptDuring(work) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const kept = [];
  const watch = setInterval(() => {
    collect();
    kept.push(Math.round(process.memoryUsage().heapUsed / 1e6));
  }, 1000);
  await work();
  clearInterval(watch);
  return kept;
}

async function timed(work) {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

function rounded(seconds) {
  return Number(seconds.toFixed(2));
}

function start(database, folder) {
  const configuration = {
    ...{ environment: 'test', database, port: 0, publicUrl: 'https://famille.test', smtpUrl: null },
    ...{ mailDirectory: join(folder, 'mail'), mailFrom: 'no-reply@famille.test', filesDirectory: folder },
    ...{ jwtSecret: createSecretKey(randomBytes(32)), dataKeys: [], trustedProxies: [], pesSchemaDirectory: null },
  };
  const clock = new SetClock(Temporal.Instant.from('2027-08-01T08:00:00Z'));
  return createApplication({ configuration, clock, selfDriven: false, documents: false, quiet: true });
}

async function newDatabase(server, folder) {
  if (!server)
    return { target: { engine: 'sqlite', file: join(folder, 'city.sqlite') }, raised: false, drop: async () => {} };
  const kept = process.env.BENCH_SCHEMA;
  const schema = kept ?? `ef_bench_${randomBytes(4).toString('hex')}`;
  const administration = async (statement) => {
    const connection = await createConnection(new URL('/', server).href);
    const [answer] = await connection.query(statement);
    await connection.end();
    return answer;
  };
  const raised = (await administration(`SHOW DATABASES LIKE '${schema}'`)).length > 0;
  if (!raised) await administration(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return {
    target: { engine: 'mysql', url: new URL(`/${schema}`, server).href },
    raised,
    drop: () => (kept ? Promise.resolve() : administration(`DROP DATABASE ${schema}`)),
  };
}
