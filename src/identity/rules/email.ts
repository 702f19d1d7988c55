/** The form in which an address is stored and compared: two spellings of one login are one account. */
export function normalisedEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
