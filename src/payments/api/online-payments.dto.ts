import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsPositive,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { Temporal } from '../../kernel/civil-time.js';
import {
  type Anomaly,
  ATTEMPT_STATES,
  type AttemptState,
  LEAST_CENTS,
  type Mode,
  MODES,
  MOST_CENTS,
} from '../../payfip/index.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { MayBeAbsent } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { REFERENCE_FORMS, type ReferenceForm } from '../rules/online-reference.js';

export class StartOnlinePaymentDto {
  /**
   * Les factures à payer, pour tout ce qui reste dû sur chacune : une seule quand la commune le demande, et toutes de la
   * même année.
   * @example [31]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  @IsPositive({ each: true })
  invoiceIds!: number[];
}

export class StartedOnlinePaymentDto {
  /** @example 57 */
  onlinePaymentId!: number;

  /**
   * La page de paiement, ouverte un quart d’heure.
   * @example "https://www.payfip.gouv.fr/tpa/paiementws.web?idop=6475fa10-b338-11e2-a082-001fe256bdfe"
   */
  redirectUrl!: string;

  /** En centimes. @example 4560 */
  cents!: number;

  /** Vrai quand la commune essaie le paiement : rien n’est débité ni réglé. @example false */
  test!: boolean;

  /** Vrai quand la même personne l’a commencé à l’instant : c’est celui-là. @example false */
  alreadyStarted!: boolean;
}

export class OnlineShareDto {
  /** @example 31 */
  invoiceId!: number;

  /** En centimes. @example 4560 */
  cents!: number;
}

export class FamilyOnlinePaymentDto {
  /** @example 57 */
  onlinePaymentId!: number;

  /**
   * `CREATED` (en préparation), `PENDING` (en cours), `PAID` (payé), `TESTED` (essai), `CANCELLED` (abandonné), `REFUSED`
   * (refusé par la banque), `EXPIRED` (non payé), `FAILED` (non ouvert), `ANOMALY` (la régie vérifie).
   * @example "PAID"
   */
  state!: AttemptState;

  /** @example "payé" */
  stateLabel!: string;

  /** En centimes. @example 4560 */
  cents!: number;

  @MomentField()
  createdAt!: Temporal.Instant;

  /** Ce qu’il règle ; vide pour des réservations payées à l’avance. */
  invoices!: OnlineShareDto[];

  /** Le paiement enregistré, avec sa quittance. @example 7 */
  paymentId!: number | null;

  /** Vrai quand ce paiement n’a pas tenu (un prélèvement rejeté ensuite par la banque). @example false */
  annulled!: boolean;
}

export class OnlinePaymentDto extends FamilyOnlinePaymentDto {
  /** @example 12 */
  familyId!: number;

  /** La validation de panier qu’il paie. @example null */
  validationId!: number | null;

  /** La référence de la dette chez PayFiP. @example "F2026000031A57" */
  reference!: string;

  /** L’exercice de la dette. @example 2026 */
  exercise!: number;

  /** `T` (essai), `X` (activation), `W` (production). @example "W" */
  mode!: Mode;

  /** L’opération de PayFiP. @example "6475fa10-b338-11e2-a082-001fe256bdfe" */
  idOp!: string | null;

  /** Pourquoi la régie doit regarder. @example null */
  anomaly!: Anomaly | null;

  /** Ce que PayFiP a dit en dernier, en codes. @example "P" */
  told!: string | null;

  /** @example "010203" */
  authorisation!: string | null;

  @DayField({ optional: true, description: 'Le jour du paiement.' })
  paidOn!: Temporal.PlainDate | null;

  @MomentField({ optional: true, description: 'La dernière question posée à PayFiP.' })
  askedAt!: Temporal.Instant | null;

  @MomentField({ optional: true, description: 'La prochaine, sans autre nouvelle.' })
  askAgainAt!: Temporal.Instant | null;
}

export class OnlinePaymentsQuery extends PageQuery {
  /** Seulement ceux dans cet état. @example "ANOMALY" */
  @IsOptional()
  @IsIn(ATTEMPT_STATES)
  state?: AttemptState;

  /** Seulement ceux de cette famille. @example 12 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @IsPositive()
  familyId?: number;
}

const NUMCLI = { message: 'six chiffres sont attendus.' };

export class PayfipSettingsDto {
  /** Vrai quand les familles peuvent payer en ligne. @example true */
  @IsBoolean()
  active!: boolean;

  /** Le numéro de client de la régie, donné par le SGC. @example "012345" */
  @Matches(/^\d{6}$/, NUMCLI)
  numcli!: string;

  /**
   * `T` : essai, rien n’est débité ni réglé ; `X` : activation, le premier vrai paiement ; `W` : production.
   * @example "W"
   */
  @IsIn(MODES)
  mode!: Mode;

  /** Vrai quand un paiement peut régler plusieurs factures. @example true */
  @IsBoolean()
  severalInvoices!: boolean;

  /** Le plafond d’un paiement, en centimes ; absent : 99 999,99 €, le plus que PayFiP accepte. @example 9999999 */
  @MayBeAbsent()
  @IsInt()
  @Min(LEAST_CENTS)
  @Max(MOST_CENTS)
  mostCents?: number;

  /**
   * La référence que PayFiP porte sur ses relevés. `INVOICE` : le numéro de la facture et celui du paiement ; `NUMBER` : un
   * préfixe et le numéro du paiement.
   * @example "INVOICE"
   */
  @IsIn(REFERENCE_FORMS)
  referenceForm!: ReferenceForm;

  /** Huit lettres ou chiffres au plus. @example "CANTINE" */
  @IsOptional()
  @Matches(/^[A-Za-z0-9]{1,8}$/, { message: 'un à huit lettres (sans accent) ou chiffres sont attendus.' })
  referencePrefix?: string | null;
}

export class PayfipCheckDto {
  /**
   * `KNOWN` : PayFiP connaît ce client ; `REFUSED` : il ne le connaît pas ou ne l’a pas ouvert ; `UNANSWERED` : il n’a pas
   * répondu.
   * @example "REFUSED"
   */
  outcome!: 'KNOWN' | 'REFUSED' | 'UNANSWERED';

  /** Le code de PayFiP, quand il refuse. @example "T2" */
  code!: string | null;

  /** Ses mots. @example "Numéro de client inconnu" */
  label!: string | null;
}

export class PaymentOptionsDto {
  /** Vrai quand la famille peut payer en ligne. @example true */
  online!: boolean;

  /** Vrai quand la commune essaie le paiement : rien n’est débité ni réglé. @example false */
  test!: boolean;

  /** Vrai quand un paiement peut régler plusieurs factures. @example true */
  severalInvoices!: boolean;
}
