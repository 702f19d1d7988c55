const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** « 1 234,50 € », of integer cents. */
export function euros(cents: number): string {
  return EUROS.format(cents / 100);
}
