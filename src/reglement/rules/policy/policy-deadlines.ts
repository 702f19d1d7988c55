import { SERVICE_START } from '../deadlines/closing-hour.js';
import type { Deadline, DeadlineOperation } from '../deadlines/deadline.js';
import { partsOf } from '../deadlines/refusals.js';
import type { AbsencePolicy, BookingPolicy, OperationRule } from './booking-policy.js';
import { RULED_APART } from './publics.js';

/** The rule of each operation that a règlement gives, with the name of its field. */
export function rulesOf(
  policy: BookingPolicy,
): { readonly operation: DeadlineOperation; readonly name: keyof BookingPolicy; readonly rule: OperationRule }[] {
  const { add, cancel, modify, diet } = policy;
  return [
    { operation: 'ADD', name: 'add', rule: add },
    { operation: 'CANCEL', name: 'cancel', rule: cancel },
    ...(modify ? [{ operation: 'MODIFY', name: 'modify', rule: modify } as const] : []),
    ...(diet ? [{ operation: 'DIET', name: 'diet', rule: diet } as const] : []),
  ];
}

/** Every deadline of a règlement, each with its path after that of the règlement itself. */
export function deadlinesOf(policy: BookingPolicy): { readonly path: string; readonly deadline: Deadline }[] {
  const { order, absence, waivers = [], publics = [] } = policy;
  return [
    ...rulesOf(policy).flatMap(({ name, rule }) => deadlinesOfRule(rule, name)),
    ...publics.flatMap((own, index) => [
      ...RULED_APART.flatMap((name) => {
        const rule = own[name];
        return rule ? deadlinesOfRule(rule, `publics[${index}].${name}`) : [];
      }),
      ...declared(own.absence, `publics[${index}].absence`),
    ]),
    ...(order ? [{ path: 'order', deadline: order }] : []),
    ...declared(absence, 'absence'),
    ...waivers.flatMap((waiver, index) =>
      RULED_APART.flatMap((name) => {
        const deadline = waiver[name];
        return deadline ? [{ path: `waivers[${index}].${name}`, deadline }] : [];
      }),
    ),
  ];
}

/** Whether some limit is counted from the hour at which the service begins. */
export function countsFromStart(policy: BookingPolicy): boolean {
  return deadlinesOf(policy).some(({ deadline }) =>
    [...partsOf(deadline, '')].some(({ part }) => part.type === 'DAYS_BEFORE' && part.at === SERVICE_START),
  );
}

function declared(absence: AbsencePolicy | undefined, path: string) {
  return absence?.declareBefore ? [{ path: `${path}.declareBefore`, deadline: absence.declareBefore }] : [];
}

function deadlinesOfRule(
  { deadline, afterDeadline = [] }: OperationRule,
  path: string,
): { readonly path: string; readonly deadline: Deadline }[] {
  return [
    { path: `${path}.deadline`, deadline },
    ...afterDeadline.flatMap((effect, index) =>
      'until' in effect && effect.until
        ? [{ path: `${path}.afterDeadline[${index}].until`, deadline: effect.until }]
        : [],
    ),
  ];
}
