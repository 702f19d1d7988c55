/** Characters of a name that is kept. */
const LONGEST = 200;
const LONGEST_ENDING = 10;

/**
 * Keeps the words of a file's name and nothing that a file system or a header could misunderstand. One that is too long
 * loses the end of its words, not the ending by which a telephone knows what opens it.
 */
export function safeName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/ *[\p{C}/\\:*?"<>|][\p{C}/\\:*?"<>| ]*/gu, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  const ending = /\.[^.\s]+$/.exec(cleaned)?.[0] ?? '';
  const kept = ending.length <= LONGEST_ENDING ? ending : '';
  const words = cleaned.slice(0, cleaned.length - kept.length) || 'document';
  return [...words].slice(0, LONGEST - kept.length).join('') + kept;
}
