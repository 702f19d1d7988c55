import type { Acquit, AcquitElement } from '../../pes/rules/index.js';

/** Why the Guichet did not take something in, with its own words. */
export interface AcquitFault {
  readonly piece: number | null;
  readonly code: string | null;
  readonly label: string | null;
}

export interface BatchToJudge {
  readonly id: number;
  readonly exercise: number;
  readonly number: number;
  readonly fileName: string;
}

export interface AcquitVerdict {
  readonly batchId: number;
  readonly accepted: boolean;
  readonly faults: readonly AcquitFault[];
}

/** « DomaineAck » of what is about a file as a whole (technical, signature, attachments) or about the recette. */
const OF_WHOLE_FILE = new Set([0, 1, 2]);
const RECETTE = new Set([3, 4, 6, 7]);

/**
 * Which of our bordereaux an acquit speaks of, and what it says. They are known by the name of the file, else by number
 * and exercise where only one has them: a bordereau of titres and one of reductions may share a number.
 */
export function judgeAcquit(
  acquit: Acquit,
  batches: readonly BatchToJudge[],
): { readonly verdicts: readonly AcquitVerdict[]; readonly unmatched: readonly string[] } {
  const named = batches.filter(({ fileName }) => fileName === acquit.fileName?.replace(/\.xml$/i, ''));
  const verdicts = new Map<number, { accepted: boolean; faults: AcquitFault[] }>();
  const unmatched: string[] = [];
  for (const element of acquit.elements) {
    if (!OF_WHOLE_FILE.has(element.domain) && !RECETTE.has(element.domain)) continue;
    const batch = batchOf(element, batches, named);
    if (!batch) {
      unmatched.push(describe(element));
      continue;
    }
    const verdict = verdicts.get(batch.id) ?? { accepted: true, faults: [] };
    if (!element.accepted) verdict.accepted = false;
    verdict.faults.push(...faultsOf(element));
    verdicts.set(batch.id, verdict);
  }
  return { verdicts: [...verdicts].map(([batchId, verdict]) => ({ batchId, ...verdict })), unmatched };
}

function batchOf(
  { bordereau }: AcquitElement,
  batches: readonly BatchToJudge[],
  named: readonly BatchToJudge[],
): BatchToJudge | undefined {
  if (named.length === 1) {
    const [batch] = named;
    const another = bordereau && (bordereau.number !== batch!.number || bordereau.exercise !== batch!.exercise);
    return another ? undefined : batch;
  }
  if (!bordereau) return undefined;
  const same = batches.filter(({ number, exercise }) => number === bordereau.number && exercise === bordereau.exercise);
  return same.length === 1 ? same[0] : undefined;
}

function faultsOf({ errors, pieces, attachmentId }: AcquitElement): AcquitFault[] {
  const about = attachmentId === null ? '' : ` (${attachmentId})`;
  return [
    ...errors.map(({ code, label }) => ({ piece: null, code, label: label === null ? null : `${label}${about}` })),
    ...pieces.flatMap(({ number, errors: ofPiece }) =>
      ofPiece.map(({ code, label }) => ({ piece: number, code, label })),
    ),
  ];
}

function describe({ bordereau, domain, attachmentId }: AcquitElement): string {
  if (bordereau) return `bordereau n° ${bordereau.number} de ${bordereau.exercise}`;
  return attachmentId === null ? `élément du domaine ${domain}` : `pièce jointe ${attachmentId}`;
}
