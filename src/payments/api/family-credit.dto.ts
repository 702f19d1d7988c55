import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import { CREDIT_MOVEMENT_KINDS, type CreditMovementKind } from '../rules/credit-movement.js';
import { RefundRequestDto } from './refunds.dto.js';

export class FamilyCreditDto {
  /** Ce que la collectivité garde pour la famille, en centimes. @example 2400 */
  heldCents!: number;

  /** Ce qui peut être utilisé ou remboursé : le reste est gardé pour un panier en cours de paiement. @example 2400 */
  freeCents!: number;

  /** La demande de remboursement qui attend ; `null` s’il n’y en a pas. */
  refundRequest!: RefundRequestDto | null;
}

export class CreditMovementDto {
  /** @example 118 */
  id!: number;

  @DayField()
  date!: Temporal.PlainDate;

  @ApiProperty({ enum: CREDIT_MOVEMENT_KINDS, description: 'Ce qui a fait le mouvement.', example: 'payment' })
  kind!: CreditMovementKind;

  /** @example "paiement supérieur aux factures" */
  kindLabel!: string;

  /** La pièce, comme en comptabilité. @example "Quittance Q-2026-000007" */
  label!: string;

  /** Plus que zéro : ajouté à l’avoir ; moins : utilisé ou rendu. En centimes. @example 2400 */
  cents!: number;

  /** Le paiement dont viennent la quittance ou son annulation. @example 7 */
  paymentId!: number | null;

  /** L’avoir sur facture, à télécharger comme les autres. @example null */
  creditNoteId!: number | null;
}
