import type { Temporal } from '../../kernel/civil-time.js';
import type { FieldError } from '../../kernel/problem.js';
import { CORRECTABLE_FIELDS, readCorrection, type SubjectKind } from './correctable-fields.js';

/** Without these, there is no household, adult or child. All the other fields may be taken away. */
const REQUIRED = new Set(['name', 'lastName', 'firstName', 'birthDate']);

export interface RegisterEntry {
  /** By field: only those that were given; null takes the value away. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly errors: readonly FieldError[];
}

/**
 * Reads what an agent typed about a household, an adult or a child, by the rules of an import. `whole` also asks for
 * the fields without which there is none. `prefix` comes before the field names, such as `guardians[0].`.
 */
export function readEntry(
  kind: SubjectKind,
  typed: object,
  today: Temporal.PlainDate,
  { whole = false, prefix = '' } = {},
): RegisterEntry {
  const given = typed as Readonly<Record<string, string | Temporal.PlainDate | null | undefined>>;
  const values: Record<string, string | null> = {};
  const errors: FieldError[] = [];
  for (const field of Object.keys(CORRECTABLE_FIELDS[kind])) {
    const value = given[field];
    if (value === undefined) {
      if (whole && REQUIRED.has(field)) errors.push({ field: prefix + field, message: 'à remplir' });
      continue;
    }
    const text = value === null ? '' : value.toString();
    if (text.trim() === '' && !REQUIRED.has(field)) {
      values[field] = null;
      continue;
    }
    const reading = readCorrection(kind, field, text, today);
    if (reading.ok) values[field] = reading.value;
    else errors.push({ field: prefix + field, message: reading.reason });
  }
  return { values, errors };
}
