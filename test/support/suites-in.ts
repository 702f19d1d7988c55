import { readdirSync } from 'node:fs';

/**
 * Declares the suites of every file in a folder. They share one load of the service, which costs more than most of
 * them run; each still has its own service on its own database.
 */
export async function suitesIn(folder: URL): Promise<void> {
  for (const file of readdirSync(folder).sort()) await import(new URL(file, folder).pathname);
}
