import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject, oneOf, refuseUnknownFields } from '../deadlines/json-object.js';
import { type Waiver, WAIVER_PROOFS } from './booking-policy.js';
import { readDeadline } from './read-deadline.js';

const MOST_WAIVERS = 5;
const LONGEST_LABEL = 120;
const OPERATIONS = ['add', 'cancel', 'modify', 'diet'] as const;

export function parseWaivers(json: unknown, field: string, errors: FieldError[]): Waiver[] | null {
  const given = Array.isArray(json) ? (json as unknown[]) : [];
  if (!Array.isArray(json) || given.length > MOST_WAIVERS) {
    errors.push({ field, message: `Donnez la liste des dérogations, ${MOST_WAIVERS} au plus.` });
    return null;
  }
  const waivers = given.map((waiver, index) => parseWaiver(waiver, `${field}[${index}]`, errors));
  waivers.forEach(({ kind }, index) => {
    if (waivers.findIndex((waiver) => waiver.kind === kind) < index)
      errors.push({ field: `${field}[${index}].kind`, message: 'Cette dérogation est déjà donnée plus haut.' });
  });
  return waivers;
}

function parseWaiver(json: unknown, field: string, errors: FieldError[]): Waiver {
  const given = isJsonObject(json) ? json : {};
  refuseUnknownFields(given, ['kind', 'label', 'proof', ...OPERATIONS], field, errors);
  const kind = oneOf(
    given.kind,
    ['SHIFT_WORK'] as const,
    { field: `${field}.kind`, what: 'pour qui : SHIFT_WORK (horaires décalés)' },
    errors,
  );
  const label = typeof given.label === 'string' ? given.label.trim() : '';
  if (label === '' || label.length > LONGEST_LABEL || /\p{C}/u.test(label))
    errors.push({ field: `${field}.label`, message: `Nommez la dérogation, en 1 à ${LONGEST_LABEL} caractères.` });
  const proof = oneOf(
    given.proof,
    WAIVER_PROOFS,
    { field: `${field}.proof`, what: `le justificatif demandé, parmi ${WAIVER_PROOFS.join(', ')}` },
    errors,
  );
  const deadline = (name: (typeof OPERATIONS)[number]) => {
    const read = given[name] === undefined ? null : readDeadline(given[name], `${field}.${name}`, errors);
    return read ? { [name]: read } : {};
  };
  if (OPERATIONS.every((name) => given[name] === undefined))
    errors.push({
      field,
      message: typeset('Donnez un délai de cette dérogation : « add », « cancel », « modify » ou « diet ».'),
    });
  return { kind, label, proof, ...Object.assign({}, ...OPERATIONS.map(deadline)) } as Waiver;
}
