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

  /** Chapitre ; `null` tant qu’il n’est pas saisi. @example "70" */
  chapter!: string | null;

  /** Code produit local de la Trésorerie ; `null` tant qu’il n’est pas saisi. @example "0012" */
  productCode!: string | null;

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

export class DeductionDto {
  /** @example "AQ-2026-000003" */
  number!: string;

  /** La quittance annulée. @example "Q-2026-000007" */
  receiptNumber!: string;

  /** @example "chèque impayé" */
  reason!: string;

  /** @example "chèque" */
  meansLabel!: string;

  @DayField()
  on!: Temporal.PlainDate;

  /** En centimes. @example 9600 */
  cents!: number;
}

export class RefundedDto {
  /** La liste de remboursements. @example "R-2026-000004" */
  number!: string;

  /** @example "avoirs remboursés" */
  reason!: string;

  @DayField()
  on!: Temporal.PlainDate;

  /** Nombre de virements. @example 3 */
  transfers!: number;

  /** En centimes ; négatif pour ce qui est revenu. @example 2400 */
  cents!: number;
}

export class MeansAccountDto {
  /** @example "CHEQUE" */
  means!: string;

  /** @example "chèque" */
  label!: string;

  /** Ce que la régie détenait au début, en centimes. @example 12000 */
  openingCents!: number;

  /** Encaissé. @example 48000 */
  receivedCents!: number;

  /** Annulé ou rejeté : négatif. @example -9600 */
  reversedCents!: number;

  /** Remboursé aux familles : négatif. @example 0 */
  refundedCents!: number;

  /** Versé à la Trésorerie : négatif. @example -30000 */
  handedOverCents!: number;

  /** Ce qu’elle détient à la fin. @example 20400 */
  closingCents!: number;
}

export class CreditAccountDto {
  /** Ce que la collectivité détenait pour les familles au début, en centimes. @example 5000 */
  openingCents!: number;

  /** Laissé par des paiements. @example 3000 */
  receivedCents!: number;

  /** Laissé par des avoirs sur factures. @example 700 */
  creditNotesCents!: number;

  /** Utilisé pour payer des factures : négatif. @example -2000 */
  usedCents!: number;

  /** Remboursé aux familles : négatif. @example 0 */
  refundedCents!: number;

  /** Ce qu’elle détient à la fin. @example 6700 */
  closingCents!: number;
}

/** État d'encaissement récapitulatif. `byPrestation` and `heldCents` make `totalCents`, as `byMeans` does. */
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

  /** Ce qui n’a réglé aucune facture et reste en avoir pour des familles ; compris dans le total. @example 3000 */
  heldCents!: number;

  /** C : ce qui a été encaissé et n’a pas tenu ; déjà déduit. */
  deductions!: DeductionDto[];

  /** C : les avoirs remboursés aux familles, par liste et par jour ; repris dans D et G, et non dans le total. */
  refunds!: RefundedDto[];

  /** D : ce que la régie détient, par moyen ; vide dans les états d’avant. */
  accounts!: MeansAccountDto[];

  /** G : les avoirs des familles ; `null` dans les états d’avant. */
  credits!: CreditAccountDto | null;
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

export class FigureDto {
  /** La partie de l’état. @example "A" */
  part!: 'A' | 'B' | 'C' | 'D' | 'G';

  /** @example "Cantine – École Jean-Moulin" */
  label!: string;

  /** En centimes. @example 48000 */
  cents!: number;

  /** 1 si les lignes font ce montant, -1 si elles font son opposé (ce dont les familles sont créditées). @example -1 */
  sign!: 1 | -1;

  /** Les écritures qui le font. @example "/api/v1/collectivites/1/ledger-entries?from=2026-11-01&to=2026-11-30" */
  entries!: string;
}

export class ReportTitreDto {
  /** Le bordereau du titre. @example 7 */
  batchId!: number;
}
