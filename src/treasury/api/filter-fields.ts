import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const NATURE = /^\d{1,10}$/;
const FUNCTION = /^(\d{1,10}|-)$/;

/** Only what is of one row: its id. */
export const IdFilter = (description: string, example: number): PropertyDecorator =>
  whole({ description, example }, 1, 2_147_483_647);

/** Only the invoices of one exercice. */
export const YearFilter = (description: string): PropertyDecorator => whole({ description, example: 2026 }, 2000, 9999);

/** Only what was invoiced under a nature of the M57. */
export const NatureFilter = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ pattern: NATURE.source, description, example: '7067' }),
    IsOptional(),
    Matches(NATURE, { message: 'une nature est attendue, en chiffres.' }),
  );

/** Only what was invoiced under a fonction of the M57, `-` for none. */
export const FunctionFilter = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ pattern: FUNCTION.source, description, example: '281' }),
    IsOptional(),
    Matches(FUNCTION, { message: 'une fonction est attendue, en chiffres, ou un tiret.' }),
  );

function whole(told: { description: string; example: number }, least: number, most: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ minimum: least, maximum: most, type: 'integer', ...told }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(least),
    Max(most),
  );
}
