import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInstance,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { Temporal, WEEKDAYS } from '../../kernel/civil-time.js';
import { withoutTurns } from '../../kernel/reading-order.js';

/** Fields whose value is a civil-time value: text in JSON, Temporal in the code, for requests and for answers. */
interface FieldOptions {
  readonly description?: string;
  readonly example?: string;
  /** May be absent or null. */
  readonly optional?: boolean;
}

export function DayField(options: FieldOptions = {}): PropertyDecorator {
  return temporalField(
    options,
    'date',
    '2026-11-26',
    (text) => Temporal.PlainDate.from(text, { overflow: 'reject' }),
    Temporal.PlainDate,
    'une date est attendue sous la forme 2026-11-26.',
    /^\d{4}-\d{2}-\d{2}$/,
  );
}

export function MomentField(options: FieldOptions = {}): PropertyDecorator {
  return temporalField(
    options,
    'date-time',
    '2026-11-26T08:00:00Z',
    (text) => Temporal.Instant.from(text),
    Temporal.Instant,
    'un instant est attendu sous la forme 2026-11-26T08:00:00Z.',
    /^\d{4}-\d{2}-\d{2}T/,
  );
}

/** A wall-clock hour `HH:MM`, kept as text. */
export function HourField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    property(options, { type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', example: options.example ?? '08:30' }),
    ...(options.optional ? [IsOptional()] : []),
    Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'une heure est attendue sous la forme 08:30.' }),
  );
}

/** Days of the week, `MO` to `SU`. */
export function WeekdaysField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    property(options, { type: String, enum: WEEKDAYS, isArray: true, example: ['MO', 'TU', 'TH', 'FR'] as never }),
    ...(options.optional ? [IsOptional()] : []),
    IsArray(),
    IsIn(WEEKDAYS, { each: true, message: 'chaque jour s’écrit MO, TU, WE, TH, FR, SA ou SU.' }),
  );
}

/** Ids: a list in JSON, the same field several times in a multipart form; may be absent when `optional`. */
export function IdsField({ max, ...options }: FieldOptions & { readonly max: number }): PropertyDecorator {
  return applyDecorators(
    property(options, { type: [Number], minItems: options.optional ? 0 : 1, maxItems: max, example: [7, 8] }),
    ...(options.optional ? [IsOptional()] : [ArrayMinSize(1)]),
    Transform(({ value }: { value: unknown }) => idsIn(value), { toClassOnly: true }),
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(2_147_483_647, { each: true }),
  );
}

/**
 * Text that people typed: trimmed, NFC, without control characters. Line breaks are allowed when `multiline`, and what
 * would turn the reading round is taken out: nobody finds in a long message the sign that came with a pasted number. In a
 * name, of a few letters, it is refused like any other that is not seen.
 */
export function Typed({
  max,
  multiline = false,
}: {
  readonly max: number;
  readonly multiline?: boolean;
}): PropertyDecorator {
  const forbidden = multiline ? /[\p{Cc}\u2028\u2029]/gu : /\p{C}/gu;
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? asTyped(value, multiline) : value)),
    ValidateBy({
      name: 'typed',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' &&
          /[^\p{C}\p{Z}]/u.test(value) &&
          [...value].length <= max &&
          !withoutJoiners(value, multiline).match(forbidden),
        defaultMessage: (told) => textExpected(told?.value, max),
      },
    }),
  );
}

function asTyped(value: string, multiline: boolean): string {
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n');
  return (multiline ? withoutTurns(text) : text).trim();
}

/** What is wrong with a text, in the words of who fills the field in. */
function textExpected(value: unknown, max: number): string {
  if (typeof value !== 'string') return `un texte de 1 à ${NUMBER.format(max)} caractères est attendu.`;
  const { length } = [...value];
  if (length === 0) return 'ce champ est à remplir.';
  if (length > max)
    return `${NUMBER.format(max)} caractères au plus : il y en a ${NUMBER.format(length - max)} de trop.`;
  return 'un caractère invisible s’y est glissé : effacez ce champ et écrivez-le de nouveau.';
}

const NUMBER = new Intl.NumberFormat('fr-FR');

/** A field of a partial change: absent means « leave it »; null is judged like any other value. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** Zero-width joiners and variation selectors belong to emoji, line breaks to letters. */
function withoutJoiners(value: string, multiline: boolean): string {
  const visible = value.replace(/[\u200d\ufe0f]/gu, '');
  return multiline ? visible.replace(/[\n\t]/g, '') : visible;
}

/** A form has only texts, and a list of one is a text alone. */
function idsIn(value: unknown): unknown {
  const listed = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(listed)) return listed;
  return listed.map((one: unknown) => (typeof one === 'string' && /^\d+$/.test(one) ? Number(one) : one));
}

function temporalField(
  options: FieldOptions,
  format: string,
  example: string,
  parse: (text: string) => unknown,
  type: new (...args: never[]) => object,
  message: string,
  shape: RegExp,
): PropertyDecorator {
  return applyDecorators(
    property(options, { type: String, format, example: options.example ?? example }),
    ...(options.optional ? [IsOptional()] : []),
    Transform(({ value }: { value: unknown }) => parsed(value, parse, shape), { toClassOnly: true }),
    IsInstance(type, { message }),
  );
}

function parsed(value: unknown, parse: (text: string) => unknown, shape: RegExp): unknown {
  if (typeof value !== 'string' || !shape.test(value)) return value;
  try {
    return parse(value);
  } catch {
    return value;
  }
}

function property(options: FieldOptions, schema: Record<string, unknown>): PropertyDecorator {
  const description = options.description ? { description: options.description } : {};
  return options.optional
    ? ApiPropertyOptional({ ...schema, ...description, nullable: true })
    : ApiProperty({ ...schema, ...description });
}
