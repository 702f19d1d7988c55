import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type as Converted } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** Keyset pagination: stable while rows are added, the same cost on every page. */
export class PageQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: 50,
    description: 'Nombre de lignes voulu.',
  })
  @IsOptional()
  @Converted(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Le `next` de la page précédente ; absent pour la première page.',
  })
  @IsOptional()
  @Converted(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  after?: number;
}

export interface Page<Item> {
  readonly items: Item[];
  /** Give it as `after` to read on; null on the last page. */
  readonly next: number | null;
}

export function limitOf(query: PageQuery): number {
  return query.limit ?? 50;
}

/** Makes a page of the `limit + 1` rows that were read. */
export function pageOf<Row extends { readonly id: number }, Item>(
  rows: readonly Row[],
  limit: number,
  shape: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(shape), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** Documents a page of items. */
export function ApiPage(item: Type): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'next'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          next: {
            type: 'integer',
            nullable: true,
            description: 'À donner comme `after` pour lire la suite ; `null` à la dernière page.',
          },
        },
      },
    }),
  );
}
