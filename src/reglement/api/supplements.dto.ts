import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

/**
 * Labels of supplements, as the tariff writes them; the rules tell if it has them. Where it is optional, absent or null
 * says nothing.
 */
export function SupplementsField(
  description: string,
  { optional = false }: { readonly optional?: boolean } = {},
): PropertyDecorator {
  const shape = { type: [String] satisfies [unknown], maxItems: 30, description, example: ['Goûter'] };
  return applyDecorators(
    optional ? ApiPropertyOptional({ ...shape, nullable: true }) : ApiProperty(shape),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(trimmed) : value)),
    ...(optional ? [IsOptional()] : []),
    IsArray(),
    ArrayMaxSize(30),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(60, { each: true }),
  );
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC').trim() : value;
}

/** A supplement that a tariff lets choose. */
export class OfferedSupplementDto {
  /** @example "Goûter" */
  label!: string;
  /** Ce qu’il ajoute au prix du jour, en centimes. @example 60 */
  cents!: number;
}
