import 'reflect-metadata';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiDocument } from '../openapi/api-documents.js';
import { createApplication } from '../application.js';
import { problemCatalogue } from '../kernel/problem.js';
import { SystemClock } from '../platform/clock/clock.js';
import { readConfiguration } from '../platform/config/configuration.js';

/**
 * `npm run openapi` writes docs/openapi/*.json and docs/errors.md from the built service; `npm run openapi:check`
 * only compares, and fails on a difference.
 */
const check = process.argv.includes('--check');
const folder = await mkdtemp(join(tmpdir(), 'espace-famille-openapi-'));
const configuration = readConfiguration({
  DATABASE_URL: 'sqlite::memory:',
  FILES_DIR: join(folder, 'files'),
  MAIL_DIR: join(folder, 'mail'),
});
const app = await createApplication({
  configuration,
  clock: new SystemClock(),
  selfDriven: false,
  documents: false,
  quiet: true,
});
const written = {
  'docs/openapi/familles.json': `${JSON.stringify(apiDocument(app, 'familles'), null, 2)}\n`,
  'docs/openapi/administration.json': `${JSON.stringify(apiDocument(app, 'administration'), null, 2)}\n`,
  'docs/errors.md': errorsPage(),
};
await app.close();
await rm(folder, { recursive: true, force: true });

const stale: string[] = [];
for (const [path, content] of Object.entries(written)) {
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed === content) continue;
  stale.push(path);
  if (!check) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, content);
  }
}
if (check && stale.length > 0) {
  process.stderr.write(
    `These documents no longer say what the service does: ${stale.join(', ')}.\nRun "npm run openapi" and commit them.\n`,
  );
  process.exit(1);
}
process.stdout.write(
  check
    ? 'The OpenAPI documents and the error catalogue are true.\n'
    : `Written: ${stale.join(', ') || 'nothing had changed'}.\n`,
);

function errorsPage(): string {
  const rows = [...problemCatalogue()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { status, title, when, inFrench }]) => `| \`${code}\` | ${status} | ${title} | ${when} | ${inFrench} |`,
    );
  return `# Problems

Every error is an \`application/problem+json\` document (RFC 9457): \`type\`, \`title\`, \`status\`, \`code\`, \`detail\`,
\`instance\`, and \`errors[]\` where fields are at fault. Program against \`code\`, show \`detail\`: it is a French sentence
that says what to do next. This page is generated from the code by \`npm run openapi\`.

| code | status | title | when, and what to do | in French |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
