import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, MomentField, Typed } from '../../platform/http/fields.js';
import { invalidRequest } from '../../platform/http/validation.js';
import {
  ASKED_KINDS,
  BATCH_KINDS,
  BATCH_STATES,
  type BatchKind,
  type BatchState,
  LEFTOVER_REASONS,
  type LeftoverReason,
  PIECE_STATES,
  type PieceState,
  type Selection,
} from '../rules/batch.js';

export class BatchSelectionDto {
  /** Les factures dont l’échéance est passée avant ce jour. */
  @MayBeAbsent()
  @DayField({ example: '2026-11-01' })
  dueBefore?: Temporal.PlainDate;

  /** Les factures de cette campagne. @example 12 */
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  runId?: number;

  /** Celles que les relances proposent de transmettre. @example true */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value))
  @IsIn([true], { message: 'true est attendu.' })
  reminded?: boolean;
}

export class StartBatchDto extends BatchSelectionDto {
  /** `TITRE`, `ORMC`, ou `REDUCTION` : les avoirs sur des titres déjà envoyés. @example "ORMC" */
  @IsIn(ASKED_KINDS)
  kind!: (typeof ASKED_KINDS)[number];

  /** Ces factures seulement. @example [101, 102] */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsInt({ each: true })
  invoiceIds?: number[];
}

/** Exactly one way to choose, none for a reduction. Throws INVALID_REQUEST. */
export function selectionIn(body: StartBatchDto): Selection {
  const { dueBefore, runId, reminded, invoiceIds, kind } = body;
  const given = [dueBefore, runId, reminded, invoiceIds].filter((one) => one !== undefined).length;
  if (kind === 'REDUCTION') {
    if (given === 0) return {};
    throw invalidRequest([
      { field: 'kind', message: 'un bordereau de réduction prend tous les avoirs qui attendent.' },
    ]);
  }
  if (given !== 1) {
    throw invalidRequest([
      { field: 'dueBefore', message: 'choisissez par échéance, par campagne, par relances ou par factures.' },
    ]);
  }
  if (dueBefore) return { dueBefore: dueBefore.toString() };
  if (reminded) return { reminded: true };
  return runId === undefined ? { invoiceIds: invoiceIds! } : { runId };
}

export class BelowLeastDto {
  /** @example 3 */
  debtors!: number;

  /** En centimes. @example 2450 */
  cents!: number;
}

export class IncompleteDto {
  /** @example 12 */
  familyId!: number;

  /** @example "L’adresse du foyer est incomplète : complétez-la." */
  detail!: string;
}

export class WithoutCodeDto {
  /** @example 3 */
  prestationId!: number;

  /** @example "Cantine" */
  name!: string;
}

export class DebitedDebtorDto {
  /** @example 12 */
  familyId!: number;

  /** En centimes. @example 4560 */
  cents!: number;
}

export class DebitsPreviewDto {
  /** Si le rôle est envoyé aujourd’hui. */
  @DayField({ example: '2026-12-28' })
  on!: Temporal.PlainDate;

  /** @example 31 */
  debtors!: number;

  /** En centimes. @example 141360 */
  cents!: number;

  /** Les 200 premiers foyers. */
  families!: DebitedDebtorDto[];
}

export class BatchPreviewDto {
  /** @example 42 */
  debtors!: number;

  /** @example 57 */
  invoices!: number;

  /** En centimes. @example 512300 */
  cents!: number;

  /** Sous le seuil : reportés au prochain envoi. */
  belowLeast!: BelowLeastDto;

  /** Foyers à compléter d’abord, les 200 premiers. */
  incomplete!: IncompleteDto[];

  /** Ce que la Trésorerie prélèverait d’un rôle ; absent là où elle ne prélève pas. */
  debits!: DebitsPreviewDto | null;

  /** Prestations sans code produit local. */
  withoutCode!: WithoutCodeDto[];
}

export class BatchFaultDto {
  /** Numéro de la pièce. @example 7 */
  piece?: number;

  /** Ligne du fichier. @example 31 */
  line?: number;

  /** Élément du fichier. @example "CodProdLoc" */
  element?: string;

  /** @example "CodProdLoc : « TROP LONG » a 9 caractères, 4 au plus." */
  message!: string;
}

export class AcquitFaultDto {
  /** @example 7 */
  piece!: number | null;

  /** @example "ERREUR_PJ" */
  code!: string | null;

  /** @example "Pièce jointe absente" */
  label!: string | null;
}

export class ClaimBatchDto {
  /** @example 4 */
  id!: number;

  /** Aussi `ROLL`, le titre récapitulatif d’un rôle, et `REGIE`, celui d’un mois de la régie. @example "ORMC" */
  @IsIn(BATCH_KINDS)
  kind!: BatchKind;

