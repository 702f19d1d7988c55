import type { Temporal } from '../../kernel/civil-time.js';
import type { CustodyWeeks } from './custody.js';
import type { DatedQuotient } from './quotient.js';

export type Civility = 'MADAME' | 'MONSIEUR';
export type Sex = 'F' | 'M';

export interface ImportedGuardian {
  readonly civility: Civility | null;
  readonly lastName: string;
  readonly firstName: string;
  /** Lower case. */
  readonly email: string | null;
  /** As typed, once checked. */
  readonly phone: string | null;
}

export interface ImportedFamily {
  /** The household's number in the mairie's other software. */
  readonly externalRef: string;
  readonly name: string;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly allocataireNumber: string | null;
  /** One or two. */
  readonly guardians: readonly ImportedGuardian[];
  readonly quotients: readonly DatedQuotient[];
}

export interface ImportedChild {
  /** The same for the same child in any file: see child-identity. */
  readonly key: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: Sex | null;
  readonly schoolName: string | null;
  readonly className: string | null;
  readonly menuLabel: string | null;
  /** Only that there is a PAI; what it says is never imported. */
  readonly hasPai: boolean;
}

export interface ImportedCustody {
  readonly childKey: string;
  readonly familyRef: string;
  readonly weeks: CustodyWeeks;
}

/** The services a child is expected to use, by the labels of their columns: « Cantine », « Garderie matin »… */
export interface ImportedWishes {
  readonly childKey: string;
  readonly labels: readonly string[];
}

export interface ImportProblem {
  /** Line of the file as an editor shows it, from 1; null when the file as a whole is concerned. */
  readonly line: number | null;
  /** Header of the column; null when the line as a whole is concerned. */
  readonly field: string | null;
  /** What the cell holds, shortened and without control characters. */
  readonly value: string | null;
  /** What is wrong and what would be right, in French. */
  readonly reason: string;
}

export interface ImportCounts {
  /** Lines of the file that hold a child, good or bad. */
  readonly lines: number;
  readonly families: number;
  readonly guardians: number;
  readonly guardiansWithoutEmail: number;
  readonly familiesWithoutQuotient: number;
  /** Households whose quotients have all ended on the day of the import. */
  readonly familiesWithExpiredQuotient: number;
  readonly children: number;
  /** Children that two households share. */
  readonly sharedChildren: number;
  /** Households with at least two children. */
  readonly siblingGroups: number;
}

/**
 * What a file asks to import. With any error nothing may be written: the lists then hold the sound lines only.
 * Families, children and custodies come in the order of the file.
 */
export interface ImportPlan {
  readonly families: readonly ImportedFamily[];
  readonly children: readonly ImportedChild[];
  readonly custodies: readonly ImportedCustody[];
  readonly wishes: readonly ImportedWishes[];
  readonly errors: readonly ImportProblem[];
  /** What an agent should look at, and which prevents nothing. */
  readonly warnings: readonly ImportProblem[];
  /** Which column was taken for which field, in the order of the file's first mention. */
  readonly usedColumns: readonly { readonly field: string; readonly header: string }[];
  /** Headers of the columns that were not understood, and are left out. */
  readonly ignoredColumns: readonly string[];
  readonly wishColumns: readonly string[];
  readonly counts: ImportCounts;
}
