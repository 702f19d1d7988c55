/** Builds the service, and the portal, when they are missing or older than their sources: after `npm ci`, before the demo. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const newest = (path) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs),
      0,
    );

const TYPES = 'web/src/api/familles.d.ts';
if (
  existsSync('src') &&
  modified('dist/main.js') <
    Math.max(newest('src'), statSync('tsconfig.json').mtimeMs, statSync('nest-cli.json').mtimeMs)
) {
  run('node_modules/@nestjs/cli/bin/nest.js', 'build');
}
if (
  existsSync('web/src') &&
  modified('web/dist/index.html') < Math.max(newest('web/src'), modified('docs/openapi/familles.json'))
) {
  run('node_modules/openapi-typescript/bin/cli.js', 'docs/openapi/familles.json', '--output', TYPES);
  run('node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn');
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function run(script, ...words) {
  const { status } = spawnSync(process.execPath, [script, ...words], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
