import { ValidationErrorsIBAN, electronicFormatIBAN, isSEPACountry, isValidBIC, validateIBAN } from 'ibantools';

/** An IBAN as messages carry it: capitals, without spaces. */
export function plainIban(typed: string): string {
  return electronicFormatIBAN(typed) ?? '';
}

/**
 * Why an account cannot be debited, in French; null when it can. Country, length, structure and key of ISO 13616
 * (the French key of the RIB is looked at too), then the SEPA zone.
 */
export function ibanFault(typed: string): string | null {
  const iban = plainIban(typed);
  const { valid, errorCodes } = validateIBAN(iban);
  if (!valid) return faultOf(errorCodes);
  if (!isSEPACountry(iban.slice(0, 2)))
    return 'ce compte est tenu dans un pays hors de la zone SEPA : il ne peut pas être prélevé. Donnez-en un autre.';
  return null;
}

/** Why a BIC does not go with an account; null when it does, or when there is none and the account is French. */
export function bicFault(bic: string | null, iban: string): string | null {
  const country = plainIban(iban).slice(0, 2);
  if (bic === null)
    return country === 'FR' ? null : 'le BIC est nécessaire pour un compte tenu à l’étranger : il figure sur le RIB.';
  if (!isValidBIC(bic)) return 'ce BIC n’en est pas un : il compte 8 ou 11 caractères, par exemple AGRIFRPP.';
  return null;
}

/** « FR76 •••• 0189 »: enough for its holder to know it again, not enough to use it. */
export function maskedIban(iban: string): string {
  return `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;
}

/** « FR76 3000 6000 0112 3456 7890 189 », as it is printed on a RIB. */
export function spacedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

function faultOf(codes: readonly ValidationErrorsIBAN[]): string {
  if ([ValidationErrorsIBAN.NoIBANProvided, ValidationErrorsIBAN.NoIBANCountry].some((code) => codes.includes(code)))
    return 'un IBAN commence par les deux lettres du pays, par exemple FR76. Recopiez-le de votre RIB.';
  if (codes.includes(ValidationErrorsIBAN.WrongBBANLength))
    return 'il manque des caractères à cet IBAN, ou il en a trop (27 en France). Recopiez-le de votre RIB.';
  return 'cet IBAN comporte une erreur de frappe : sa clé ne correspond pas. Recopiez-le de votre RIB.';
}
