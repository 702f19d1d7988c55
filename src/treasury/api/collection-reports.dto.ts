import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';

export class PeriodDto {
  /** Premier jour de la période. */
  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;

  /** Dernier jour de la période, compris. */
  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;
}

export class MeansTotalDto {
  /** @example "CHEQUE" */
  means!: string;

  /** @example "chèque" */
  label!: string;

  /** Nombre de paiements. @example 12 */
  operations!: number;

  /** En centimes. @example 48000 */
  cents!: number;
}

export class PrestationTotalDto {
  /** @example 3 */
  prestationId!: number;

  /** @example "Cantine – École Jean-Moulin" */
  label!: string;

  /** Nature M57 (article). @example "7067" */
  nature!: string;

  /** Fonction M57 ; `null` dans le plan de comptes abrégé. @example "281" */
  function!: string | null;

  /** Nombre de paiements qui en ont réglé quelque chose. @example 12 */
  operations!: number;

  /** En centimes. @example 48000 */
  cents!: number;

  /** Le même montant par moyen de paiement ; un moyen qui n’a rien apporté est omis. */
  byMeans!: MeansAmountDto[];
}

export class MeansAmountDto {
  /** @example "CHEQUE" */
  means!: string;

  /** En centimes. @example 48000 */
  cents!: number;
}

/** État d'encaissement récapitulatif. The totals of `byPrestation` and of `byMeans` are both `totalCents`. */
export class CollectionPreviewDto {
  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;

  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;

  /** @example "Régie de recettes périscolaire" */
  regie!: string | null;

  /** @example "Rémi GISSEUR" */
  regisseur!: string | null;

  /** @example "Q-2026-000101" */
  firstReceipt!: string | null;

  /** @example "Q-2026-000158" */
  lastReceipt!: string | null;

  /** Nombre de paiements. @example 58 */
  operations!: number;

  /** En centimes. @example 312050 */
  totalCents!: number;

  /** A : par imputation, puis par prestation. */
  byPrestation!: PrestationTotalDto[];

  /** B : par moyen de paiement. */
  byMeans!: MeansTotalDto[];
}

export class CollectionReportDto extends CollectionPreviewDto {
  /** @example 4 */
  id!: number;

  /** @example "E-2026-0004" */
  number!: string;

  @MomentField()
  madeAt!: Temporal.Instant;

  /** Le mois qu’il clôt, quand la tâche planifiée l’a établi. @example "2026-11" */
  month!: string | null;
}

export class CollectionReportSummaryDto {
  /** @example 4 */
  id!: number;

  /** @example "E-2026-0004" */
  number!: string;

  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;

  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;

  /** En centimes. @example 312050 */
  totalCents!: number;

  /** Le mois qu’il clôt, quand la tâche planifiée l’a établi. @example "2026-11" */
  month!: string | null;

  @MomentField()
  madeAt!: Temporal.Instant;
}
