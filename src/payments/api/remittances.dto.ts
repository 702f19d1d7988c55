import { IsIn, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
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
