import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Temporal, Weekday } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed, WeekdaysField } from '../../platform/http/fields.js';
import { OfferedSupplementDto, SupplementsField } from '../../reglement/index.js';
import { RefusalDto } from './refusal.dto.js';

const LARGEST_ID = 2_147_483_647;

export class OverrideDto {
  /** La mairie agit au-delà des délais du règlement ; refusé aux parents. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  override?: boolean;

  /**
   * Pourquoi, quand `override` est vrai ; conservé dans le journal des accès.
   * @example "Hospitalisation d’un parent, accord de la directrice"
   */
  @ApiPropertyOptional({ type: String, maxLength: 200 })
  @IsOptional()
  @Typed({ max: 200 })
  reason?: string;
}

/** What the body of an act of a parent, or of the mairie, looks like. */
export const OVERRIDE_EXAMPLES = {
  parent: { value: {} },
  mairie: { value: { override: true, reason: 'Hospitalisation d’un parent, accord de la directrice' } },
};

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

export class NewSpanDto {
  /** @example [12, 13] */
  @ApiProperty({ type: [Number] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LARGEST_ID, { each: true })
  childIds!: number[];

  /** @example [3] */
  @ApiProperty({ type: [Number] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LARGEST_ID, { each: true })
  prestationIds!: number[];

  @DayField({ example: '2026-09-01' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Compris ; 400 jours au plus après le premier.', example: '2027-07-02' })
  to!: Temporal.PlainDate;

  @WeekdaysField({ optional: true, description: 'Seulement ces jours de la semaine ; tous s’il est absent.' })
  weekdays?: Weekday[] | null;
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
   * `READY` : serait acceptée maintenant. `REFUSED` : ne le serait pas ; la ligne reste, avec sa raison, jusqu’à son
   * retrait.
   */
  @ApiProperty({ enum: ['READY', 'REFUSED'] })
  state!: 'READY' | 'REFUSED';
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

export class SpanCountDto {
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** Jours ajoutés. */
  added!: number;
  @DayField({ optional: true, description: 'Premier jour ajouté.' })
  first!: Temporal.PlainDate | null;
  @DayField({ optional: true, description: 'Dernier jour ajouté.' })
  last!: Temporal.PlainDate | null;
}

export class SpanReasonDto {
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  prestationId!: number;
  /** @example "Cantine" */
  prestationName!: string;
  /** @example "SESSION_FULL" */
  @ApiProperty({ type: String })
  code!: string;
  /**
   * La raison en français, pour le premier de ces jours.
   * @example "Les réservations du jeudi 26 novembre 2026 sont closes depuis le jeudi 19 novembre 2026 à 12 h 00."
   */
  detail!: string;
  @ApiProperty({ type: [String], format: 'date', example: ['2026-11-26'] })
  dates!: readonly Temporal.PlainDate[];
}

export class AddedSpanDto {
  /** Jours ajoutés, tous enfants et prestations confondus. */
  added!: number;
  leftOut!: number;
  /** @example "34 jours ajoutés au panier, 2 laissés de côté." */
  sentence!: string;
  @ApiProperty({ type: [SpanCountDto] })
  byChildAndPrestation!: readonly SpanCountDto[];
  @ApiProperty({ type: [SpanReasonDto] })
  reasons!: readonly SpanReasonDto[];
}

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
  @ApiProperty({ enum: ['ACCEPTED', 'REFUSED'] })
  outcome!: 'ACCEPTED' | 'REFUSED';
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
}

export class ValidationDto {
  id!: number;
  @MomentField({ description: 'L’instant qui a décidé.' })
  validatedAt!: Temporal.Instant;
  accepted!: number;
  refused!: number;
  /** Somme des prix promis, en centimes, sans les forfaits que disent les lignes. */
  cents!: number;
  /** @example "147 jours réservés, 3 refusés : complet le 26 novembre 2026." */
  sentence!: string;
  /** Par date. */
  @ApiProperty({ type: [DecidedLineDto] })
  lines!: readonly DecidedLineDto[];
}
