import { NBSP } from '../../../../kernel/french.js';
import type { FieldError } from '../../../../kernel/problem.js';
import { isJsonObject, parseWholeNumber, refuseUnknownFields } from '../../deadlines/json-object.js';
import { parseCents, parseHour } from '../parse-amounts.js';
import type { TimeSlices } from '../tariff.js';
import type { FormParser } from './parsing.js';

const MAX_LINES = 100;

/** By the time that the child stays. */
export const timeSlices: FormParser<TimeSlices> = {
  fields: ['sliceMinutes', 'tariff', 'table', 'from', 'until'],
  words: 'un prix selon la durée',
  parse(json, { field, depth }, tools) {
    const { errors } = tools;
    const hours = {
      ...(json.from === undefined ? {} : { from: parseHour(json.from, `${field}.from`, errors) }),
      ...(json.until === undefined ? {} : { until: parseHour(json.until, `${field}.until`, errors) }),
    };
    if (hours.from !== undefined && hours.until !== undefined && hours.until <= hours.from)
      errors.push({ field: `${field}.until`, message: `L’heure de fin doit suivre celle du début.` });
    if ((json.tariff === undefined) === (json.table === undefined)) {
      errors.push({
        field,
        message: `Donnez le prix d’une seule façon${NBSP}: sliceMinutes et tariff (le prix de chaque tranche commencée) ou table (le prix selon la durée).`,
      });
      return { type: 'TIME_SLICES', table: [], ...hours };
    }
    if (json.table !== undefined) {
      if (json.sliceMinutes !== undefined)
        errors.push({
          field: `${field}.sliceMinutes`,
          message: 'Avec une table de durées, il n’y a pas de tranche de temps.',
        });
      return { type: 'TIME_SLICES', table: parseTable(json.table, `${field}.table`, errors), ...hours };
    }
    return {
      type: 'TIME_SLICES',
      sliceMinutes: parseWholeNumber(
        json.sliceMinutes,
        { field: `${field}.sliceMinutes`, what: 'la durée d’une tranche en minutes', min: 1, max: 1440 },
        errors,
      ),
      tariff: tools.inner(json.tariff, { field: `${field}.tariff`, depth: depth + 1 }),
      ...hours,
    };
  },
};

function parseTable(json: unknown, field: string, errors: FieldError[]): { uptoMinutes: number; cents: number }[] {
  if (!Array.isArray(json) || json.length === 0 || json.length > MAX_LINES) {
    errors.push({
      field,
      message: `Donnez de 1 à ${MAX_LINES} durées, par exemple { "uptoMinutes": 30, "cents": 80 }.`,
    });
    return [];
  }
  let last = 0;
  return json.map((line: unknown, index) => {
    const at = `${field}[${index}]`;
    if (!isJsonObject(line)) {
      errors.push({
        field: at,
        message: 'Décrivez la durée et son prix, par exemple { "uptoMinutes": 30, "cents": 80 }.',
      });
      return { uptoMinutes: 1, cents: 0 };
    }
    refuseUnknownFields(line, ['uptoMinutes', 'cents'], at, errors);
    const bounds = { field: `${at}.uptoMinutes`, what: 'une durée en minutes', min: 1, max: 1440 };
    const uptoMinutes = parseWholeNumber(line.uptoMinutes, bounds, errors);
    if (uptoMinutes <= last)
      errors.push({
        field: `${at}.uptoMinutes`,
        message: `Cette durée doit dépasser la précédente (${last} minutes).`,
      });
    last = Math.max(last, uptoMinutes);
    return { uptoMinutes, cents: parseCents(line.cents, `${at}.cents`, errors) };
  });
}
