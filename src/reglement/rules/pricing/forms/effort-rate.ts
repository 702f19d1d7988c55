import { euros, hundredths } from '../../../../kernel/french.js';
import { parseCents, parseDecimal, parseQuotientBound } from '../parse-amounts.js';
import type { EffortRate } from '../tariff.js';
import type { FormParser } from './parsing.js';

/** « Taux d'effort »: a percentage of the quotient, with a floor and a ceiling. */
export const effortRate: FormParser<EffortRate> = {
  fields: ['ratePct', 'minCents', 'maxCents', 'quotientMin', 'quotientMax'],
  words: 'un taux d’effort',
  parse(json, { field }, { errors }) {
    const rate = {
      field: `${field}.ratePct`,
      what: 'le taux d’effort en pourcentage du quotient',
      decimals: 4,
      min: 0.0001,
      max: 100,
    };
    const form: EffortRate = {
      type: 'EFFORT_RATE',
      ratePct: parseDecimal(json.ratePct, rate, errors),
      minCents: parseCents(json.minCents, `${field}.minCents`, errors),
      maxCents: parseCents(json.maxCents, `${field}.maxCents`, errors),
      ...optional('quotientMin', json, field, errors),
      ...optional('quotientMax', json, field, errors),
    };
    if (form.maxCents < form.minCents)
      errors.push({
        field: `${field}.maxCents`,
        message: `Le plafond doit être au moins le plancher (${euros(form.minCents)}).`,
      });
    if (form.quotientMin !== undefined && form.quotientMax !== undefined && form.quotientMax <= form.quotientMin)
      errors.push({
        field: `${field}.quotientMax`,
        message: `Le quotient le plus haut doit dépasser le plus bas (${hundredths(form.quotientMin)}).`,
      });
    return form;
  },
};

function optional(
  name: 'quotientMin' | 'quotientMax',
  json: Record<string, unknown>,
  field: string,
  errors: Parameters<typeof parseQuotientBound>[2],
): Partial<EffortRate> {
  return json[name] == null ? {} : { [name]: parseQuotientBound(json[name], `${field}.${name}`, errors) };
}
