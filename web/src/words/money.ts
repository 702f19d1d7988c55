const EUROS = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** « 1 234,50 € », of integer cents. */
export function euros(cents: number): string {
  return EUROS.format(cents / 100);
}

const QUOTIENT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** « 642,5 », of a quotient familial in hundredths. */
export function quotient(hundredths: number): string {
  return QUOTIENT.format(hundredths / 100);
}
