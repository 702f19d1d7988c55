import { foldedText } from '../../kernel/folded-text.js';

/** What the mairie decided of a family, whatever its address: a flat for the week, a school bond, a separated parent. */
export const RESIDENCIES = ['RESIDENT', 'NON_RESIDENT'] as const;
export type Residency = (typeof RESIDENCIES)[number];

interface Place {
  readonly postalCode: string | null;
  readonly city: string | null;
}

/**
 * Whether a family pays as the people of the commune do. The decision of the mairie wins; else the address tells, by
 * what is known of it; a family without an address is not charged more for that.
 */
export function isResident(family: Place & { readonly residency: Residency | null }, commune: Place): boolean {
  if (family.residency !== null) return family.residency === 'RESIDENT';
  const sameCode =
    family.postalCode === null || commune.postalCode === null || family.postalCode === commune.postalCode;
  const sameCity = family.city === null || commune.city === null || cityKey(family.city) === cityKey(commune.city);
  return sameCode && sameCity;
}

/** « ST MARTIN D'ORLE CEDEX 2 » and « Saint-Martin-d’Orle » are one town. */
function cityKey(city: string): string {
  return foldedText(city)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bcedex\b.*$/, '')
    .trim();
}
