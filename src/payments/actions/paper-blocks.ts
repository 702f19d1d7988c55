import type { Temporal } from '../../kernel/civil-time.js';
import { plainDate, typeset } from '../../kernel/french.js';
import type { Letterhead, PdfBlock } from '../../platform/pdf/index.js';
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

/** Since when a paper holds no more, and why, as typed. */
export interface Annulled {
  readonly on: Temporal.PlainDate;
  readonly why: string;
}

/** What is printed of a paper once it is annulled: made each time, kept nowhere. */
export interface AnnulledPrint {
  readonly name: string;
  readonly content: Buffer;
}

/** « ANNULÉ. Ce bordereau ne vaut plus, depuis le 26 novembre 2026 : mauvais jour. » */
export function annulledNotice(title: string, paper: string, annulled: Annulled | null): PdfBlock[] {
  if (annulled === null) return [];
  const why = annulled.why.replace(/\.$/, '');
  return [
    { kind: 'notice', title, text: typeset(`${paper} ne vaut plus, depuis le ${plainDate(annulled.on)} : ${why}.`) },
  ];
}
