import { Column, type ColumnOptions, PrimaryGeneratedColumn } from 'typeorm';
import { Temporal } from '../../kernel/civil-time.js';

/** The column kinds that mean the same on both engines. Entities use nothing else. */
interface Options {
  readonly nullable?: boolean;
}

export const Id = (): PropertyDecorator => PrimaryGeneratedColumn({ type: 'integer' });

/** The id of a row of another table (never an entity relation). */
export const IdOf = (options: Options = {}): PropertyDecorator => column({ type: 'integer', ...options });

export const Int = (options: Options = {}): PropertyDecorator => column({ type: 'integer', ...options });

/** An amount in cents. */
export const Money = Int;

export const Text = (length: number, options: Options = {}): PropertyDecorator =>
  column({ type: 'varchar', length, ...options });

export const LongText = (options: Options = {}): PropertyDecorator => column({ type: 'text', ...options });

export const Flag = (): PropertyDecorator => column({ type: 'boolean' });

/** A date of service: `YYYY-MM-DD` in the row, a Temporal.PlainDate in the code. */
export const Day = (options: Options = {}): PropertyDecorator =>
  column({
    type: 'varchar',
    length: 10,
    ...options,
    transformer: nullSafe((text: string) => Temporal.PlainDate.from(text), String),
  });

/** An instant in UTC: milliseconds since the epoch in the row, a Temporal.Instant in the code. */
export const Moment = (options: Options = {}): PropertyDecorator =>
  column({
    type: 'bigint',
    ...options,
    transformer: nullSafe(
      (milliseconds: number | string) => Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)),
      (instant: Temporal.Instant) => instant.epochMilliseconds,
    ),
  });

/** A JSON value the database never looks into. */
export const Json = (options: Options = {}): PropertyDecorator =>
  column({
    type: 'text',
    ...options,
    transformer: nullSafe(
      (text: string) => JSON.parse(text) as unknown,
      (value: unknown) => JSON.stringify(value),
    ),
  });

function column(options: ColumnOptions): PropertyDecorator {
  return Column(options);
}

function nullSafe<Stored, Value>(from: (stored: Stored) => Value, to: (value: Value) => Stored) {
  return {
    from: (stored: Stored | null | undefined) => (stored === null || stored === undefined ? null : from(stored)),
    to: (value: Value | null | undefined) => (value === null || value === undefined ? value : to(value)),
  };
}
