/** What a new password needs, told as one types; the service decides. CNIL recommendation of 2022: 80 bits alone. */
export interface PasswordAdvice {
  readonly enough: boolean;
  readonly sentence: string;
}

const KINDS = [/[a-zà-ÿ]/, /[A-ZÀ-Ý]/, /\d/, /[^\p{L}\d\s]/u];

export function adviceOn(password: string): PasswordAdvice {
  // What is repeated counts once, here as there.
  const useful = password.replace(/(.{2,}?)\1+/gsu, '$1').replace(/(.)\1{2,}/gsu, '$1');
  const length = [...useful].length;
  const words = useful
    .trim()
    .split(/[\s-]+/)
    .filter((word) => word.length > 1).length;
  const kinds = KINDS.filter((kind) => kind.test(useful)).length;
  const enough = (length >= 12 && kinds === 4) || (length >= 14 && kinds >= 3) || words >= 7 || length >= 20;
  // The service also refuses what is guessed: who is told « assez solide » here would be told the contrary there.
  if (enough)
    return {
      enough,
      sentence: 'C’est assez long. N’y mettez ni votre nom ni votre adresse électronique : on les devine.',
    };
  if (length === 0)
    return {
      enough,
      sentence:
        'Le plus simple : une phrase de 7 mots ou de 20 caractères. Ou 14 caractères de trois sortes (minuscule, majuscule, chiffre, signe), ou 12 des quatre sortes.',
    };
  return { enough, sentence: `Encore un peu : ${20 - length} caractères de plus suffisent, quels qu’ils soient.` };
}
