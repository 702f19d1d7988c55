import { NBSP } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject, parseWholeNumber, refuseUnknownFields } from '../deadlines/json-object.js';
import { type Audience, SCHOOL_LEVELS, type SchoolLevel } from './tariff.js';

const BOUNDS = [
  ['ageMin', 'ageMax', 'un âge en années', 25],
  ['childrenMin', 'childrenMax', 'un nombre d’enfants du foyer', 30],
  ['daysPerWeekMin', 'daysPerWeekMax', 'un nombre de jours par semaine', 7],
] as const;

/** For whom a grid or a rule is, as its editor writes it. */
export function parseAudience(json: unknown, field: string, errors: FieldError[]): Audience {
  if (!isJsonObject(json)) {
    errors.push({
      field,
      message: 'Décrivez le public, par exemple { "resident": false } ou { "schoolLevels": ["MATERNELLE"] }.',
    });
    return {};
  }
  const bounds = BOUNDS.flatMap(([min, max]) => [min, max]);
  refuseUnknownFields(json, ['resident', 'schoolLevels', ...bounds], field, errors);
  if (json.resident !== undefined && typeof json.resident !== 'boolean')
    errors.push({
      field: `${field}.resident`,
      message: 'Écrivez true pour les habitants de la commune, false pour les autres.',
    });
  return {
    ...(typeof json.resident === 'boolean' ? { resident: json.resident } : {}),
    ...(json.schoolLevels === undefined
      ? {}
      : { schoolLevels: parseLevels(json.schoolLevels, `${field}.schoolLevels`, errors) }),
    ...parseBounds(json, BOUNDS[0], field, errors),
    ...parseBounds(json, BOUNDS[1], field, errors),
    ...parseBounds(json, BOUNDS[2], field, errors),
  };
}

function parseLevels(json: unknown, field: string, errors: FieldError[]): SchoolLevel[] {
  const levels = Array.isArray(json) ? json : [];
  const known = levels.filter((level): level is SchoolLevel => SCHOOL_LEVELS.includes(level as SchoolLevel));
  if (known.length === 0 || known.length !== levels.length || new Set(known).size !== known.length)
    errors.push({ field, message: `Choisissez un ou plusieurs niveaux${NBSP}: ${SCHOOL_LEVELS.join(', ')}.` });
  return known;
}

function parseBounds(
  json: Record<string, unknown>,
  [min, max, what, greatest]: (typeof BOUNDS)[number],
  field: string,
  errors: FieldError[],
): Audience {
  const read = (name: string) =>
    json[name] === undefined
      ? undefined
      : parseWholeNumber(json[name], { field: `${field}.${name}`, what, min: 0, max: greatest }, errors);
  const [least, most] = [read(min), read(max)];
  if (least !== undefined && most !== undefined && most < least)
    errors.push({ field: `${field}.${max}`, message: `Le plus grand doit être au moins le plus petit (${least}).` });
  return { ...(least === undefined ? {} : { [min]: least }), ...(most === undefined ? {} : { [max]: most }) };
}
