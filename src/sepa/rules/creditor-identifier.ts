/**
 * Why a SEPA creditor identifier (ICS) cannot be a French one, in French; null when it can. `FR`, two check digits, a
 * business code of three that the check leaves out, six for the national number of the emitter (EPC262-08).
 */
export function icsFault(ics: string): string | null {
  if (!/^FR\d{2}[0-9A-Z]{3}[0-9A-Z]{6}$/.test(ics))
    return 'un ICS français compte 13 caractères : FR, deux chiffres, trois caractères (souvent ZZZ), puis six.';
  const national = ics.slice(7);
  if (remainder97(`${national}${ics.slice(0, 4)}`) !== 1)
    return 'la clé de cet ICS ne correspond pas : recopiez-le de la lettre de la Banque de France ou du SGC.';
  return null;
}

/** ISO 7064, MOD 97-10: letters count from A = 10. */
function remainder97(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Number(BigInt(digits) % 97n);
}
