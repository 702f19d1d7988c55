import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';

export class PeriodDto {
  /** First day of the period. */
  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;

  /** Last day of the period, included. */
  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;
}

export class MeansTotalDto {
  /** @example "CHEQUE" */
  means!: string;

  /** @example "chèque" */
  label!: string;

  /**
   * Number of payments.
   * @example 12
   */
  operations!: number;

  /** En centimes. @example 48000 */
  cents!: number;
}

export class PrestationTotalDto {
  /** @example 3 */
  prestationId!: number;

  /** @example "Cantine – École Jean-Moulin" */
  label!: string;

  /**
   * M57 nature (article).
   * @example "7067"
   */
  nature!: string;

  /**
   * M57 fonction; null in the abridged plan.
   * @example "281"
   */
  function!: string | null;

  /**
   * Number of payments that settled something of it.
   * @example 12
   */
  operations!: number;

  /** En centimes. @example 48000 */
  cents!: number;

  /** The same amount by means of payment; one that brought nothing is absent. */
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

  /**
   * Number of payments.
   * @example 58
   */
  operations!: number;

  /** En centimes. @example 312050 */
  totalCents!: number;

  /** A: by imputation, then prestation. */
  byPrestation!: PrestationTotalDto[];

  /** B: by means of payment. */
  byMeans!: MeansTotalDto[];
}

export class CollectionReportDto extends CollectionPreviewDto {
  /** @example 4 */
  id!: number;

  /** @example "E-2026-0004" */
  number!: string;

  @MomentField()
  madeAt!: Temporal.Instant;

  /**
   * The month that it closes, when the scheduled task made it.
   * @example "2026-11"
   */
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

  /**
   * The month that it closes, when the scheduled task made it.
   * @example "2026-11"
   */
  month!: string | null;

  @MomentField()
  madeAt!: Temporal.Instant;
}
