/**
 * A text without the signs that change the direction of what follows (embeddings, overrides, isolates: U+202A–202E,
 * U+2066–2069), by which a sentence can be made to read backwards. A telephone puts them around a number that is copied
 * from its contacts. Arabic and Hebrew need none: their letters carry their direction, and marks between words stay.
 */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}
