import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MEANS_OF_PAYMENT } from '../../payments/index.js';
import { DayField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { CollectionFilter } from '../rules/collection-filter.js';

const MEANS = MEANS_OF_PAYMENT.map(({ code }) => code);

/** What of the receipts is wanted; all of them where nothing is told. */
export class CollectionFilterQuery {
  /** Premier jour comptable de la période. */
  @DayField({ example: '2026-11-01' })
  from!: Temporal.PlainDate;

  /** Dernier jour comptable de la période, compris. */
  @DayField({ example: '2026-11-30' })
  to!: Temporal.PlainDate;

  @ApiPropertyOptional({ enum: MEANS, description: 'Seulement ce moyen de paiement.' })
  @IsOptional()
  @IsIn(MEANS)
  means?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Seulement ce qui règle cette prestation.', example: 3 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  prestationId?: number;

  @ApiPropertyOptional({ description: 'Seulement cette nature M57 (article).', example: '7067' })
  @IsOptional()
  @Matches(/^\d{1,10}$/, { message: 'une nature est attendue, en chiffres.' })
  nature?: string;

  @ApiPropertyOptional({
    description: 'Seulement cette fonction M57 ; `-` pour ce qui n’en a pas.',
    example: '281',
  })
  @IsOptional()
  @Matches(/^(\d{1,10}|-)$/, { message: 'une fonction est attendue, en chiffres, ou un tiret.' })
  function?: string;
}

/** The same, page by page. */
export class CollectionPageQuery extends IntersectionType(CollectionFilterQuery, PageQuery) {}

/** What was asked, without what was not. */
export function collectionFilterOf(query: CollectionFilterQuery): CollectionFilter {
  const { from, to, means, prestationId, nature, function: fonction } = query;
  return {
    from,
    to,
    ...(means === undefined ? {} : { means }),
    ...(prestationId === undefined ? {} : { prestationId }),
    ...(nature === undefined ? {} : { nature }),
    ...(fonction === undefined ? {} : { function: fonction }),
  };
}
