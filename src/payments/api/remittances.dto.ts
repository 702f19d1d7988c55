import { IsIn, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { type Means, MEANS_OF_PAYMENT } from '../rules/means.js';

export class MakeRemittanceDto {
  /** Le moyen de paiement versé : un bordereau pour chacun. @example "CHEQUE" */
  @IsIn(MEANS_OF_PAYMENT.map(({ code }) => code))
  means!: Means;

  /** Le jour du versement ; aujourd’hui sans précision. Ce qui compte pour les jours suivants attend le prochain. */
  @IsOptional()
  @DayField({ optional: true })
  handedOn?: Temporal.PlainDate;
}

export class AcceptRemittanceDto {
  /** Le jour où le comptable l’a reçu et signé : de celui du bordereau à aujourd’hui. */
  @DayField()
  acceptedOn!: Temporal.PlainDate;

  /** Ce qu’il y a porté, son numéro de récépissé par exemple. @example "P1E 2026-118" */
  @IsOptional()
  @Typed({ max: 60 })
  reference?: string | null;
}

export class ReverseRemittanceDto {
  /** Pourquoi ce bordereau est annulé ; imprimé dessus. @example "Un chèque n’était pas dans la liasse" */
  @Typed({ max: 200 })
  note!: string;
}

export class RemittanceAcceptedDto {
  @DayField()
  on!: Temporal.PlainDate;

  /** @example "P1E 2026-118" */
  reference!: string | null;
}

export class RemittanceCancelledDto {
  /** Le jour pour lequel l’annulation compte en comptabilité. */
  @DayField()
  on!: Temporal.PlainDate;

  /** @example "Un chèque n’était pas dans la liasse" */
  note!: string;
}

export class RemittanceDto {
  /** @example 5 */
  id!: number;

  /** Numéro du bordereau, sans rupture dans l’année. @example "V-2026-000005" */
  number!: string;

  /** @example "CHEQUE" */
  means!: Means;

  /** @example "chèque" */
  meansLabel!: string;

  @DayField()
  handedOn!: Temporal.PlainDate;

  /** Le jour pour lequel il compte en comptabilité. */
  @DayField()
  accountedOn!: Temporal.PlainDate;

  /** Nombre de paiements versés. @example 42 */
  payments!: number;

  /** Paiements de bordereaux précédents qui n’ont pas tenu, et avoirs remboursés, déduits, en centimes. @example 0 */
  deductedCents!: number;

  /** En centimes. @example 312050 */
  totalCents!: number;

  @MomentField()
  madeAt!: Temporal.Instant;

  /** `null` tant que la Trésorerie ne l’a pas reçu. */
  accepted!: RemittanceAcceptedDto | null;

  /** `null` tant qu’il tient. Annulé, il garde son numéro, et ce qu’il versait attend un autre bordereau. */
  cancelled!: RemittanceCancelledDto | null;
}

export class RemittedPaymentDto {
  /** @example "Q-2026-000007" */
  receiptNumber!: string;

  @DayField()
  receivedOn!: Temporal.PlainDate;

  /** @example "Camille DURAND" */
  payerName!: string;

  /** @example "CIC 0012345" */
  reference!: string | null;

  /** En centimes. @example 9600 */
  cents!: number;
}

export class RemittedReversalDto {
  /** @example "AQ-2026-000003" */
  number!: string;

  /** @example "Q-2026-000002" */
  receiptNumber!: string;

  /** @example "chèque impayé" */
  reason!: string;

  /** Déduit, en centimes. @example 4200 */
  cents!: number;
}

export class RefundsToldDto {
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

export class RemittanceDetailsDto extends RemittanceDto {
  /** Dans l’ordre des quittances. */
  lines!: RemittedPaymentDto[];

  deductions!: RemittedReversalDto[];

  /** Des virements : les avoirs remboursés aux familles, déduits, et ce qui en est revenu. */
  refunds!: RefundsToldDto[];
}
