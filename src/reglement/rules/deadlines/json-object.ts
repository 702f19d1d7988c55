import { NBSP, typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';

export function isJsonObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A field that is not understood is refused: ignoring it would apply another rule than the one the mairie wrote. */
export function refuseUnknownFields(
  json: Record<string, unknown>,
  known: readonly string[],
  field: string,
  errors: FieldError[],
): void {
  for (const name of Object.keys(json))
    if (!known.includes(name))
      errors.push({
        field: `${field}.${name}`,
        message: `Ce champ n’est pas compris ici${NBSP}; retirez-le. Champs possibles${NBSP}: ${known.join(', ')}.`,
      });
}

/** A whole number from `min` to `max`; `what` completes « Indiquez … ». */
export function parseWholeNumber(
  json: unknown,
  { field, what, min, max }: { field: string; what: string; min: number; max: number },
  errors: FieldError[],
): number {
  if (typeof json === 'number' && Number.isInteger(json) && json >= min && json <= max) return json;
  errors.push({ field, message: `Indiquez ${what}, un nombre entier de ${min} à ${max}.` });
  return min;
}

/** One of a few words; `what` completes « Indiquez … ». */
export function oneOf<Word extends string>(
  json: unknown,
  words: readonly Word[],
  { field, what }: { field: string; what: string },
  errors: FieldError[],
): Word {
  const word = words.find((known) => known === json);
  if (!word) errors.push({ field, message: typeset(`Indiquez ${what}.`) });
  return word ?? words[0]!;
}
