import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import type { ReservationState } from '../data/reservation.entity.js';
import { OfferedSupplementDto, SupplementsField } from '../../reglement/index.js';
import { OverrideDto } from './override.dto.js';
import { RefusalDto } from './refusal.dto.js';

export class ReservationsQuery {
  @DayField({ description: 'Premier jour de service.', example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Dernier jour de service, 400 jours au plus après le premier.', example: '2027-07-02' })
  to!: Temporal.PlainDate;
}

export class ReservationDto {
  id!: number;
  @ApiProperty({ enum: ['RESERVED', 'CANCELLED'] })
  state!: ReservationState;
  @DayField()
  date!: Temporal.PlainDate;
  sessionId!: number;
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example "École Jean-Moulin" */
  siteName!: string;
  /** Le prix promis lors de la réservation, en centimes. @example 350 */
  unitCents!: number;
  /** Ce qui a été payé à la réservation, en centimes ; `null` : le jour est facturé avec le mois. @example null */
  @ApiProperty({ type: Number, nullable: true })
  paidCents!: number | null;
  /** Ce qui est crédité à la famille parce que le jour, déjà payé, est annulé ; `null` : rien. @example null */
  @ApiProperty({ type: Number, nullable: true })
  creditedCents!: number | null;
  @MomentField()
  bookedAt!: Temporal.Instant;
  @MomentField({ optional: true })
  cancelledAt!: Temporal.Instant | null;
  /** Si elle peut être annulée maintenant. */
  cancellable!: boolean;
  /**
   * Ce que voudrait dire une annulation maintenant, quand elle est tardive mais encore acceptée.
   * @example "annulation hors délai : le jour reste facturé en entier"
   */
  cancelTerms!: string | null;
  /** Si, le délai passé, la mairie peut être priée de l’annuler. @example false */
  cancelAskable!: boolean;
  @MomentField({ description: 'Premier instant où l’annulation est refusée.' })
  cancelClosesAt!: Temporal.Instant;
  /** Le menu choisi pour ce jour ; `null` : le menu habituel de l’enfant. @example null */
  menuTypeId!: number | null;
  /** Les suppléments pris ce jour-là, compris dans le prix. */
  @ApiProperty({ type: [String], example: ['Goûter'] })
  supplements!: readonly string[];
  /** Ceux que proposait le tarif promis, et leur prix. */
  @ApiProperty({ type: [OfferedSupplementDto] })
  offeredSupplements!: readonly OfferedSupplementDto[];
  /**
   * Ce que voudrait dire un échange de ce jour maintenant, quand il est tardif mais encore accepté.
   * @example "échange hors délai : avec une majoration de 50 %"
   */
  moveTerms!: string | null;
  /** Si le jour ne peut plus, ou ne peut pas, être échangé par la famille. @example false */
  moveRefused!: boolean;
  /** Si, le délai passé, la mairie peut être priée de l’échanger. @example false */
  moveAskable!: boolean;
  @MomentField({ description: 'Premier instant où l’échange du jour est tardif : le règlement dit s’il est refusé.' })
  modifyClosesAt!: Temporal.Instant;
  @MomentField({ description: 'Premier instant où un autre menu est refusé.' })
  dietClosesAt!: Temporal.Instant;
}

export class CancellationDto extends OverrideDto {
  /**
   * Le `cancelTerms` que la famille a lu, `null` dans le délai. S’il n’est plus vrai, rien n’est annulé
   * (`CANCELLATION_TERMS_CHANGED`) ; absent, l’annulation se fait aux conditions du moment.
   * @example null
   */
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  terms?: string | null;
}

export class NewCancellationsDto extends CancellationDto {
  /** @example [501, 502] */
  @ApiProperty({ type: [Number] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  reservationIds!: number[];
}

export class NewMoveDto {
  /** La séance de l’autre jour. @example 813 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  sessionId!: number;
}

export class MenuOfDayDto extends OverrideDto {
  /** Un type de menu de la collectivité ; `null` : le menu habituel de l’enfant. @example 2 */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  menuTypeId!: number | null;

  /** Celui que vous avez lu : s’il a changé entre-temps, rien n’est changé ; absent : sans cette vérification. @example 1 */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  replaces?: number | null;
}

export class PossibleMenuDto {
  /** @example 2 */
  menuTypeId!: number;
  /** @example "Panier PAI" */
  label!: string;
  /** Le repas est apporté par la famille. @example true */
  broughtByFamily!: boolean;
  /** Le menu de ce jour, pour l’instant. @example false */
  chosen!: boolean;
  /** Ce que coûterait ce jour avec ce menu, en centimes. @example 100 */
  unitCents!: number;
  /** Le même prix, tel qu’on le lit. @example "1,00 €" */
  price!: string;
}

export class SupplementsOfDayDto extends OverrideDto {
  @SupplementsField('Les suppléments à prendre ce jour-là ; vide : aucun.')
  supplements!: string[];
  @SupplementsField(
    'Ceux que vous avez lus : s’ils ont changé entre-temps, rien n’est changé ; absent : sans cette vérification.',
    { optional: true },
  )
  replaces?: string[] | null;
}

export class NotCancelledDto {
  reservationId!: number;
  @ApiProperty({ type: RefusalDto })
  refusal!: RefusalDto;
}

export class CancellationsDto {
  /** Les réservations qui sont annulées à l’instant. */
  @ApiProperty({ type: [Number] })
  cancelled!: readonly number[];
  /** Ce qui avait été payé à la réservation et vous est crédité, en centimes. @example 350 */
  creditedCents!: number;
  @ApiProperty({ type: [NotCancelledDto] })
  refused!: readonly NotCancelledDto[];
}
