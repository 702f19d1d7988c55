import type { FieldError } from '../../../kernel/problem.js';
import type { Deadline } from '../deadlines/deadline.js';
import { parseDeadline } from '../deadlines/parse-deadline.js';

/** A deadline inside a règlement: its faults join the others. */
export function readDeadline(json: unknown, field: string, errors: FieldError[]): Deadline | null {
  const parsed = parseDeadline(json, field);
  if ('deadline' in parsed) return parsed.deadline;
  errors.push(...parsed.errors);
  return null;
}
