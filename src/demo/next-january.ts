import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createApplication } from '../application.js';
import { Temporal } from '../kernel/civil-time.js';
import { SetClock } from '../platform/clock/clock.js';
import type { Configuration } from '../platform/config/configuration.js';
import { Client, type Json } from './client.js';
import { PASSWORD, STAFF } from './commune.js';
import { fileWord, write } from './paper-files.js';
import type { PlayedYear } from './play-year.js';

/**
 * Attestations fiscales are made once their year is over, and the demo stays at today: they are made on a copy of what was
 * played, the next January, of what families have paid so far. Nobody else may have the database open meanwhile.
 */
export async function writeTaxCertificates(
  configuration: Configuration,
  { commune: { collectiviteId }, year }: PlayedYear,
  { folder, database }: { readonly folder: string; readonly database: string },
): Promise<void> {
  const taxYear = year.from.year;
  const january = Temporal.ZonedDateTime.from(`${taxYear + 1}-01-05T09:00:00[Europe/Paris]`).toInstant();
  const now = Temporal.Instant.compare(january, year.until) < 0 ? year.until : january;
  const copy = join(folder, 'janvier');
  const clock = new SetClock(now);
  await mkdir(copy);
  const elsewhere: Partial<Configuration> = {
    database: { engine: 'sqlite', file: await copied(database, join(copy, 'copie.db')), durable: false },
    filesDirectory: join(copy, 'fichiers'),
    mailDirectory: join(copy, 'mails'),
  };
  const app = await createApplication({
    ...{ configuration: { ...configuration, ...elsewhere }, clock },
    ...{ selfDriven: false, documents: false, quiet: true },
  });
  try {
    await app.listen(0, '127.0.0.1');
    const { email } = STAFF.find(({ role }) => role === 'regisseur')!;
    const regisseur = new Client(await app.getUrl(), clock).as({ email, password: PASSWORD });
    const path = `/collectivites/${collectiviteId}/tax-certificates`;
    await regisseur.post(path, { taxYear });
    const under = join(folder, 'attestations');
    await write(join(under, `fiscales-${taxYear}.csv`), await regisseur.download(`${path}/csv?taxYear=${taxYear}`));
    const [certificate]: Json[] = await regisseur.all(`${path}?taxYear=${taxYear}`);
    if (!certificate) return;
    const { certificateId, number } = certificate;
    const name = `fiscale-${fileWord(number as string)}.pdf`;
    await write(join(under, name), await regisseur.download(`${path}/${certificateId as number}/pdf`));
  } finally {
    await app.close();
    await rm(copy, { recursive: true });
  }
}

/** With what its last writer may have left beside the file. */
async function copied(file: string, to: string): Promise<string> {
  for (const part of ['', '-wal'].filter((part) => existsSync(file + part))) await copyFile(file + part, to + part);
  return to;
}
