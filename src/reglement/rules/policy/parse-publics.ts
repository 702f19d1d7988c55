import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import type { DeadlineOperation } from '../deadlines/deadline.js';
import { isJsonObject, refuseUnknownFields } from '../deadlines/json-object.js';
import { commonTo, factsInFrench } from '../pricing/audience.js';
import { parseAudience } from '../pricing/parse-audience.js';
import type { OperationRule, PublicRules } from './booking-policy.js';
import { parseAbsence } from './parse-absence.js';
import { RULED_APART, SAID_APART } from './publics.js';

const MOST_PUBLICS = 10;

const OPERATIONS: Record<(typeof RULED_APART)[number], DeadlineOperation> = {
  add: 'ADD',
  cancel: 'CANCEL',
  modify: 'MODIFY',
  diet: 'DIET',
};

type RuleReader = (
  json: unknown,
  field: string,
  operation: DeadlineOperation,
  errors: FieldError[],
) => OperationRule | null;

/** Rules for some children only; one child never has two rules for the same operation. */
export function parsePublics(
  json: unknown,
  field: string,
  parseRule: RuleReader,
  errors: FieldError[],
): PublicRules[] | null {
  const given = Array.isArray(json) ? (json as unknown[]) : [];
  if (!Array.isArray(json) || given.length > MOST_PUBLICS) {
    errors.push({ field, message: `Donnez la liste des publics, ${MOST_PUBLICS} au plus.` });
    return null;
  }
  const before = errors.length;
  const publics = given.map((one, index) => parsePublic(one, `${field}[${index}]`, parseRule, errors));
  if (errors.length === before) errors.push(...ambiguities(publics, field));
  return publics;
}

function parsePublic(json: unknown, field: string, parseRule: RuleReader, errors: FieldError[]): PublicRules {
  const given = isJsonObject(json) ? json : {};
  refuseUnknownFields(given, ['applies', ...SAID_APART], field, errors);
  const applies = parseAudience(given.applies, `${field}.applies`, errors);
  if (isJsonObject(given.applies) && Object.keys(given.applies).length === 0)
    errors.push({
      field: `${field}.applies`,
      message: typeset(
        'Dites à qui ces règles s’appliquent, par exemple { "schoolLevels": ["MATERNELLE"] } : celles de tous sont au-dessus.',
      ),
    });
  const isGiven = (name: (typeof SAID_APART)[number]) => given[name] !== undefined && given[name] !== null;
  const named = RULED_APART.filter(isGiven);
  if (!SAID_APART.some(isGiven))
    errors.push({
      field,
      message: typeset(
        'Donnez ce qui change pour ce public : « add », « cancel », « modify », « diet » ou « absence ».',
      ),
    });
  const rules = named.map((name) => [name, parseRule(given[name], `${field}.${name}`, OPERATIONS[name], errors)]);
  const absence = isGiven('absence') ? parseAbsence(given.absence, `${field}.absence`, errors) : null;
  return {
    applies,
    ...(Object.fromEntries(rules.filter(([, rule]) => rule !== null)) as Omit<PublicRules, 'applies'>),
    ...(absence && { absence }),
  };
}

/** Two publics that one child may be of, each with a rule for the same operation. */
function ambiguities(publics: readonly PublicRules[], field: string): FieldError[] {
  return publics.flatMap((later, index) =>
    publics.slice(0, index).flatMap((earlier, place) => {
      const twice = SAID_APART.filter((name) => earlier[name] !== undefined && later[name] !== undefined);
      const child = twice.length === 0 ? null : commonTo(earlier.applies, later.applies);
      if (child === null) return [];
      const message = `Cet enfant aurait deux règles (« ${twice.join(' », « ')} ») : ${factsInFrench(child)}. Séparez ce public du n° ${place + 1}.`;
      return [{ field: `${field}[${index}].applies`, message: typeset(message) }];
    }),
  );
}
