import type { FieldError } from '../../../kernel/problem.js';
import { typeset } from '../../../kernel/french.js';
import type { DeadlineOperation } from '../deadlines/deadline.js';
import { isJsonObject, refuseUnknownFields } from '../deadlines/json-object.js';
import type { BookingPolicy, OperationRule } from './booking-policy.js';
import { parseAbsence } from './parse-absence.js';
import { parseEffects } from './parse-effects.js';
import { parsePublics } from './parse-publics.js';
import { parseWaivers } from './parse-waivers.js';
import { readDeadline } from './read-deadline.js';

/**
 * Reads a règlement as the editor sends it; all its faults are reported together, each with its path under `field`.
 * A bare deadline stands for a rule that refuses what is late: `{ "add": <Deadline>, "cancel": <Deadline> }`.
 */
export function parseBookingPolicy(
  json: unknown,
  field = 'policy',
): { readonly policy: BookingPolicy } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  if (!isJsonObject(json))
    return {
      errors: [{ field, message: typeset('Décrivez le règlement : { "add": <délai>, "cancel": <délai>, … }.') }],
    };
  refuseUnknownFields(
    json,
    ['add', 'cancel', 'modify', 'diet', 'order', 'absence', 'waivers', 'publics'],
    field,
    errors,
  );
  const optional = <Value>(name: string, read: (given: unknown, at: string) => Value | null) => {
    const value = json[name] === undefined || json[name] === null ? null : read(json[name], `${field}.${name}`);
    return value === null ? {} : { [name]: value };
  };
  const add = parseRule(json.add, `${field}.add`, 'ADD', errors);
  const cancel = parseRule(json.cancel, `${field}.cancel`, 'CANCEL', errors);
  const rest = {
    ...optional('modify', (given, at) => parseRule(given, at, 'MODIFY', errors)),
    ...optional('diet', (given, at) => parseRule(given, at, 'DIET', errors)),
    ...optional('order', (given, at) => readDeadline(given, at, errors)),
    ...optional('absence', (given, at) => parseAbsence(given, at, errors)),
    ...optional('waivers', (given, at) => parseWaivers(given, at, errors)),
    ...optional('publics', (given, at) => parsePublics(given, at, parseRule, errors)),
  };
  return add && cancel && errors.length === 0 ? { policy: { add, cancel, ...rest } } : { errors };
}

/**
 * Reads what an exception rules instead of the policy, operations or absences, as the fields of a request whose other fields
 * are not looked at. At least one is given.
 */
export function parseExceptionRules(
  json: Readonly<Record<string, unknown>>,
): { readonly rules: Partial<BookingPolicy> } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const given = (name: string) => json[name] !== undefined && json[name] !== null;
  const rule = (name: 'add' | 'cancel' | 'modify' | 'diet', operation: DeadlineOperation) => {
    const read = given(name) ? parseRule(json[name], name, operation, errors) : null;
    return read ? { [name]: read } : {};
  };
  const operations = {
    ...rule('add', 'ADD'),
    ...rule('cancel', 'CANCEL'),
    ...rule('modify', 'MODIFY'),
    ...rule('diet', 'DIET'),
  };
  const order = given('order') ? readDeadline(json.order, 'order', errors) : null;
  const absence = given('absence') ? parseAbsence(json.absence, 'absence', errors) : null;
  const rules: Partial<BookingPolicy> = { ...operations, ...(order && { order }), ...(absence && { absence }) };
  if (errors.length === 0 && Object.keys(rules).length === 0)
    errors.push({
      field: 'add',
      message: typeset(
        'Donnez ce qui change ces jours-là : « add », « cancel », « modify », « diet », « order » ou « absence ».',
      ),
    });
  return errors.length === 0 ? { rules } : { errors };
}

function parseRule(
  json: unknown,
  field: string,
  operation: DeadlineOperation,
  errors: FieldError[],
): OperationRule | null {
  if (!isJsonObject(json) || 'type' in json || !('deadline' in json)) {
    const deadline = readDeadline(json, field, errors);
    return deadline && { deadline };
  }
  refuseUnknownFields(json, ['deadline', 'afterDeadline'], field, errors);
  const deadline = readDeadline(json.deadline, `${field}.deadline`, errors);
  if (json.afterDeadline === undefined) return deadline && { deadline };
  const afterDeadline = parseEffects(json.afterDeadline, `${field}.afterDeadline`, operation, errors);
  return deadline && { deadline, afterDeadline };
}
