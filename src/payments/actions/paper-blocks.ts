import type { Letterhead } from '../../platform/pdf/index.js';
import type { PaperHead } from '../rules/paper.js';

/** Who issues a paper, at its head. */
export function emitterOf({ regie, collectivite }: PaperHead): Letterhead['emitter'] {
  return {
    name: collectivite.name,
    lines: [...(regie ? [regie] : []), ...collectivite.addressLines, collectivite.phone],
  };
}

/** The line at the foot of each page; `what` says which paper it is. */
export function paperLegal({ collectivite }: PaperHead, what: string): string {
  const siret = collectivite.siret ? ` – SIRET ${collectivite.siret}` : '';
  return `${collectivite.name}${siret} – ${what} – ${collectivite.email}`;
}
