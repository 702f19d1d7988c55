import type { Weekday } from '../../../kernel/civil-time.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject } from '../deadlines/json-object.js';
import { typeset } from '../../../kernel/french.js';
import { deadlineRefusals, partsOf } from '../deadlines/refusals.js';
import type { SampledService } from '../deadlines/sample.js';
import type { Deadline } from '../deadlines/deadline.js';
import type { BookingPolicy } from './booking-policy.js';
import { deadlinesOf } from './policy-deadlines.js';

/**
 * What a well-written règlement cannot mean, tried on the days of a prestation: each of its deadlines is judged, and
 * none may end after the kitchen's order has left. `json` is the request that it was read from: a rule written as a
 * bare deadline is named as it was written.
 */
export function policyRefusals(
  policy: BookingPolicy,
  json: unknown,
  field: string,
  service: SampledService & { readonly weekdays: readonly Weekday[] },
): FieldError[] {
  return deadlinesOf(policy).flatMap(({ path, deadline }) => {
    // The order is not late for itself, and an absence may be told after it: the meal is lost, not the day.
    const order = path === 'order' || path.endsWith('absence.declareBefore') ? undefined : policy.order;
    const at = `${field}.${asWritten(path, json)}`;
    return [
      ...(/^(publics\[\d+\]\.)?add\.deadline$/.test(path) ? [] : idleOpenings(deadline, at)),
      ...deadlineRefusals(deadline, at, { ...service, order }),
    ];
  });
}

/** Only booking opens: one cancels, exchanges or changes a menu as soon as there is a booking. */
function idleOpenings(deadline: Deadline, field: string): FieldError[] {
  return [...partsOf(deadline, field)].flatMap(({ part, at }) =>
    part.opensAt
      ? [
          {
            field: `${at}.opensAt`,
            message: typeset(
              'Seule la réservation s’ouvre : mettez cette ouverture au délai de « add », ou retirez-la.',
            ),
          },
        ]
      : [],
  );
}

function asWritten(path: string, json: unknown): string {
  const [, index, name] = /^(?:publics\[(\d+)\]\.)?(\w+)\.deadline$/.exec(path) ?? [];
  if (name === undefined || !isJsonObject(json)) return path;
  const rules = index === undefined ? json : (json.publics as Record<string, unknown>[])[Number(index)];
  const rule = rules?.[name];
  return isJsonObject(rule) && 'type' in rule ? path.slice(0, -'.deadline'.length) : path;
}
