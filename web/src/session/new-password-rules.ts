/** What a new password needs, told as one types; the service decides. CNIL recommendation of 2022: 80 bits alone. */
export interface PasswordAdvice {
  readonly enough: boolean;
  readonly sentence: string;
}

const KINDS = [/[a-zà-ÿ]/, /[A-ZÀ-Ý]/, /\d/, /[^\p{L}\d\s]/u];

export function adviceOn(password: string): PasswordAdvice {
  const length = [...password].length;
  const words = password
    .trim()
    .split(/[\s-]+/)
    .filter((word) => word.length > 1).length;
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const enough = (length >= 12 && kinds === 4) || (length >= 14 && kinds >= 3) || words >= 7 || length >= 20;
  if (enough) return { enough, sentence: 'Ce mot de passe est assez solide.' };
  if (length === 0)
    return {
      enough,
      sentence:
        'Le plus simple : une phrase que vous retiendrez, de 7 mots ou de 20 caractères. Ou 12 caractères avec majuscule, minuscule, chiffre et signe.',
    };
  return { enough, sentence: `Encore un peu : ${20 - length} caractères de plus suffisent, quels qu’ils soient.` };
}
