import { foldedText } from '../../kernel/folded-text.js';

/**
 * The form in which names are compared: two names that differ by case, accents or punctuation are one name. At most
 * `length` characters, as the column that keeps it; empty when the text has neither letter nor digit.
 */
export function nameKey(text: string, length = 120): string {
  return [...foldedText(text)].slice(0, length).join('').trim();
}
