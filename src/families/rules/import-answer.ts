import { counted, typeset } from '../../kernel/french.js';
import type { Problem } from '../../kernel/problem.js';
import { familiesProblems } from '../problems.js';
import type { ImportChanges } from './import-changes.js';
import type { ImportCounts, ImportPlan, ImportProblem } from './import-shape.js';

export interface Tally {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportTally extends ImportCounts {
  readonly familyRows: Tally;
  readonly guardianRows: Tally;
  readonly childRows: Tally;
  readonly custodiesOpened: number;
  readonly custodiesEnded: number;
  readonly quotientsAdded: number;
  readonly quotientsChanged: number;
}

export interface ImportAnswer {
  readonly dryRun: boolean;
  readonly plan: ImportPlan;
  readonly changes: ImportChanges;
  /** Schools and menu types that the import creates. */
  readonly labels: { readonly sites: readonly string[]; readonly menuTypes: readonly string[] };
  readonly counts: ImportTally;
}

export function countsOf(plan: ImportPlan, changes: ImportChanges): ImportTally {
  const { families, guardians, children, custodies, quotients } = changes;
  return {
    ...plan.counts,
    familyRows: tally(plan.families.length, families),
    guardianRows: tally(plan.counts.guardians, guardians),
    childRows: tally(plan.children.length, children),
    custodiesOpened: custodies.opened.length,
    custodiesEnded: custodies.closed.length + custodies.dropped.length,
    quotientsAdded: quotients.added.length,
    quotientsChanged: quotients.changed.length,
  };
}

/** Whether the register already says all that the file says. */
export function writesNothing({ counts, labels, changes }: ImportAnswer): boolean {
  const rows = [counts.familyRows, counts.guardianRows, counts.childRows];
  const others = [counts.custodiesOpened, counts.custodiesEnded, counts.quotientsAdded, counts.quotientsChanged];
  return (
    rows.every(({ created, changed }) => created === 0 && changed === 0) &&
    others.every((count) => count === 0) &&
    labels.sites.length + labels.menuTypes.length + changes.wishes.length === 0
  );
}

/** Beyond this, a file is the wrong file: the list would help nobody. */
export const MOST_PROBLEMS = 10_000;

/** The first problems of a list and, when there are more, a last one that says how many. */
export function shownProblems(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const reason = typeset(
    `et encore ${counted(problems.length - MOST_PROBLEMS, 'erreur', 'erreurs')} : ce fichier n’est sans doute pas celui que vous vouliez importer`,
  );
  return [...problems.slice(0, MOST_PROBLEMS), { line: null, field: null, value: null, reason }];
}

/** IMPORT_REFUSED with every bad line, as the dry run lists them. */
export function refusalOf(plan: ImportPlan): Problem {
  const problems = shownProblems(plan.errors);
  return familiesProblems.IMPORT_REFUSED(
    typeset(
      `Rien n’a été importé : ${counted(plan.errors.length, 'erreur', 'erreurs')} dans le fichier. Corrigez-les puis recommencez.`,
    ),
    {
      errors: problems.map(({ line, field, value, reason }) => ({
        field: [line === null ? 'fichier' : `ligne ${line}`, field].filter(Boolean).join(', '),
        message: value ? typeset(`« ${value} » : ${reason}`) : reason,
      })),
      extensions: { importErrors: problems },
    },
  );
}

function tally(
  total: number,
  { created, changed }: { readonly created: readonly unknown[]; readonly changed: readonly unknown[] },
): Tally {
  return { created: created.length, changed: changed.length, unchanged: total - created.length - changed.length };
}
