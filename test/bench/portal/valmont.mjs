/** The commune of the demo with its year, served on a free port from a folder that goes with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const BUILT = new URL('../../../dist/', import.meta.url).pathname;
const DAYS_AHEAD = 60;

/** Answers `url`, what signs a parent of two children in, the day of their first free cell, and `stop`. */
export async function serveValmont() {
  const folder = mkdtempSync(join(tmpdir(), 'portal-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const stopped = () => rmSync(folder, { recursive: true, force: true });
  try {
    await once(node([join(BUILT, 'demo/main.js'), '--seed-only'], { cwd: folder, env: process.env }), 'exit');
    const database = join(folder, 'var/demo/espace-famille.db');
    const env = { ...process.env, PORT: String(port), PUBLIC_URL: url, DATABASE_URL: `sqlite:${database}` };
    const service = node([join(BUILT, 'main.js')], { cwd: folder, env });
    while (!(await answers(`${url}/health/ready`))) await pause(100);
    const stop = async () => {
      service.kill();
      await once(service, 'exit');
      stopped();
    };
    const accounts = JSON.parse(readFileSync(join(folder, 'var/demo/accounts.json'), 'utf8'));
    for (const account of accounts.filter(({ role }) => role === 'parent')) {
      const family = await familyOf(url, account);
      if (family) return { url, account, ...family, stop };
    }
    await stop();
    throw new Error('no family of two children has a free day');
  } catch (error) {
    stopped();
    throw error;
  }
}

/** A family of two children, and the first day on which both have a cell and one is free; null otherwise. */
async function familyOf(url, { email, password }) {
  const asked = async (path, init) => (await fetch(`${url}/api/v1/${path}`, init)).json();
  const body = JSON.stringify({ email, password });
  const headers = { 'content-type': 'application/json' };
  const { accessToken } = await asked('auth/sessions', { method: 'POST', headers, body });
  const signed = { headers: { authorization: `Bearer ${accessToken}` } };
  const [family] = await asked('me/families', signed);
  if (family?.children.length !== 2) return null;
  const [from, to] = [0, DAYS_AHEAD].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const { children } = await asked(`families/${family.familyId}/planning?from=${from}&to=${to}`, signed);
  if (children.length !== 2) return null;
  const cells = children.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const free = cells.filter(({ state }) => state === 'BOOKABLE').map(({ date }) => date);
  const reserved = cells.some(({ state }) => state === 'RESERVED');
  return reserved && free.length > 0 ? { familyId: family.familyId, day: free.sort()[0] } : null;
}

function node(args, options) {
  return spawn(process.execPath, args, { stdio: 'ignore', ...options });
}

async function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
