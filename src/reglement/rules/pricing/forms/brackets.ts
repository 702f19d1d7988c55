import { hundredths, NBSP } from '../../../../kernel/french.js';
import type { FieldError } from '../../../../kernel/problem.js';
import { isJsonObject, refuseUnknownFields } from '../../deadlines/json-object.js';
import { parseCents, parseLabel, parseQuotientBound } from '../parse-amounts.js';
import type { Brackets, TariffRow } from '../tariff.js';
import type { FormParser } from './parsing.js';

const PRICES = ['unplannedCents', 'unjustifiedAbsenceCents', 'paiCents'] as const;
const MAX_ROWS = 100;

/** A QF grid, refused unless every quotient, with or without decimals, has exactly one row. */
export const brackets: FormParser<Brackets> = {
  fields: ['rows'],
  words: 'des tranches de quotient familial',
  parse(json, { field }, { errors }) {
    const at = `${field}.rows`;
    if (!Array.isArray(json.rows) || json.rows.length === 0 || json.rows.length > MAX_ROWS) {
      errors.push({ field: at, message: `Le tarif doit comporter au moins une tranche, et ${MAX_ROWS} au plus.` });
      return { type: 'BRACKETS', rows: [] };
    }
    const found: FieldError[] = [];
    const rows = json.rows.map((row, index) => parseRow(row, `${at}[${index}]`, found));
    refuseTwins(rows, at, found);
    // Seams of bounds that could not be read would blame the wrong row.
    if (!found.some((error) => /\.quotientM(in|ax)$/.test(error.field)))
      rows.forEach((row, index) =>
        refuseSeam(rows[index - 1], row, { at, index, isLast: index === rows.length - 1 }, found),
      );
    errors.push(...found);
    return { type: 'BRACKETS', rows };
  },
};

/** The place of the dearest row by its unit price, the one of the higher quotients where two are. */
export function dearestRow(rows: readonly TariffRow[]): number {
  return rows.reduce((dearest, { unitCents }, index) => (unitCents >= rows[dearest]!.unitCents ? index : dearest), 0);
}

function parseRow(json: unknown, field: string, errors: FieldError[]): TariffRow {
  const empty: TariffRow = { label: '', quotientMin: 0, quotientMax: null, unitCents: 0 };
  if (!isJsonObject(json)) {
    errors.push({
      field,
      message:
        'Décrivez la tranche, par exemple { "label": "A", "quotientMin": 0, "quotientMax": 400, "unitCents": 50 }.',
    });
    return empty;
  }
  refuseUnknownFields(json, ['label', 'quotientMin', 'quotientMax', 'unitCents', ...PRICES], field, errors);
  return {
    label: parseLabel(json.label, { field: `${field}.label`, missing: 'Donnez un nom à cette tranche.' }, errors),
    quotientMin: parseQuotientBound(json.quotientMin, `${field}.quotientMin`, errors),
    quotientMax:
      json.quotientMax === null ? null : parseQuotientBound(json.quotientMax, `${field}.quotientMax`, errors),
    unitCents: parseCents(json.unitCents, `${field}.unitCents`, errors),
    ...Object.fromEntries(
      PRICES.filter((name) => json[name] !== undefined).map((name) => [
        name,
        parseCents(json[name], `${field}.${name}`, errors),
      ]),
    ),
  };
}

function refuseTwins(rows: readonly TariffRow[], at: string, errors: FieldError[]): void {
  const seen = new Set<string>();
  rows.forEach(({ label }, index) => {
    if (label !== '' && seen.has(label))
      errors.push({
        field: `${at}[${index}].label`,
        message: `Une autre tranche s’appelle déjà «${NBSP}${label}${NBSP}».`,
      });
    seen.add(label);
  });
}

interface Seam {
  readonly at: string;
  readonly index: number;
  readonly isLast: boolean;
}

function refuseSeam(before: TariffRow | undefined, row: TariffRow, seam: Seam, errors: FieldError[]): void {
  const [start, end] = ['quotientMin', 'quotientMax'].map((bound) => `${seam.at}[${seam.index}].${bound}`);
  const from = hundredths(row.quotientMin);
  if (row.quotientMax !== null && row.quotientMax <= row.quotientMin)
    errors.push({ field: end!, message: `La fin de la tranche doit être supérieure à son début (${from}).` });
  if (before === undefined) {
    if (row.quotientMin !== 0) errors.push({ field: start!, message: 'La première tranche doit commencer à 0.' });
  } else if (before.quotientMax !== null && before.quotientMax !== row.quotientMin) {
    const until = hundredths(before.quotientMax);
    const message =
      before.quotientMax < row.quotientMin
        ? `Aucune tranche ne couvre les quotients de ${until} à ${from}${NBSP}: faites commencer celle-ci à ${until}.`
        : `Cette tranche recouvre la précédente, qui va jusqu’à ${until}${NBSP}: faites-la commencer à ${until}.`;
    errors.push({ field: start!, message });
  }
  if (seam.isLast && row.quotientMax !== null)
    errors.push({ field: end!, message: 'La dernière tranche doit rester sans limite haute.' });
  if (!seam.isLast && row.quotientMax === null)
    errors.push({ field: end!, message: 'Seule la dernière tranche peut être sans limite haute.' });
}
