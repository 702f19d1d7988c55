const MASCULINE = /^(syndicat|sivom|sivu|ccas|centre|service)$/;
const NOUNS =
  /^(mairie|commune|ville|communaute|metropole|regie|caisse|agglomeration|intercommunalite|syndicat|sivom|sivu|ccas|centre|service)$/;

/**
 * The name of a collectivité inside a sentence, with its article: « la mairie de Valmont », « le syndicat du Val ».
 * A name that starts with no such noun is a proper one, and takes none: « Valmont ».
 */
export function withArticle(name: string): string {
  const noun = firstWord(name);
  if (!NOUNS.test(noun)) return name;
  if (/^[aeiouh]/.test(noun)) return `l’${lowered(name)}`;
  return `${MASCULINE.test(noun) ? 'le' : 'la'} ${lowered(name)}`;
}

/** The same after « de »: « de la mairie de Valmont », « du syndicat du Val », « d’Anduze », « du Puy ». */
export function ofWithArticle(name: string): string {
  const named = withArticle(name);
  if (/^le /i.test(named)) return `du ${named.slice(3)}`;
  if (/^les /i.test(named)) return `des ${named.slice(4)}`;
  return named === name && /^[aeiou]/.test(firstWord(name)) ? `d’${name}` : `de ${named}`;
}

/** The same at the start of a sentence: « La mairie de Valmont ». */
export function withArticleFirst(name: string): string {
  const named = withArticle(name);
  return `${named.charAt(0).toLocaleUpperCase('fr')}${named.slice(1)}`;
}

function firstWord(name: string): string {
  const first = name.split(/[\s-]/, 1)[0]!;
  return first
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** « Mairie » → « mairie »; « MAIRIE » and « SIVOM » stay. */
function lowered(name: string): string {
  const [first = '', second = ''] = name;
  return second === second.toLocaleUpperCase('fr') ? name : `${first.toLocaleLowerCase('fr')}${name.slice(1)}`;
}
