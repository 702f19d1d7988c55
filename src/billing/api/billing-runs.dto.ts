import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsPositive } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MayBeAbsent, MomentField, Typed } from '../../platform/http/fields.js';
import type { InvoiceState } from '../data/invoice.entity.js';
import type { RunKind, RunState } from '../data/billing-run.entity.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { ANOMALY_KINDS, type AnomalyKind } from '../rules/anomaly.js';

export class StartRunDto {
  @DayField({ description: 'Premier jour facturé.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour facturé, aujourd’hui au plus tard.', example: '2026-09-30' })
  to!: Temporal.PlainDate;

  /**
   * `ORDINARY` (une première facturation), ou `CORRECTION` : sur des jours déjà facturés, seules les différences sont
   * facturées ou rendues par des avoirs.
   * @example "ORDINARY"
   */
  @MayBeAbsent()
  @IsIn(['ORDINARY', 'CORRECTION'])
  kind?: 'ORDINARY' | 'CORRECTION';
}

export class RunDto {
  /** @example 12 */
  runId!: number;

  /** Une première facturation, ou une régularisation. */
  kind!: RunKind;

  @DayField()
  from!: Temporal.PlainDate;

  @DayField()
  to!: Temporal.PlainDate;

  /**
   * `DRAFT` (brouillon), puis `ISSUING` pendant que ses factures reçoivent leur numéro, puis `ISSUED` (émise) ; ou
   * `DISCARDED` (abandonnée).
   */
  state!: RunState;

  /** Ouverte par la tâche planifiée, le jour choisi par la collectivité. */
  automatic!: boolean;

  @MomentField()
  createdAt!: Temporal.Instant;

  @MomentField({
    optional: true,
    description: '`null` pendant le calcul des brouillons, ou quand il a été interrompu.',
  })
  computedAt!: Temporal.Instant | null;

  @MomentField({ optional: true })
  issuedAt!: Temporal.Instant | null;
}

export class AnomalyCountDto {
  /**
   * `ATTENDANCE_NOT_RECORDED` (pointage manquant), `HOURS_NOT_RECORDED` (heures non pointées),
   * `PRESENT_IN_CANCELLED_SESSION` (présent à une séance annulée), `PROOF_AWAITED` (justificatif attendu : la
   * facturation automatique attend, un agent peut émettre), `QUOTIENT_MISSING` et `QUOTIENT_EXPIRED` (quotient inconnu,
   * expiré), `UNUSUAL_AMOUNT` (montant loin de l’habitude de la famille),
   * `LESS_ON_CARRIED_DAY` (moins est dû pour un jour reporté : à rendre une fois qu’il est facturé), ou ce qui empêche l’émission : `TARIFF_MISSING` (tarif manquant), `PAYER_UNKNOWN` (payeur inconnu).
   */
  kind!: AnomalyKind;

  /** @example 3 */
  count!: number;

  /** Ce que cela veut dire et ce qu’il faut faire. @example "Réservé, mais pas pointé : compté au prix à l’unité." */
  message!: string;

  /** À corriger avant que la campagne puisse être émise. */
  stopsIssue!: boolean;
}

export class RunDetailsDto extends RunDto {
  /** Somme des factures, en centimes. @example 1289450 */
  totalCents!: number;

  /** Familles qui ont quelque chose à payer. */
  invoices!: number;

  /** Parmi elles, les factures qui ont leur numéro. */
  issued!: number;

  /** Avoirs que la campagne établit sur des factures précédentes. @example 2 */
  creditNotes!: number;

  /** Leur somme, en centimes. @example 610 */
  creditedCents!: number;

  anomalies!: AnomalyCountDto[];
}

export class AnomaliesQuery extends PageQuery {
  /** Seulement celles de cette sorte. */
  @IsOptional()
  @IsIn(ANOMALY_KINDS)
  kind?: AnomalyKind;

  /** Seulement celles de cette famille. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  familyId?: number;
}

export class AnomalyDto {
  kind!: AnomalyKind;
  /** @example "Réservé, mais pas pointé : compté au prix à l’unité." */
  message!: string;

  /** La famille qui paie ; `null` quand aucune n’est connue. @example 31 */
  familyId!: number | null;

  /** @example "DURAND" */
  family!: string | null;

  @DayField({
    optional: true,
    description: '`null`, comme l’enfant, pour ce qui concerne tout le brouillon d’une famille.',
  })
  date!: Temporal.PlainDate | null;

  /** @example 205 */
  sessionId!: number | null;

  /** @example 3 */
  prestationId!: number | null;

  /** @example "Cantine" */
  prestation!: string | null;

  /** @example 42 */
  childId!: number | null;

  /** @example "Zoé DURAND" */
  child!: string | null;

  /** Ce qui est facturé, quand un prix est connu. @example 18000 */
  amountCents!: number | null;

  /** Ce que la famille paie d’habitude, à côté d’un montant qui en est loin. @example 4500 */
  usualCents!: number | null;
}

export class RunCreditLineDto {
  /** @example "Zoé DURAND" */
  child!: string;

  /** @example "Cantine, jeudi 3 septembre 2026" */
  label!: string;

  /** @example 305 */
  billedCents!: number;

  /** À reprendre. @example 305 */
  cents!: number;
}

export class RunCreditNoteDto {
  creditNoteId!: number;

  /** `DRAFT` (brouillon) ou `ISSUED` (émis). */
  state!: 'DRAFT' | 'ISSUED';

  /** Tel qu’il est imprimé ; `null` pour un brouillon. @example "A-2026-000008" */
  number!: string | null;

  invoiceId!: number;

  /** La facture reprise. @example "F-2026-000123" */
  invoiceNumber!: string;

  familyId!: number;

  /** @example "DURAND" */
  family!: string;

  /** @example 305 */
  totalCents!: number;

  lines!: RunCreditLineDto[];
}

export class RunInvoiceDto {
  invoiceId!: number;

  /**
   * `DRAFT` (brouillon), `ISSUED` (émise), `NOTHING_DUE` quand tout est gratuit, `CARRIED` (sous le seuil, reportée sur
   * la suivante), `SET_ASIDE` (mise de côté par un agent).
   */
  state!: InvoiceState;

  /** Tel qu’il est imprimé ; `null` pour un brouillon. @example "F-2026-000123" */
  number!: string | null;

  familyId!: number;

  /** @example "DURAND" */
  family!: string;

  /** @example 4880 */
  totalCents!: number;
  /** Pourquoi un agent l’a mise de côté ; `null` pour les autres. @example "la famille conteste ses jours" */
  setAside!: string | null;
}

export class SetAsideDto {
  /** Pourquoi cette facture n’est pas émise avec les autres. @example "la famille conteste ses jours" */
  @Typed({ max: 200 })
  reason!: string;
}

export class IssueQuery {
  /** `true` : même les factures sous le seuil de la collectivité, sans rien reporter. @example "true" */
  @IsOptional()
  @IsIn(['true', 'false'])
  everything?: 'true' | 'false';
}
