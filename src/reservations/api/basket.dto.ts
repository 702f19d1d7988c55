import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { OfferedSupplementDto, SupplementsField } from '../../reglement/index.js';
import { OverrideDto } from './override.dto.js';
import { RefusalDto } from './refusal.dto.js';

const LARGEST_ID = 2_147_483_647;

const WITH_A_DAY =
  'Les suppléments du tarif à prendre ce jour-là ; vide : aucun ; absents : ceux que l’enfant prend d’habitude.';

export class WantedLineDto {
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  sessionId!: number;

  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  childId!: number;

  @SupplementsField(WITH_A_DAY, { optional: true })
  supplements?: string[] | null;
}

export class NewLinesDto extends OverrideDto {
  /** Une ligne : la séance… */
  @ApiPropertyOptional({ type: Number })
  @ValidateIf(({ lines }: NewLinesDto) => lines === undefined)
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  sessionId?: number;

  /** …et l’enfant. */
  @ApiPropertyOptional({ type: Number })
  @ValidateIf(({ lines }: NewLinesDto) => lines === undefined)
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  childId?: number;

  @SupplementsField(WITH_A_DAY, { optional: true })
  supplements?: string[] | null;

  /** Ou plusieurs lignes. */
  @ApiPropertyOptional({ type: [WantedLineDto] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => WantedLineDto)
  lines?: WantedLineDto[];
}

export class RemovedLinesDto {
  /** @example [301, 302] */
  @ApiProperty({ type: [Number] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LARGEST_ID, { each: true })
  lineIds!: number[];
}

export class BasketLineDto {
  id!: number;
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
   * `READY` : serait acceptée maintenant. `AWAITING_PAYMENT` : sa place est gardée, il reste à la payer. `REFUSED` : ne
   * le serait pas ; la ligne reste, avec sa raison, jusqu’à son retrait.
   */
  @ApiProperty({ enum: ['READY', 'AWAITING_PAYMENT', 'REFUSED'] })
  state!: 'READY' | 'AWAITING_PAYMENT' | 'REFUSED';
  /** La validation à payer, quand la place est gardée. @example 91 */
  @ApiProperty({ type: Number, nullable: true })
  validationId!: number | null;
  @MomentField({ optional: true, description: 'Premier instant où la place gardée ne peut plus être payée.' })
  heldUntil!: Temporal.Instant | null;
  @ApiProperty({ type: RefusalDto, nullable: true })
  refusal!: RefusalDto | null;
  /** Le prix de ce jour pour cette famille, en centimes ; `null` tant qu’aucun tarif ne le couvre. @example 350 */
  @ApiProperty({ type: Number, nullable: true })
  unitCents!: number | null;
  /**
   * Le prix tel qu’on le lit, et comment il se forme quand un seul montant ne le dit pas.
   * @example "45,00 € par mois"
   */
  @ApiProperty({ type: String, nullable: true })
  price!: string | null;
  /**
   * Ce que coûte le retard, quand le délai est passé et que le règlement accepte encore.
   * @example "hors délai : avec une majoration de 50 %"
   */
  @ApiProperty({ type: String, nullable: true })
  late!: string | null;
  /** Les suppléments pris ce jour-là, compris dans le prix. */
  @ApiProperty({ type: [String], example: ['Goûter'] })
  supplements!: readonly string[];
  /** Ceux que propose le tarif de ce jour, au prix de cet enfant. */
  @ApiProperty({ type: [OfferedSupplementDto] })
  offeredSupplements!: readonly OfferedSupplementDto[];
  placesLeft!: number;
  @MomentField({ description: 'Premier instant où la validation de la ligne est refusée.' })
  addClosesAt!: Temporal.Instant;
  @MomentField({
    description:
      'Premier instant où le jour ne se réserve plus comme maintenant : sa limite ou, une fois passée, la fin de ce que le règlement accepte en retard.',
  })
  bookableUntil!: Temporal.Instant;
  @MomentField({ description: 'Premier instant où son annulation, une fois réservée, est refusée.' })
  cancelClosesAt!: Temporal.Instant;
  @MomentField()
  addedAt!: Temporal.Instant;
}

export class BasketTotalDto {
  id!: number;
  /** @example "Léa Moreau" */
  name!: string;
  /** Lignes qui seraient acceptées maintenant. */
  ready!: number;
  /** Leur somme, en centimes, avec les forfaits qu’elles rendent dus. */
  cents!: number;
  /** Lignes dont la place est gardée en attendant le paiement. */
  awaiting!: number;
  /** Ce qu’il reste à payer pour elles, en centimes. */
  awaitingCents!: number;
  /** Lignes qui seraient refusées maintenant. */
  refused!: number;
}

/** A forfait covers days whatever their number: it is due once in its period. */
export class BasketForfaitDto {
  childId!: number;
  prestationId!: number;
  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;
  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;
  /** Jours du panier qu’il comprend. @example 8 */
  days!: number;
  /** Ce que le panier rend dû ; 0 si un jour réservé avant le doit déjà. @example 4500 */
  cents!: number;
  /** @example "Cantine, Léa Moreau : forfait de 45,00 € pour la période du 1er novembre 2026 au 30 novembre 2026, dû une seule fois ; il comprend 8 jours de ce panier." */
  sentence!: string;
}

export class BasketDto {
  @MomentField({ description: 'L’instant auquel valent les états et les prix.' })
  readAt!: Temporal.Instant;
  /** Par date. */
  @ApiProperty({ type: [BasketLineDto] })
  lines!: readonly BasketLineDto[];
  ready!: number;
  /** Lignes dont la place est gardée en attendant le paiement. */
  awaiting!: number;
  /** Ce qu’il reste à payer pour elles, en centimes. */
  awaitingCents!: number;
  refused!: number;
  /** Somme des lignes prêtes et des forfaits qu’elles rendent dus, en centimes. */
  cents!: number;
  /** Les forfaits qui comprennent des jours du panier, et ce qu’ils y ajoutent. */
  @ApiProperty({ type: [BasketForfaitDto] })
  forfaits!: readonly BasketForfaitDto[];
  @ApiProperty({ type: [BasketTotalDto] })
  byChild!: readonly BasketTotalDto[];
  @ApiProperty({ type: [BasketTotalDto] })
  byPrestation!: readonly BasketTotalDto[];
}

export class LeftOutLineDto {
  sessionId!: number;
  childId!: number;
  @ApiProperty({ type: RefusalDto })
  refusal!: RefusalDto;
}

export class AddedLinesDto {
  @ApiProperty({ type: [BasketLineDto] })
  added!: readonly BasketLineDto[];
  /** Ce qui n’a pas pu être ajouté, chaque fois avec sa raison. */
  @ApiProperty({ type: [LeftOutLineDto] })
  leftOut!: readonly LeftOutLineDto[];
}
