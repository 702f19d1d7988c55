import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import type { PaymentState } from '../rules/basket-payment.js';
import { RefusalDto } from './refusal.dto.js';

export class DecidedLineDto {
  sessionId!: number;
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example "École Jean-Moulin" */
  siteName!: string;
  @DayField()
  date!: Temporal.PlainDate;
  /**
   * `AWAITING_PAYMENT` : la place est gardée, il reste à la payer. `NOT_PAID` : elle l’était, et a été rendue ; le jour est
   * encore dans le panier.
   */
  @ApiProperty({ enum: ['ACCEPTED', 'AWAITING_PAYMENT', 'NOT_PAID', 'REFUSED'] })
  outcome!: 'ACCEPTED' | 'AWAITING_PAYMENT' | 'NOT_PAID' | 'REFUSED';
  @ApiProperty({ type: Number, nullable: true })
  reservationId!: number | null;
  /** Le prix promis, en centimes, quand la ligne est acceptée. @example 350 */
  @ApiProperty({ type: Number, nullable: true })
  unitCents!: number | null;
  /** Le forfait qui comprend ce jour, dû une seule fois pour sa période ; `null` sans forfait. @example "45,00 € par mois" */
  @ApiProperty({ type: String, nullable: true })
  forfait!: string | null;
  @ApiProperty({ type: RefusalDto, nullable: true })
  refusal!: RefusalDto | null;
  @MomentField({ optional: true, description: 'Premier instant où la place gardée ne peut plus être payée.' })
  heldUntil!: Temporal.Instant | null;
}

/** Where the payment of the days that are paid at booking stands. */
export class BasketPaymentDto {
  /**
   * `AWAITING` : des places sont gardées, il reste à les payer. `CHECKING` : le délai est passé, un paiement commencé peut
   * encore arriver. `PAID` : payé. `NOT_PAID` : les places ont été rendues.
   */
  @ApiProperty({ enum: ['AWAITING', 'CHECKING', 'PAID', 'NOT_PAID'] })
  state!: PaymentState;
  @MomentField({ optional: true, description: 'Premier instant où une des places ne peut plus être payée.' })
  payUntil!: Temporal.Instant | null;
  /** Ce que coûtent les places qui peuvent être payées maintenant, en centimes. @example 1050 */
  dueCents!: number;
  /** Ce qu’en paie d’abord l’avoir de la famille. @example 400 */
  creditCents!: number;
  /** Ce qui reste à payer en ligne. @example 650 */
  toPayCents!: number;
  /** Il reste trop peu pour un paiement en ligne (moins de 1 €) : ces jours seront facturés avec le mois. @example false */
  billedLater!: boolean;
  /** Ce qui est payé, pour les jours réservés. @example 0 */
  paidCents!: number;
  /** @example "3 places vous sont gardées jusqu’à 14 h 20 : il reste 6,50 € à payer (10,50 €, dont 4,00 € par votre avoir)." */
  sentence!: string;
  /** La page où payer. @example "https://famille.valmont.example/familles/7/panier/paiements/91" */
  @ApiProperty({ type: String, nullable: true })
  url!: string | null;
}

export class ValidationDto {
  id!: number;
  @MomentField({ description: 'L’instant qui a décidé.' })
  validatedAt!: Temporal.Instant;
  accepted!: number;
  /** Jours dont la place est gardée en attendant le paiement. */
  awaiting!: number;
  refused!: number;
  /** Somme des prix promis, en centimes, sans les forfaits que disent les lignes. */
  cents!: number;
  /** @example "147 jours réservés, 3 refusés : complet le 26 novembre 2026." */
  sentence!: string;
  /** Ce qu’il reste à payer ; `null` quand rien ne se paie à la réservation. */
  @ApiProperty({ type: BasketPaymentDto, nullable: true })
  payment!: BasketPaymentDto | null;
  /** Par date. */
  @ApiProperty({ type: [DecidedLineDto] })
  lines!: readonly DecidedLineDto[];
}

export class StartedBasketPaymentDto {
  /** Où payer le reste : un quart d’heure au plus. `null` : tout est payé, les jours sont réservés. */
  @ApiProperty({ type: String, nullable: true, example: 'https://www.payfip.gouv.fr/tpa/paiementws.web?idop=…' })
  redirectUrl!: string | null;
  /** Ce qui se paie à cette adresse, en centimes. @example 650 */
  toPayCents!: number;
  validation!: ValidationDto;
}
