import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { COUNTER_MEANS, type Means } from '../rules/means.js';

/** A million euros: above it, a finger stayed on a key. */
const MOST_CENTS = 100_000_000;

export class ShareDto {
  /** @example 31 */
  @IsInt()
  @Min(1)
  invoiceId!: number;

  /** Part du paiement qui va à cette facture, en centimes. @example 4200 */
  @IsInt()
  @Min(1)
  @Max(MOST_CENTS)
  cents!: number;
}

export class RecordPaymentDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  familyId!: number;

  /**
   * `CHEQUE` (chèque), `CASH` (espèces, 300 € au plus), `CARD` (carte bancaire), `CESU` (garde d’enfants seulement),
   * `TRANSFER` (virement).
   * @example "CHEQUE"
   */
  @IsIn(COUNTER_MEANS)
  means!: Means;

  /** Montant en centimes ; au plus ce que la famille doit encore payer, à moins de garder le reste en avoir. @example 9600 */
  @IsInt()
  @Min(1)
  @Max(MOST_CENTS)
  cents!: number;

  /** Le jour où l’argent a été reçu : aujourd’hui au plus tard. */
  @DayField()
  receivedOn!: Temporal.PlainDate;

  /** Numéro et banque du chèque, référence du virement… @example "CIC 0012345" */
  @IsOptional()
  @Typed({ max: 80 })
  reference?: string | null;

  /** Qui l’a remis ; le premier responsable de la famille sans précision. @example "Camille DURAND" */
  @IsOptional()
  @Typed({ max: 120 })
  payerName?: string | null;

  /**
   * Combien va à chaque facture, pour un total égal au paiement ; sans cela, la plus anciennement due est réglée
   * d’abord.
   */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ShareDto)
  shares?: ShareDto[];

  /**
   * Ce qui dépasse les factures à payer : refusé (`REFUSE`, sans précision), ou gardé en avoir pour la famille
   * (`CREDIT`).
   * @example "REFUSE"
   */
  @IsOptional()
  @IsIn(['REFUSE', 'CREDIT'])
  excess?: 'REFUSE' | 'CREDIT';

  /**
   * Le même paiement, demandé deux fois en deux minutes par la même personne, ne compte qu’une fois. Vrai pour en
   * enregistrer un second.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  confirmSecond?: boolean;
}

export class SettledPartDto {
  /** @example 31 */
  invoiceId!: number;

  /** @example "F-2026-000031" */
  invoiceNumber!: string;

  /** @example "Cantine" */
  prestation!: string;

  /** En centimes. @example 7200 */
  cents!: number;
}

export class AnnulmentDto {
  /** @example "AQ-2026-000003" */
  number!: string;

  /** Le jour pour lequel l’annulation compte. */
  @DayField()
  on!: Temporal.PlainDate;

  /** @example "chèque impayé" */
  reasonLabel!: string;
}

export class PaymentDto {
  /** @example 7 */
  id!: number;

  /** @example 12 */
  familyId!: number;

  /** @example "DURAND" */
  familyName!: string;

  /** @example "CHEQUE" */
  means!: Means;

  /** @example "chèque" */
  meansLabel!: string;

  /** En centimes. @example 9600 */
  cents!: number;

  /** Le jour où l’argent a été reçu. */
  @DayField()
  receivedOn!: Temporal.PlainDate;

  /** Le jour pour lequel il compte en comptabilité et dans les états d’encaissement. */
  @DayField()
  accountedOn!: Temporal.PlainDate;

  /** @example "CIC 0012345" */
  reference!: string | null;

  /** @example "Camille DURAND" */
  payerName!: string;

  /** Numéro de la quittance, sans rupture dans l’année. @example "Q-2026-000007" */
  receiptNumber!: string;

  @MomentField()
  recordedAt!: Temporal.Instant;

  /** Ce qu’il règle, par facture et prestation. */
  settled!: SettledPartDto[];

  /** Ce qui n’a rien réglé et reste en avoir pour la famille, en centimes. @example 0 */
  heldCents!: number;

  /** Ce que la famille devait encore payer ensuite, en centimes. @example 0 */
  stillDueCents!: number;

  /** L’annulation de ce paiement ; `null` s’il tient. */
  annulled!: AnnulmentDto | null;
}

export class RecordedPaymentDto extends PaymentDto {
  /**
   * Vrai (avec le statut 200) quand le même paiement a été enregistré à l’instant : c’est celui-là, rien n’a été
   * ajouté.
   * @example false
   */
  alreadyRecorded!: boolean;
}

export class PaymentsQuery extends PageQuery {
  /** Premier jour comptable voulu. */
  @IsOptional()
  @DayField({ optional: true })
  from?: Temporal.PlainDate;

  /** Dernier jour comptable voulu. */
  @IsOptional()
  @DayField({ optional: true })
  to?: Temporal.PlainDate;
}
