import type { Temporal } from '../../kernel/civil-time.js';
import { foldedText } from '../../kernel/folded-text.js';

export { foldedText };

/** The key by which the same child is recognised from one household, file or year to another. */
export function childKey(lastName: string, firstName: string, birthDate: Temporal.PlainDate): string {
  return `${foldedText(lastName)}|${foldedText(firstName)}|${birthDate.toString()}`;
}
