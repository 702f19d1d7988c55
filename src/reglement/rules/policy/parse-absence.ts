import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { isJsonObject, oneOf, parseWholeNumber, refuseUnknownFields } from '../deadlines/json-object.js';
import { type AbsencePolicy, COLLECTIVE_REASONS, PROOF_KINDS } from './booking-policy.js';
import { readDeadline } from './read-deadline.js';

const FIELDS = ['declareBefore', 'proof', 'carenceDays', 'minConsecutiveDays', 'payFrom', 'collective'];

export function parseAbsence(json: unknown, field: string, errors: FieldError[]): AbsencePolicy | null {
  if (!isJsonObject(json)) {
    errors.push({ field, message: typeset('Décrivez les absences, par exemple { "carenceDays": { "n": 1 } }.') });
    return null;
  }
  refuseUnknownFields(json, FIELDS, field, errors);
  const declareBefore =
    json.declareBefore === undefined ? null : readDeadline(json.declareBefore, `${field}.declareBefore`, errors);
  const read: AbsencePolicy = {
    ...(declareBefore && { declareBefore }),
    ...(json.proof !== undefined && { proof: parseProof(json.proof, `${field}.proof`, errors) }),
    ...(json.carenceDays !== undefined && {
      carenceDays: parseCarence(json.carenceDays, `${field}.carenceDays`, errors),
    }),
    ...(json.minConsecutiveDays !== undefined && {
      minConsecutiveDays: parseWholeNumber(
        json.minConsecutiveDays,
        { field: `${field}.minConsecutiveDays`, what: 'le nombre de jours de service consécutifs', min: 1, max: 60 },
        errors,
      ),
    }),
    ...(json.payFrom !== undefined && { payFrom: parsePayFrom(json.payFrom, `${field}.payFrom`, errors) }),
    ...(json.collective !== undefined && {
      collective: parseWords(json.collective, COLLECTIVE_REASONS, `${field}.collective`, errors),
    }),
  };
  errors.push(...idlePayFrom(read, `${field}.payFrom`));
  return read;
}

function parsePayFrom(json: unknown, field: string, errors: FieldError[]): NonNullable<AbsencePolicy['payFrom']> {
  if (json === 'DECLARATION' || json === 'PROOF') return json;
  if (Number.isInteger(json) && (json as number) >= 2 && (json as number) <= 60) return json as number;
  errors.push({
    field,
    message: typeset(
      'Dites à partir de quel jour la mairie prend l’absence à sa charge : le rang d’un jour de service, de 2 à 60 (dès le premier : retirez « payFrom »), DECLARATION (le jour où elle est signalée) ou PROOF (le jour où arrive son justificatif).',
    ),
  });
  return 'DECLARATION';
}

/** A day that another rule makes of no effect. */
function idlePayFrom({ payFrom, proof, carenceDays }: AbsencePolicy, field: string): FieldError[] {
  if (payFrom === 'PROOF' && !proof)
    return [
      {
        field,
        message: typeset('Aucun justificatif n’est demandé : décrivez-le dans « proof », ou choisissez un autre jour.'),
      },
    ];
  const carence = Math.min(carenceDays?.n ?? 0, carenceDays?.ifLate ?? carenceDays?.n ?? 0);
  if (typeof payFrom === 'number' && payFrom <= carence + 1)
    return [
      {
        field,
        message: typeset(
          `La carence facture déjà ${carence === 1 ? 'le premier jour' : `les ${carence} premiers jours`} : retirez « payFrom », ou donnez un jour plus lointain.`,
        ),
      },
    ];
  return [];
}

function parseProof(json: unknown, field: string, errors: FieldError[]): NonNullable<AbsencePolicy['proof']> {
  const given = isJsonObject(json) ? json : {};
  refuseUnknownFields(given, ['kinds', 'withinDays', 'anchor', 'hardLimitDays'], field, errors);
  const kinds = parseWords(given.kinds, PROOF_KINDS, `${field}.kinds`, errors);
  const withinDays = parseWholeNumber(
    given.withinDays,
    { field: `${field}.withinDays`, what: 'le délai du justificatif en jours', min: 0, max: 366 },
    errors,
  );
  const anchor = oneOf(
    given.anchor,
    ['FIRST_DAY_START', 'FIRST_DAY_END'] as const,
    {
      field: `${field}.anchor`,
      what: 'd’où part ce délai : FIRST_DAY_START (0 h du premier jour d’absence) ou FIRST_DAY_END (la fin de ce jour)',
    },
    errors,
  );
  if (given.hardLimitDays === undefined) return { kinds, withinDays, anchor };
  const hardLimitDays = parseWholeNumber(
    given.hardLimitDays,
    {
      field: `${field}.hardLimitDays`,
      what: 'le nombre de jours après lequel un justificatif ne compte plus',
      min: 1,
      max: 366,
    },
    errors,
  );
  if (hardLimitDays < withinDays)
    errors.push({
      field: `${field}.hardLimitDays`,
      message: 'Cette limite vient avant le délai du justificatif lui-même.',
    });
  return { kinds, withinDays, anchor, hardLimitDays };
}

function parseCarence(json: unknown, field: string, errors: FieldError[]): NonNullable<AbsencePolicy['carenceDays']> {
  const given = isJsonObject(json) ? json : {};
  refuseUnknownFields(given, ['n', 'ifLate'], field, errors);
  const n = parseWholeNumber(
    given.n,
    { field: `${field}.n`, what: 'le nombre de jours de carence', min: 0, max: 60 },
    errors,
  );
  if (given.ifLate === undefined) return { n };
  return {
    n,
    ifLate: parseWholeNumber(
      given.ifLate,
      {
        field: `${field}.ifLate`,
        what: 'le nombre de jours de carence si le justificatif est tardif',
        min: 0,
        max: 60,
      },
      errors,
    ),
  };
}

function parseWords<Word extends string>(
  json: unknown,
  words: readonly Word[],
  field: string,
  errors: FieldError[],
): Word[] {
  const given = Array.isArray(json) ? (json as unknown[]) : [];
  const known = words.filter((word) => given.includes(word));
  if (known.length === 0 || known.length !== given.length)
    errors.push({ field, message: typeset(`Choisissez, une fois chacun, parmi ${words.join(', ')}.`) });
  return known;
}
