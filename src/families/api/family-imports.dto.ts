import { type ImportAnswer, shownProblems, type Tally } from '../rules/import-answer.js';

export class ImportProblemDto {
  /**
   * Ligne du fichier telle que la montre un éditeur, à partir de 1 ; `null` quand tout le fichier est concerné.
   * @example 17
   */
  line!: number | null;
  /** En-tête de la colonne ; `null` quand toute la ligne est concernée. @example "QF" */
  field!: string | null;
  /** Ce que contient la cellule, abrégé. @example "abc" */
  value!: string | null;
  /**
   * Ce qui ne va pas et ce qui conviendrait, en français.
   * @example "« abc » n’est pas un quotient : attendu par exemple 642,50."
   */
  reason!: string;
}

export class ImportChangeDto {
  /** @example "Foyer 1004 DUFOUR" */
  subject!: string;
  /** @example "Adresse" */
  field!: string;
  /** Ce qui est connu aujourd’hui ; `null` s’il n’y a rien. @example "8 lotissement Les Oliviers" */
  before!: string | null;
  /** Ce que dit le fichier ; `null` quand quelque chose se termine. @example "12 rue des Lilas" */
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
  /** Vrai quand rien n’a été écrit. */
  dryRun!: boolean;
  /** Lignes d’enfants du fichier, bonnes ou fautives. @example 319 */
  lines!: number;
  families!: TallyDto;
  guardians!: TallyDto;
  children!: TallyDto;
  /** Gardes qui commencent. */
  custodiesOpened!: number;
  /** Gardes qui se terminent, parce que le fichier dit autre chose. */
  custodiesEnded!: number;
  quotientsAdded!: number;
  quotientsChanged!: number;
  /** Enfants que deux foyers se partagent. */
  sharedChildren!: number;
  /** Foyers d’au moins deux enfants. */
  siblingGroups!: number;
  guardiansWithoutEmail!: number;
  familiesWithoutQuotient!: number;
  familiesWithExpiredQuotient!: number;
  /** Écoles du fichier qui sont créées. @example ["École Jean-Moulin"] */
  sitesCreated!: string[];
  /** Types de menu du fichier qui sont créés. @example ["Sans viande"] */
  menuTypesCreated!: string[];
  /** Quelle colonne a été prise pour quel champ. */
  columnsUsed!: ImportColumnDto[];
  /** Colonnes de oui ou non prises pour les prestations souhaitées pour l’enfant. @example ["Cantine (O/N)"] */
  wishColumns!: string[];
  /** Colonnes qui n’ont pas été comprises, et sont laissées de côté. @example ["Photo"] */
  columnsIgnored!: string[];
  /** Toutes les lignes fautives ; s’il y en a une, un import réel n’écrit rien. */
  errors!: ImportProblemDto[];
  /** Ce qui mérite un coup d’œil et n’empêche rien. */
  warnings!: ImportProblemDto[];
  /** Toutes les valeurs connues qui changent. */
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
