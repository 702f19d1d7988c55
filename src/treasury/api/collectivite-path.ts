import type { LineFilter } from '../../ledger/index.js';
import { lineQuery } from '../rules/figures.js';

/** The address of a collectivité, under which its documents are. */
export function collectivitePath(collectiviteId: number): string {
  return `/api/v1/collectivites/${collectiviteId}`;
}

/** The address of the entries that have such lines. */
export function entriesPath(collectiviteId: number, lines: LineFilter): string {
  return `${collectivitePath(collectiviteId)}/ledger-entries?${lineQuery(lines)}`;
}
