import { typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { isSiret } from './siret.js';
import { timeZoneNamed } from './time-zone.js';

/** What is wrong, in French, with the values whose shape alone does not say it. Absent ones are not judged. */
export function identityFaults(given: {
  readonly name?: string | undefined;
  readonly siret?: string | null | undefined;
  readonly timeZone?: string | undefined;
  readonly postalCode?: string | undefined;
}): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (field: string, message: string) => faults.push({ field, message: typeset(message) });
  if (given.name !== undefined && !/\p{L}/u.test(given.name)) fault('name', 'un nom s’écrit avec des lettres.');
  if (given.siret && !isSiret(given.siret))
    fault('siret', 'ce n’est pas un SIRET : 14 chiffres sont attendus, dont le dernier contrôle les autres.');
  if (given.timeZone !== undefined && timeZoneNamed(given.timeZone) === null)
    fault('timeZone', 'ce fuseau horaire n’existe pas : donnez par exemple Europe/Paris ou Indian/Reunion.');
  if (given.postalCode !== undefined && !/^(?!00)\d{5}$/.test(given.postalCode))
    fault('postalCode', 'un code postal a cinq chiffres, par exemple 34120.');
  return faults;
}