  /** `COMPOSING`, `NUMBERED` : en préparation ; `FAULTY` : fichier fautif ; `READY` ; `EMPTY` : rien à envoyer. @example "READY" */
  @IsIn(BATCH_STATES)
  state!: BatchState;

  /** @example "Rôle n° 12 de 2026" */
  title!: string;

  @DayField({ example: '2026-11-26' })
  issuedOn!: Temporal.PlainDate;

  /** @example 2026 */
  exercise!: number;

  /** @example 12 */
  number!: number | null;

  /** @example 57 */
  pieces!: number;

  /** En centimes. @example 512300 */
  totalCents!: number;

  /** Si le fichier a été validé par les schémas officiels ; sinon par les contrôles métier seulement. @example true */
  schemaChecked!: boolean;

  /** Pourquoi le fichier ne peut pas partir. */
  faults!: BatchFaultDto[];

  /** Ce que le Guichet en a dit : `ACCEPTED`, `REFUSED`, ou rien encore. @example "ACCEPTED" */
  acquit!: 'ACCEPTED' | 'REFUSED' | null;

  acquitErrors!: AcquitFaultDto[];

  @MomentField()
  createdAt!: Temporal.Instant;
}

export class LeftoverDto {
  /** @example 12 */
  familyId!: number;

  /**
   * Sous le seuil, à compléter, d’un autre exercice, en cours de paiement, échelonnée, ou due de nouveau à la régie
   * (chèque impayé…) sur une facture que la Trésorerie a déjà (`HELD`).
   * @example "BELOW_LEAST"
   */
  @IsIn(LEFTOVER_REASONS)
  reason!: LeftoverReason;

  /** En centimes. @example 850 */
  cents!: number;

  /** @example "Moins de 15,00 € : reporté au prochain envoi." */
  detail!: string | null;
}

export class TitreLineDto {
  /** @example "Cantine" */
  label!: string;

  /** @example "CANT" */
  product!: string;

  /** @example "7067" */
  nature!: string;

  /** @example "281" */
  function!: string | null;

  /** En centimes. @example 312300 */
  cents!: number;
}

export class PublicTitreDto {
  /** @example "Titre récapitulatif du rôle n° 12 de 2026" */
  subject!: string;

  /** @example "Commune de Saint-Martin" */
  debtor!: string;

  /** Le rôle, quand c’en est un : son bordereau. @example 4 */
  rollId!: number | null;

  /** L’état d’encaissement, quand c’est celui de la régie. @example null */
  reportId!: number | null;

  /** Refusé par la Trésorerie, un autre a été établi à sa place. @example false */
  isReplaced!: boolean;

  /** Pourquoi le comptable l’a rejeté ; absent s’il ne l’a pas été. @example "Débiteur inconnu" */
  rejectedFor!: string | null;

  lines!: TitreLineDto[];
}

export class ClaimBatchDetailsDto extends ClaimBatchDto {
  /** Débiteurs que ce bordereau a laissés. */
  leftovers!: LeftoverDto[];

  /** Le titre récapitulatif d’un rôle, ou d’un mois de la régie ; `null` pour les autres bordereaux. */
  titre!: PublicTitreDto | null;

  /** Fichiers d’avis à imprimer ; 0 là où la commune n’en envoie pas, ou pas encore. @example 1 */
  noticeParts!: number;
}

export class PieceLineDto {
  /** @example "Cantine" */
  prestation!: string;

  /** @example "CANT" */
  product!: string;

  /** @example "7067" */
  nature!: string;

  /** @example "281" */
  function!: string | null;

  /** En centimes. @example 4560 */
  cents!: number;
}

export class ClaimPieceDto {
  /** @example 101 */
  id!: number;

  /** @example 17 */
  number!: number | null;

  /** @example 12 */
  familyId!: number;

  /** @example 301 */
  invoiceId!: number;

  /** @example "2026-000017" */
  invoiceNumber!: string;

  /** @example "DURAND Anne" */
  debtor!: string;

  /** Numéro de la dette d’un article de rôle. @example "2026000017" */
  debtNumber!: string | null;

  /** En centimes. @example 4560 */
  cents!: number;

  /** `SENT`, `TAKEN` (prise en charge), `RETURNED` (revenue à la régie) ou `CANCELLED`. @example "TAKEN" */
  @IsIn(PIECE_STATES)
  state!: PieceState;

  /** @example "Débiteur inconnu à l’adresse" */
  reason!: string | null;

  /** Jour où la Trésorerie prélève la famille ; absent sans mandat. */
  @DayField({ example: '2026-12-28' })
  debitedOn!: Temporal.PlainDate | null;

  lines!: PieceLineDto[];
}

export class ReturnDto {
  /** Pourquoi ; la famille et la comptabilité le liront. @example "Refusé par le Guichet : code produit inconnu" */
  @Typed({ max: 600 })
  reason!: string;
}

export class ReturnedBatchDto {
  /** Pièces revenues à la régie. @example 57 */
  returned!: number;
}
