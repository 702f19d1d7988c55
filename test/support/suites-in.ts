import { readdirSync } from 'node:fs';

/**
 * Declares the suites of every file in some folders beside a file of Jest. They share one load of the service, which costs
 * more than most of them run; each still has its own service on its own database.
 */
export async function suitesIn(beside: string, ...folders: readonly string[]): Promise<void> {
  for (const name of folders) {
    const folder = new URL(`./${name}/`, beside);
    for (const file of readdirSync(folder).sort()) await import(new URL(file, folder).pathname);
  }
}
