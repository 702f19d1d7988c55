import { foldedText } from '../../kernel/folded-text.js';

interface NamedAdult {
  readonly email: string | null;
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * Whether two guardians' rows of one collectivité are the same adult in two foyers: same address and same name,
 * whatever the case, the accents and the hyphens. A shared address alone is not enough: couples share them.
 */
export function isSameAdult(one: NamedAdult, other: NamedAdult): boolean {
  if (one.email === null || other.email === null) return false;
  const key = ({ email, firstName, lastName }: NamedAdult) =>
    [email!.trim().toLowerCase(), foldedText(firstName), foldedText(lastName)].join('|');
  return key(one) === key(other);
}
