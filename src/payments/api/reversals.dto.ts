import { IsIn, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { REVERSAL_REASONS, type ReversalReason } from '../rules/reversal.js';
import { SettledPartDto } from './payments.dto.js';

export class ReversePaymentDto {
  /**
   * `UNPAID_CHEQUE` (chèque impayé), `REJECTED_DEBIT` (prélèvement rejeté), `DISPUTED_CARD` (carte contestée),
   * `TRANSFER_RECALLED` (virement rappelé), `MISTAKE` (erreur d’enregistrement), `OTHER` (autre motif, à préciser).
   * @example "UNPAID_CHEQUE"
   */
  @IsIn(REVERSAL_REASONS)
  reason!: ReversalReason;

  /** Ce que dit la banque, ou ce qu’était l’erreur ; la famille le lit. @example "Provision insuffisante" */
  @IsOptional()
  @Typed({ max: 200 })
  note?: string | null;

  /** Le jour du rejet ou de l’erreur ; aujourd’hui sans précision. */
  @IsOptional()
  @DayField({ optional: true })
  occurredOn?: Temporal.PlainDate;
}

export class ReversalDto {
  /** @example 3 */
  id!: number;

  /** Numéro de l’annulation, sans rupture dans l’année. @example "AQ-2026-000003" */
  number!: string;

  /** @example 7 */
  paymentId!: number;

  /** La quittance annulée. @example "Q-2026-000007" */
  receiptNumber!: string;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** @example "UNPAID_CHEQUE" */
  reason!: ReversalReason;

  /** @example "chèque impayé" */
  reasonLabel!: string;

  /** @example "Provision insuffisante" */
  note!: string | null;

  /** Le jour du rejet ou de l’erreur. */
  @DayField()
  occurredOn!: Temporal.PlainDate;

  /** Le jour pour lequel elle compte en comptabilité et dans les états d’encaissement. */
  @DayField()
  accountedOn!: Temporal.PlainDate;

  /** En centimes. @example 9600 */
  cents!: number;

  /** Ce que le paiement avait réglé, et qui est de nouveau à payer. */
  dueAgain!: SettledPartDto[];

  /** L’avoir que le paiement avait laissé, repris, en centimes. @example 0 */
  creditCents!: number;

  /** Ce que cet avoir avait payé depuis, et qui est de nouveau à payer. */
  creditUndone!: SettledPartDto[];

  /** Ce que la famille devait payer ensuite, en centimes. @example 9600 */
  stillDueCents!: number;

  /** Ce qui attend la Trésorerie : le reste de ces factures y est à payer, et ceci ensuite à la régie. @example 0 */
  waitingCents!: number;

  @MomentField()
  reversedAt!: Temporal.Instant;
}

export class ReversedPaymentDto extends ReversalDto {
  /**
   * Vrai (avec le statut 200) quand ce paiement était déjà annulé : voici l’annulation, rien n’a été ajouté.
   * @example false
   */
  alreadyReversed!: boolean;
}
