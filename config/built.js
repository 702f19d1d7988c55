/** Builds the service when dist/ is missing or older than the sources: after `npm ci`, and before the demo. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const newest = (path) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs),
      0,
    );

const built = existsSync('dist/main.js') ? statSync('dist/main.js').mtimeMs : 0;
if (
  existsSync('src') &&
  built < Math.max(newest('src'), statSync('tsconfig.json').mtimeMs, statSync('nest-cli.json').mtimeMs)
) {
  const { status } = spawnSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
