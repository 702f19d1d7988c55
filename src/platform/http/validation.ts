import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldError } from '../../kernel/problem.js';
import { httpProblems } from './problems.js';

/** Refuses what the DTO does not describe, and says in French what each field should be. */
export function validationPipe(): PipeTransform {
  return new WellFormedPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => invalidRequest(errors.flatMap((error) => fieldErrors(error, ''))),
  });
}

/**
 * Text that is not Unicode (half of a surrogate pair), and a list in place of an item, are refused before any validator
 * chokes on them or lets them through: it judges the items of an inner list and never the list itself.
 */
class WellFormedPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const field = malformedText(value, '');
    if (field !== null) throw invalidRequest([{ field, message: 'la valeur est illisible ; saisissez-la à nouveau.' }]);
    return super.transform(value, metadata);
  }

  /**
   * A parameter whose class is imported as a type only, like a day in an address: the compiler writes « Function », in
   * which there is nothing to validate. Its own pipe reads it after this one.
   */
  protected override toValidate(metadata: ArgumentMetadata): boolean {
    return metadata.metatype !== Function && super.toValidate(metadata);
  }
}

/** No request of ours nests deeper. */
const DEEPEST = 20;

/** The path of the first text that is not well-formed, of a list of lists, or of what is nested too deep; or null. */
function malformedText(value: unknown, path: string, depth = 0): string | null {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? path : null;
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return null;
  if (depth === DEEPEST) return path;
  for (const [key, child] of Object.entries(value)) {
    const inList = Array.isArray(value);
    const at = inList ? `${path}[${key}]` : [path, key].filter(Boolean).join('.');
    const found = inList && Array.isArray(child) ? at : malformedText(child, at, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

export function invalidRequest(errors: readonly FieldError[]) {
  return httpProblems.INVALID_REQUEST('La demande comporte des champs à corriger : voyez « errors ».', { errors });
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const field = /^\d+$/.test(error.property)
    ? `${parent}[${error.property}]`
    : [parent, error.property].filter(Boolean).join('.');
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    field,
    message: isMissing(error, constraint, message) ? REQUIRED : inFrench(constraint, message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

const REQUIRED = 'ce champ est obligatoire.';

/** The validator would speak of the greatest number that a missing one may be; a message of ours tells the form. */
function isMissing({ value }: ValidationError, constraint: string, message: string): boolean {
  return value === undefined && constraint !== 'whitelistValidation' && !isOurs(message);
}

/** The validator speaks English; the numbers and lists it holds are kept. A message of ours is left as it is. */
const FRENCH: Record<string, (message: string) => string> = {
  whitelistValidation: () => 'ce champ n’est pas attendu ; retirez-le.',
  isString: () => 'un texte est attendu.',
  isInt: () => 'un nombre entier est attendu.',
  isNumber: () => 'un nombre est attendu.',
  isBoolean: () => 'vrai ou faux est attendu.',
  isArray: () => 'une liste est attendue.',
  isObject: () => 'un objet est attendu.',
  isEmail: () => 'une adresse électronique est attendue, par exemple prenom.nom@exemple.fr.',
  isNotEmpty: () => REQUIRED,
  isDefined: () => REQUIRED,
  isUrl: () => 'une adresse web est attendue.',
  arrayUnique: () => 'chaque élément ne peut figurer qu’une fois.',
  nestedValidation: () => 'un objet (ou une liste d’objets) est attendu.',
  min: (message) => `au moins ${numberIn(message)} est attendu.`,
  max: (message) => `au plus ${numberIn(message)} est attendu.`,
  minLength: (message) => `au moins ${numberIn(message)} caractère(s) attendu(s).`,
  maxLength: (message) => `au plus ${numberIn(message)} caractères attendus.`,
  isLength: (message) => {
    const bounds = message.match(/\d+/g) ?? [];
    return bounds.length > 1
      ? `entre ${bounds.join(' et ')} caractères attendus.`
      : `${message.includes('longer') ? 'au moins' : 'au plus'} ${bounds[0]} caractère(s) attendu(s).`;
  },
  arrayMinSize: (message) => `au moins ${numberIn(message)} élément(s) attendu(s).`,
  arrayMaxSize: (message) => `au plus ${numberIn(message)} éléments attendus.`,
  isIn: (message) => `une de ces valeurs est attendue : ${message.split('following values: ')[1]}.`,
  isEnum: (message) => `une de ces valeurs est attendue : ${message.split('following values: ')[1]}.`,
  matches: () => 'la forme n’est pas celle attendue ; voyez l’exemple de la documentation.',
};

/** The framework's own words for a body that is a list, a text or a number. */
const NOT_AN_OBJECT = 'Validation failed (object is expected)';

function inFrench(constraint: string, message: string): string {
  if (message === NOT_AN_OBJECT) return 'un objet est attendu.';
  return isOurs(message) ? message : (FRENCH[constraint]?.(message) ?? 'la valeur n’est pas celle attendue.');
}

function isOurs(message: string): boolean {
  return !/\b(must|should|property|each value|nested)\b/.test(message);
}

function numberIn(message: string): string {
  return message.match(/-?\d+/)?.[0] ?? '';
}
