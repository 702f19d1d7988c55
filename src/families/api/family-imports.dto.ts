import { type ImportAnswer, shownProblems, type Tally } from '../rules/import-answer.js';

export class ImportProblemDto {
  /** Line of the file as an editor shows it, from 1; null when the whole file is concerned. @example 17 */
  line!: number | null;
  /** Header of the column; null when the whole line is concerned. @example "QF" */
  field!: string | null;
  /** What the cell holds, shortened. @example "abc" */
  value!: string | null;
  /** What is wrong and what would be right, in French. @example "« abc » n’est pas un quotient : attendu par exemple 642,50." */
  reason!: string;
}

export class ImportChangeDto {
  /** @example "Foyer 1004 DUFOUR" */
  subject!: string;
  /** @example "Adresse" */
  field!: string;
  /** What is known today; null where nothing is. @example "8 lotissement Les Oliviers" */
  before!: string | null;
  /** What the file says; null where something ends. @example "12 rue des Lilas" */
  after!: string | null;
}

export class TallyDto implements Tally {
  created!: number;
  changed!: number;
  unchanged!: number;
}

export class ImportColumnDto {
  /** @example "quotientFrom" */
  field!: string;
  /** @example "QF valable du" */
  header!: string;
}

export class FamilyImportDto {
  /** True when nothing was written. */
  dryRun!: boolean;
  /** Lines of children in the file, good or bad. @example 319 */
  lines!: number;
  families!: TallyDto;
  guardians!: TallyDto;
  children!: TallyDto;
  /** Custodies that begin. */
  custodiesOpened!: number;
  /** Custodies that end, because the file says something else. */
  custodiesEnded!: number;
  quotientsAdded!: number;
  quotientsChanged!: number;
  /** Children that two households share. */
  sharedChildren!: number;
  /** Households with at least two children. */
  siblingGroups!: number;
  guardiansWithoutEmail!: number;
  familiesWithoutQuotient!: number;
  familiesWithExpiredQuotient!: number;
  /** Schools of the file that are created. @example ["École Jean-Moulin"] */
  sitesCreated!: string[];
  /** Menu types of the file that are created. @example ["Sans viande"] */
  menuTypesCreated!: string[];
  /** Which column was taken for which field. */
  columnsUsed!: ImportColumnDto[];
  /** Columns of yes or no taken for the services wished for the child. @example ["Cantine (O/N)"] */
  wishColumns!: string[];
  /** Columns that were not understood, and are left out. @example ["Photo"] */
  columnsIgnored!: string[];
  /** Every bad line; with any of them, a real import writes nothing. */
  errors!: ImportProblemDto[];
  /** What deserves a look and prevents nothing. */
  warnings!: ImportProblemDto[];
  /** Every known value that takes another one. */
  changes!: ImportChangeDto[];
}

export function familyImportDto({ dryRun, plan, changes, labels, counts }: ImportAnswer): FamilyImportDto {
  return {
    dryRun,
    lines: counts.lines,
    families: counts.familyRows,
    guardians: counts.guardianRows,
    children: counts.childRows,
    custodiesOpened: counts.custodiesOpened,
    custodiesEnded: counts.custodiesEnded,
    quotientsAdded: counts.quotientsAdded,
    quotientsChanged: counts.quotientsChanged,
    sharedChildren: counts.sharedChildren,
    siblingGroups: counts.siblingGroups,
    guardiansWithoutEmail: counts.guardiansWithoutEmail,
    familiesWithoutQuotient: counts.familiesWithoutQuotient,
    familiesWithExpiredQuotient: counts.familiesWithExpiredQuotient,
    sitesCreated: [...labels.sites],
    menuTypesCreated: [...labels.menuTypes],
    columnsUsed: [...plan.usedColumns],
    wishColumns: [...plan.wishColumns],
    columnsIgnored: [...plan.ignoredColumns],
    errors: [...shownProblems(plan.errors)],
    warnings: [...shownProblems([...plan.warnings, ...changes.warnings])],
    changes: [...changes.report],
  };
}
