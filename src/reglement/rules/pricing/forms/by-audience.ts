import { NBSP } from '../../../../kernel/french.js';
import { isJsonObject, refuseUnknownFields } from '../../deadlines/json-object.js';
import { factsInFrench, unmatched } from '../audience.js';
import { parseAudience } from '../parse-audience.js';
import type { ByAudience } from '../tariff.js';
import type { FormParser } from './parsing.js';

const MAX_GRIDS = 20;
/** A grid for each audience, the first that matches; together they must match everybody. */
export const byAudience: FormParser<ByAudience> = {
  fields: ['grids'],
  words: 'une grille par public',
  parse(json, place, tools) {
    const { errors } = tools;
    const at = `${place.field}.grids`;
    if (!Array.isArray(json.grids) || json.grids.length === 0 || json.grids.length > MAX_GRIDS) {
      errors.push({ field: at, message: `Donnez de 1 à ${MAX_GRIDS} grilles, chacune avec son public.` });
      return { type: 'BY_AUDIENCE', grids: [] };
    }
    const before = errors.length;
    const grids = json.grids.map((grid, index) => {
      const field = `${at}[${index}]`;
      if (!isJsonObject(grid)) {
        errors.push({
          field,
          message: 'Décrivez la grille, par exemple { "when": { "resident": true }, "tariff": {…} }.',
        });
        return { when: {}, tariff: { type: 'FLAT' as const, unitCents: 0 } };
      }
      refuseUnknownFields(grid, ['when', 'tariff'], field, errors);
      const when = grid.when === undefined ? {} : parseAudience(grid.when, `${field}.when`, errors);
      return {
        when,
        tariff: tools.tariff(grid.tariff, { ...place, field: `${field}.tariff`, depth: place.depth + 1 }),
      };
    });
    const hole = errors.length === before ? unmatched(grids) : null;
    if (hole !== null)
      errors.push({
        field: at,
        message: `Aucune grille ne convient à ce cas${NBSP}: ${factsInFrench(hole)}. Terminez par une grille pour tous, sans «${NBSP}when${NBSP}».`,
      });
    return { type: 'BY_AUDIENCE', grids };
  },
};
