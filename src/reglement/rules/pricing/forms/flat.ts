import { parseCents } from '../parse-amounts.js';
import type { Flat } from '../tariff.js';
import type { FormParser } from './parsing.js';

export const flat: FormParser<Flat> = {
  fields: ['unitCents'],
  words: 'un seul prix',
  parse: (json, { field }, { errors }) => ({
    type: 'FLAT',
    unitCents: parseCents(json.unitCents, `${field}.unitCents`, errors),
  }),
};
