import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MEANS_OF_PAYMENT } from '../../payments/index.js';
import { DayField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { CollectionFilter } from '../rules/collection-filter.js';
import { refuseUpsideDown } from '../rules/period.js';
import { FunctionFilter, IdFilter, NatureFilter } from './filter-fields.js';

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

  @IdFilter('Seulement ce qui règle cette prestation.', 3)
  prestationId?: number;

  @NatureFilter('Seulement cette nature M57 (article).')
  nature?: string;

  @FunctionFilter('Seulement cette fonction M57 ; `-` pour ce qui n’en a pas.')
  function?: string;
}

/** The same, page by page. */
export class CollectionPageQuery extends IntersectionType(CollectionFilterQuery, PageQuery) {}

/** What was asked, without what was not. Throws COLLECTION_REPORT_PERIOD_REFUSED. */
export function collectionFilterOf(query: CollectionFilterQuery): CollectionFilter {
  const { from, to, means, prestationId, nature, function: fonction } = query;
  refuseUpsideDown(from, to);
  return {
    from,
    to,
    ...(means === undefined ? {} : { means }),
    ...(prestationId === undefined ? {} : { prestationId }),
    ...(nature === undefined ? {} : { nature }),
    ...(fonction === undefined ? {} : { function: fonction }),
  };
}
