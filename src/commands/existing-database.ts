import { existsSync } from 'node:fs';
import { typeset } from '../kernel/french.js';
import type { DatabaseTarget } from '../platform/config/configuration.js';

/**
 * For the commands that check what is there: the embedded engine makes a file that is missing, and of an empty base
 * everything is true. A mistyped backup must not look like a good one. Throws in French.
 */
export function requireDatabase(target: DatabaseTarget): void {
  if (target.engine === 'sqlite' && !existsSync(target.file)) {
    throw new Error(typeset(`le fichier ${target.file} n’existe pas : vérifiez DATABASE_URL.`));
  }
}
