import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { SWAP_STATES, type SwapState } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField, Typed } from '../../platform/http/fields.js';

export class SwapSpanDto {
  @DayField({ example: '2026-11-09' })
  from!: Temporal.PlainDate;

  @DayField({ description: 'Compris.', example: '2026-11-15' })
  to!: Temporal.PlainDate;
}

export class NewSwapDto {
  /** @example 12 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  childId!: number;

  /**
   * Jours à venir où l’enfant va dans l’autre foyer que celui qui l’a : deux semaines sont deux périodes, une de chaque
   * foyer. 62 jours au plus.
   */
  @ApiProperty({ type: [SwapSpanDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SwapSpanDto)
  spans!: SwapSpanDto[];
}

export class RecordedSwapDto {
  /** L’un des deux foyers de l’enfant. @example 5 */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  familyId!: number;

  @ApiProperty({ type: [SwapSpanDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SwapSpanDto)
  spans!: SwapSpanDto[];

  /**
   * Pourquoi la mairie l’enregistre ; conservé dans le journal des accès.
   * @example "Papier signé par les deux parents, remis le 3 novembre"
   */
  @Typed({ max: 200 })
  reason!: string;
}

class SwapDayDto {
  @DayField()
  date!: Temporal.PlainDate;
}

export class OwnSwapDayDto extends SwapDayDto {
  /** Si ce foyer a l’enfant ce jour-là, une fois l’échange confirmé. @example false */
  withYou!: boolean;
}

export class SwapDayOfChildDto extends SwapDayDto {
  /** Le foyer qui a l’enfant ce jour-là, une fois l’échange confirmé. @example 6 */
  familyId!: number;
}

class SwapFactsDto {
  /** @example 3 */
  id!: number;
  /** `PENDING` : pas encore de réponse. `EXPIRED` : son premier jour est venu sans réponse. @example "PENDING" */
  @ApiProperty({ enum: SWAP_STATES })
  state!: SwapState;
  /** @example 12 */
  childId!: number;
  /** @example "Léa Moreau" */
  childName!: string;
  @MomentField()
  askedAt!: Temporal.Instant;
  @MomentField({ optional: true })
  answeredAt!: Temporal.Instant | null;
  @DayField({ description: 'Jour à partir duquel il n’est plus possible d’y répondre.' })
  firstDate!: Temporal.PlainDate;
}

export class OwnSwapDto extends SwapFactsDto {
  /** Si ce foyer l’a demandé ; sinon c’est à lui de répondre. @example true */
  askedByYou!: boolean;
  /** Par date. */
  @ApiProperty({ type: [OwnSwapDayDto] })
  days!: readonly OwnSwapDayDto[];
  /**
   * Réservations de ce foyer sur les jours qu’il donne, à partir d’aujourd’hui : elles restent à lui, et lui sont
   * facturées s’il ne les annule pas.
   * @example 4
   */
  ownReservations!: number;
  /**
   * Une fois l’échange confirmé, les jours venus à ce foyer où l’autre garde une réservation, à partir d’aujourd’hui : lui
   * seul peut l’annuler. De ces réservations, rien d’autre n’est dit.
   */
  @ApiProperty({ type: [String], format: 'date', example: ['2026-11-16'] })
  reservedByOther!: readonly Temporal.PlainDate[];
}

export class SwapOfChildDto extends SwapFactsDto {
  /** @example 5 */
  askingFamilyId!: number;
  /** @example 6 */
  otherFamilyId!: number;
  @ApiProperty({ type: [SwapDayOfChildDto] })
  days!: readonly SwapDayOfChildDto[];
  /**
   * Pourquoi la mairie l’a enregistré ; `null` quand les foyers se sont mis d’accord eux-mêmes.
   * @example "Papier signé par les deux parents"
   */
  @ApiProperty({ type: String, nullable: true })
  recordedReason!: string | null;
}
