const LIST = new Intl.ListFormat('fr');

/** « Léa, Tom et Zoé ». */
export function listed(words: readonly string[]): string {
  return LIST.format(words);
}
