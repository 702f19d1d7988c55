import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import type { Temporal, Weekday } from '../../kernel/civil-time.js';
import { DayField, WeekdaysField } from '../../platform/http/fields.js';

const LARGEST_ID = 2_147_483_647;

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
  /** Les lignes ajoutées, pour les retirer ensemble du panier. @example [881, 882] */
  @ApiProperty({ type: [Number] })
  lineIds!: readonly number[];
  /** @example "34 jours ajoutés au panier, 2 laissés de côté." */
  sentence!: string;
  @ApiProperty({ type: [SpanCountDto] })
  byChildAndPrestation!: readonly SpanCountDto[];
  @ApiProperty({ type: [SpanReasonDto] })
  reasons!: readonly SpanReasonDto[];
}
