import { NBSP, typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import type { Deadline, DeadlineOptions } from './deadline.js';
import type { PartPlace, PartReader } from './form.js';
import { formOf, FORMS, isDeadlineType } from './forms.js';
import { isJsonObject, oneOf, refuseUnknownFields } from './json-object.js';

const DEEPEST = 4;
const MOST_PARTS = 20;

/**
 * Reads a rule as the règlement editor sends it. `field` is the path of the rule in the request, and starts the
 * path of each error; all errors are reported together.
 */
export function parseDeadline(
  json: unknown,
  field = 'deadline',
): { readonly deadline: Deadline } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  let parts = 0;
  const deadline = read(json, field, 1, null);
  return deadline && errors.length === 0 ? { deadline } : { errors };

  function read(part: unknown, at: string, depth: number, place: PartPlace | null): Deadline | null {
    parts += 1;
    if (depth > DEEPEST || parts > MOST_PARTS) {
      if (depth > DEEPEST || parts === MOST_PARTS + 1) errors.push({ field: at, message: TOO_MUCH });
      return null;
    }
    return parseForm(part, at, place, {
      errors,
      part: (inner, innerField, innerPlace) => read(inner, innerField, depth + 1, innerPlace),
    });
  }
}

const TOO_MUCH = typeset(
  `Ce délai est trop compliqué pour être compris des familles : au plus ${DEEPEST} niveaux et ${MOST_PARTS} délais en tout.`,
);

function parseForm(json: unknown, field: string, place: PartPlace | null, reader: PartReader): Deadline | null {
  const { errors } = reader;
  if (!isJsonObject(json)) {
    errors.push({
      field,
      message: 'Décrivez le délai, par exemple { "type": "DAYS_BEFORE", "n": 1, "unit": "OUVRE", "at": "09:00" }.',
    });
    return null;
  }
  if (!isDeadlineType(json.type)) {
    errors.push({ field: `${field}.type`, message: `Choisissez la forme du délai${NBSP}: ${CHOICES}.` });
    return null;
  }
  const form = formOf(json.type);
  if (json.type === 'BATCH' && place === 'WEEKDAY') {
    errors.push({
      field: `${field}.type`,
      message: typeset('Ce délai ne vaut déjà que pour un jour de la semaine : choisissez une autre forme que BATCH.'),
    });
    return null;
  }
  refuseUnknownFields(json, ['type', ...form.fields, 'ifOnClosedDay', 'opensAt'], field, errors);
  const deadline = form.parse(json, field, reader);
  return { ...deadline, ...parseOptions(json, field, place, reader) };
}

const CHOICES = Object.entries(FORMS)
  .map(([type, { choice }]) => `${type} (${choice})`)
  .join(', ');

function parseOptions(
  json: Record<string, unknown>,
  field: string,
  place: PartPlace | null,
  reader: PartReader,
): DeadlineOptions {
  const options: { -readonly [Name in keyof DeadlineOptions]: DeadlineOptions[Name] } = {};
  if (json.ifOnClosedDay !== undefined) {
    if (isDeadlineType(json.type) && formOf(json.type).datesAreChosen)
      reader.errors.push({
        field: `${field}.ifOnClosedDay`,
        message: typeset('Retirez « ifOnClosedDay » : ici, aucune limite n’est à avancer.'),
      });
    else
      options.ifOnClosedDay = oneOf(
        json.ifOnClosedDay,
        ['KEEP', 'PREVIOUS_OPEN_DAY'] as const,
        {
          field: `${field}.ifOnClosedDay`,
          what: 'que faire d’une limite qui tombe un jour de fermeture : KEEP (la garder) ou PREVIOUS_OPEN_DAY (l’avancer au jour ouvré qui précède)',
        },
        reader.errors,
      );
  }
  if (json.opensAt !== undefined) {
    const opensAt = parseOpening(json.opensAt, `${field}.opensAt`, place, reader);
    if (opensAt) options.opensAt = opensAt;
  }
  return options;
}

function parseOpening(json: unknown, field: string, place: PartPlace | null, reader: PartReader): Deadline | null {
  if (place !== 'OPENING' && place !== 'COMBINED') return reader.part(json, field, 'OPENING');
  reader.errors.push({
    field,
    message: typeset('Retirez cette ouverture : elle se donne une seule fois, avec le délai entier.'),
  });
  return null;
}
