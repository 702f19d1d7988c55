import { parseArgs } from 'node:util';
import type { NewCollectivite } from '../collectivites/index.js';
import {
  HOLIDAY_TERRITORIES,
  type HolidayTerritory,
  SCHOOL_ZONES,
  type SchoolZone,
} from '../kernel/french-calendars.js';

export interface CollectiviteOptions {
  readonly collectivite: NewCollectivite;
  readonly administrator: { readonly email: string; readonly firstName: string; readonly lastName: string };
}

/** Everything that is wrong with the command line, at once. */
export class OptionsError extends Error {}

const NEEDED = {
  name: 'nom, par exemple "Mairie de Valmont-sur-Orle"',
  address: 'adresse, par exemple "1 place de la Mairie"',
  'postal-code': 'code postal',
  city: 'ville',
  phone: 'téléphone donné aux familles',
  email: 'adresse électronique donnée aux familles',
  'school-zone': 'zone scolaire : A, B ou C',
  'admin-email': 'adresse électronique du premier administrateur',
  'admin-first-name': 'prénom du premier administrateur',
  'admin-last-name': 'nom du premier administrateur',
} as const;
const OPTIONAL = {
  'time-zone': 'fuseau horaire (Europe/Paris)',
  'holidays-of': `jours fériés de : ${HOLIDAY_TERRITORIES.join(', ')}`,
  siret: 'SIRET',
  website: 'site web',
} as const;

export const USAGE = [
  'npm run collectivite:create -- --name "Mairie de …" --admin-email … (et les autres options)',
  ...Object.entries(NEEDED).map(([option, meaning]) => `  --${option.padEnd(18)} ${meaning}`),
  ...Object.entries(OPTIONAL).map(([option, meaning]) => `  --${option.padEnd(18)} ${meaning}, facultatif`),
].join('\n');

/** Reads the command line. Throws OptionsError. */
export function readCollectiviteOptions(args: readonly string[]): CollectiviteOptions {
  const given = parsed(args);
  const mistakes = Object.entries(NEEDED)
    .filter(([option]) => !given[option])
    .map(([option, meaning]) => `--${option} manque : ${meaning}`);
  const needed = (option: keyof typeof NEEDED) => given[option] ?? '';
  const emails = [needed('email'), needed('admin-email')].filter((text) => text && !/^[^\s@<>]+@[^\s@<>]+$/.test(text));
  mistakes.push(...emails.map((text) => `« ${text} » n’est pas une adresse électronique`));
  const schoolZone = needed('school-zone') as SchoolZone;
  if (schoolZone && !SCHOOL_ZONES.includes(schoolZone)) mistakes.push('--school-zone vaut A, B ou C');
  const holidaysOf = (given['holidays-of'] ?? 'metropole') as HolidayTerritory;
  if (!HOLIDAY_TERRITORIES.includes(holidaysOf))
    mistakes.push(`--holidays-of vaut l’un de : ${HOLIDAY_TERRITORIES.join(', ')}`);
  if (mistakes.length > 0) throw new OptionsError(mistakes.join('\n'));
  return {
    collectivite: {
      name: needed('name'),
      addressLine1: needed('address'),
      postalCode: needed('postal-code'),
      city: needed('city'),
      phone: needed('phone'),
      email: needed('email'),
      schoolZone,
      holidaysOf,
      timeZone: given['time-zone'] ?? 'Europe/Paris',
      siret: given['siret'] ?? null,
      website: given['website'] ?? null,
    },
    administrator: {
      email: needed('admin-email'),
      firstName: needed('admin-first-name'),
      lastName: needed('admin-last-name'),
    },
  };
}

function parsed(args: readonly string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(
    [...Object.keys(NEEDED), ...Object.keys(OPTIONAL)].map((name) => [name, { type: 'string' as const }]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value).trim()]));
  } catch (error) {
    throw new OptionsError((error as Error).message);
  }
}
