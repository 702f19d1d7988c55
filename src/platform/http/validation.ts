import { type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldError } from '../../kernel/problem.js';
import { httpProblems } from './problems.js';

/** Refuses what the DTO does not describe, and says in French what each field should be. */
export function validationPipe(): PipeTransform {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => invalidRequest(errors.flatMap((error) => fieldErrors(error, ''))),
  });
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
    message: inFrench(constraint, message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
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
  isNotEmpty: () => 'ce champ est obligatoire.',
  isDefined: () => 'ce champ est obligatoire.',
  isUrl: () => 'une adresse web est attendue.',
  arrayUnique: () => 'chaque élément ne peut figurer qu’une fois.',
  nestedValidation: () => 'un objet (ou une liste d’objets) est attendu.',
  min: (message) => `au moins ${numberIn(message)} est attendu.`,
  max: (message) => `au plus ${numberIn(message)} est attendu.`,
  minLength: (message) => `au moins ${numberIn(message)} caractère(s) attendu(s).`,
  maxLength: (message) => `au plus ${numberIn(message)} caractères attendus.`,
  isLength: (message) => `entre ${message.match(/\d+/g)?.join(' et ')} caractères attendus.`,
  arrayMinSize: (message) => `au moins ${numberIn(message)} élément(s) attendu(s).`,
  arrayMaxSize: (message) => `au plus ${numberIn(message)} éléments attendus.`,
  isIn: (message) => `une de ces valeurs est attendue : ${message.split('following values: ')[1]}.`,
  isEnum: (message) => `une de ces valeurs est attendue : ${message.split('following values: ')[1]}.`,
  matches: () => 'la forme n’est pas celle attendue ; voyez l’exemple de la documentation.',
};

function inFrench(constraint: string, message: string): string {
  const isOurs = !/\b(must|should|property|each value|nested)\b/.test(message);
  return isOurs ? message : (FRENCH[constraint]?.(message) ?? 'la valeur n’est pas celle attendue.');
}

function numberIn(message: string): string {
  return message.match(/-?\d+/)?.[0] ?? '';
}
