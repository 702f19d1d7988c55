import { NBSP } from '../../../../kernel/french.js';
import type { FieldError } from '../../../../kernel/problem.js';
import { isJsonObject } from '../../deadlines/json-object.js';
import { parseCents } from '../parse-amounts.js';
import { type Forfait, FORFAIT_PERIODS, type ForfaitPeriod } from '../tariff.js';
import type { FormParser } from './parsing.js';

/** Due once for a period, whatever is used of it. */
export const forfait: FormParser<Forfait> = {
  fields: ['per', 'byDaysPerWeek', 'tariff'],
  words: 'un forfait par période',
  parse(json, { field, depth }, tools) {
    const { errors } = tools;
    const per = json.per as ForfaitPeriod;
    if (!FORFAIT_PERIODS.includes(per))
      errors.push({
        field: `${field}.per`,
        message: `Choisissez la période du forfait${NBSP}: WEEK (semaine), MONTH (mois), SCHOOL_PERIOD (de vacances à vacances) ou SCHOOL_YEAR (année scolaire).`,
      });
    if ((json.byDaysPerWeek === undefined) === (json.tariff === undefined)) {
      errors.push({
        field,
        message: `Donnez le prix du forfait, d’une seule façon${NBSP}: byDaysPerWeek (selon le nombre de jours par semaine) ou tariff (une grille).`,
      });
      return { type: 'FORFAIT', per, byDaysPerWeek: {} };
    }
    return json.tariff === undefined
      ? { type: 'FORFAIT', per, byDaysPerWeek: parseDays(json.byDaysPerWeek, `${field}.byDaysPerWeek`, errors) }
      : { type: 'FORFAIT', per, tariff: tools.inner(json.tariff, { field: `${field}.tariff`, depth: depth + 1 }) };
  },
};

function parseDays(json: unknown, field: string, errors: FieldError[]): Record<string, number> {
  const days = isJsonObject(json) ? Object.keys(json).sort() : [];
  if (
    !isJsonObject(json) ||
    days.length === 0 ||
    days.length > 7 ||
    days.some((day, index) => day !== String(index + 1))
  ) {
    errors.push({
      field,
      message: `Donnez le forfait de 1 jour par semaine, puis de 2, sans en sauter, par exemple { "1": 1200, "2": 2200 }.`,
    });
    return { 1: 0 };
  }
  return Object.fromEntries(days.map((day) => [day, parseCents(json[day], `${field}.${day}`, errors)]));
}
