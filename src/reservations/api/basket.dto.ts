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
import { RefusalDto } from './refusal.dto.js';

const LARGEST_ID = 2_147_483_647;

export class OverrideDto {
  /** The mairie acts beyond the window of the règlement; refused to parents. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  override?: boolean;

  /**
   * Why, when `override` is true; kept in the audit trail.
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

export class WantedLineDto {
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  sessionId!: number;

  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  childId!: number;
}

export class NewLinesDto extends OverrideDto {
  /** One line: the session… */
  @ApiPropertyOptional({ type: Number })
  @ValidateIf(({ lines }: NewLinesDto) => lines === undefined)
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  sessionId?: number;

  /** …and the child. */
  @ApiPropertyOptional({ type: Number })
  @ValidateIf(({ lines }: NewLinesDto) => lines === undefined)
  @IsInt()
  @Min(1)
  @Max(LARGEST_ID)
  childId?: number;

  /** Or many lines. */
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

  @DayField({ description: 'Included; 400 days after the first at most.', example: '2027-07-02' })
  to!: Temporal.PlainDate;

  @WeekdaysField({ optional: true, description: 'Only these days of the week; all of them when absent.' })
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
  /** READY: would be accepted now. REFUSED: would not; the line stays, with its reason, until it is removed. */
  @ApiProperty({ enum: ['READY', 'REFUSED'] })
  state!: 'READY' | 'REFUSED';
  @ApiProperty({ type: RefusalDto, nullable: true })
  refusal!: RefusalDto | null;
  /**
   * This family's price of that day, in cents; null while no tariff covers it.
   * @example 350
   */
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
  placesLeft!: number;
  @MomentField({ description: 'First instant at which validating the line is refused.' })
  addClosesAt!: Temporal.Instant;
  @MomentField({ description: 'First instant at which cancelling it, once reserved, is refused.' })
  cancelClosesAt!: Temporal.Instant;
  @MomentField()
  addedAt!: Temporal.Instant;
}

export class BasketTotalDto {
  id!: number;
  /** @example "Léa Moreau" */
  name!: string;
  /** Lines that would be accepted now. */
  ready!: number;
  /** Their sum, in cents. */
  cents!: number;
  /** Lines that would be refused now. */
  refused!: number;
}

export class BasketDto {
  @MomentField({ description: 'The instant that the states and prices are true of.' })
  readAt!: Temporal.Instant;
  /** By date. */
  @ApiProperty({ type: [BasketLineDto] })
  lines!: readonly BasketLineDto[];
  ready!: number;
  refused!: number;
  /** Sum of the ready lines, in cents. */
  cents!: number;
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
  /** What could not be added, each with its reason. */
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
  /** Days added. */
  added!: number;
  @DayField({ optional: true, description: 'First day added.' })
  first!: Temporal.PlainDate | null;
  @DayField({ optional: true, description: 'Last day added.' })
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
  /** The reason in French, for the first of the days. @example "Les réservations du jeudi 26 novembre 2026 sont closes depuis le jeudi 19 novembre 2026 à 12 h 00." */
  detail!: string;
  @ApiProperty({ type: [String], format: 'date', example: ['2026-11-26'] })
  dates!: readonly Temporal.PlainDate[];
}

export class AddedSpanDto {
  /** Days added, all children and prestations together. */
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
  /**
   * The promised price, in cents, when accepted.
   * @example 350
   */
  @ApiProperty({ type: Number, nullable: true })
  unitCents!: number | null;
  @ApiProperty({ type: RefusalDto, nullable: true })
  refusal!: RefusalDto | null;
}

export class ValidationDto {
  id!: number;
  @MomentField({ description: 'The instant that decided.' })
  validatedAt!: Temporal.Instant;
  accepted!: number;
  refused!: number;
  /** Sum of the promised prices, in cents. */
  cents!: number;
  /** @example "147 jours réservés, 3 refusés : complet le 26 novembre 2026." */
  sentence!: string;
  /** By date. */
  @ApiProperty({ type: [DecidedLineDto] })
  lines!: readonly DecidedLineDto[];
}
