import { IsIn } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';
import type { TreasuryFileRow } from '../data/treasury-file.entity.js';
import { FILE_KINDS, FILE_STATES, type FileKind, type FileState } from '../rules/file-summary.js';

/** Ce qu’un fichier a dit, et ce qui en a été fait ; les listes ont 500 lignes au plus. */
export class FileSummaryDto {
  /** Pourquoi il n’a pas pu être lu. @example "Le fichier n’est pas un acquit." */
  refusal?: string;

  /** Bordereaux entrés à la Trésorerie. @example 1 */
  accepted!: number;

  /** Bordereaux ou pièces refusés. @example 0 */
  rejected!: number;

  /** Pièces prises en charge. @example 57 */
  taken!: number;

  /** Pièces annulées. @example 0 */
  cancelled!: number;

  /** Encaissements comptabilisés par cette lecture. @example 31 */
  collections!: number;

  /** En centimes. @example 214300 */
  collectedCents!: number;

  /** Encaissements que la Trésorerie a repris, en centimes. @example 2000 */
  reversedCents?: number;

  /** Admis en non-valeur, en centimes. @example 0 */
  writtenOffCents?: number;

  /** Ce qui ne correspond à rien d’ici. @example 2 */
  unmatchedCount!: number;

  /** @example ["bordereau n° 3 de 2025, pièce 12"] */
  unmatched!: string[];

  /** Ce qu’une personne doit regarder. @example 1 */
  toReviewCount!: number;

  /** @example ["bordereau n° 12 de 2026, pièce 7 : émargement par un mandat de 12,00 € le 26/11/2026, ligne 1"] */
  toReview!: string[];
}

export class TreasuryFileDto {
  /** @example 3 */
  id!: number;

  /** `ACQUIT` (PES Acquit) ou `RETOUR` (PES Retour). @example "RETOUR" */
  @IsIn(FILE_KINDS)
  kind!: FileKind;

  /** `RECEIVED` : en cours de lecture ; `READ` ; `REFUSED` : illisible. @example "READ" */
  @IsIn(FILE_STATES)
  state!: FileState;

  /** Où en est la lecture, en centièmes du fichier. @example 100 */
  percentRead!: number;

  /** Ce qui est déjà lu d’un retour en cours de lecture. @example 4000 */
  piecesRead!: number;

  /** De ce qui est lu ; `null` avant. */
  summary!: FileSummaryDto | null;

  @MomentField()
  receivedAt!: Temporal.Instant;
}

export function fileView({
  id,
  kind,
  state,
  percentRead,
  piecesRead,
  summary,
  receivedAt,
}: TreasuryFileRow): TreasuryFileDto {
  return {
    ...{ id, kind, state, percentRead, piecesRead, receivedAt },
    summary: summary && { ...summary, unmatched: [...summary.unmatched], toReview: [...summary.toReview] },
  };
}
