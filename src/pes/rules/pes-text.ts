import anyAscii from 'any-ascii';

/**
 * A text as the accounting system of the Trésor takes it: ASCII capitals, on one line, no longer than `max`, cut between two words
 * where that is possible. Undefined when nothing is left to say: the schema refuses « », « . » and zeros alone, and an
 * optional element is left out rather than sent empty. « O’Connor-Lœwenstein 👶 » gives « O'CONNOR-LOEWENSTEIN ».
 */
export function pesText(text: string, max: number): string | undefined {
  const plain = cutAtWord(asciiCapitals(text), max);
  return saysSomething(plain) ? plain : undefined;
}

/** The same in the characters of SEPA messages, for references and labels of direct debits. */
export function sepaText(text: string, max: number): string | undefined {
  const plain = asciiCapitals(text).replace(/[^0-9A-Z/?:(). ,'+-]+/g, ' ');
  return pesText(plain, max);
}

/** The text types of the schema: at least one character that is not a zero, and neither « . » nor « nc ». */
function saysSomething(text: string): boolean {
  return text !== '.' && text.toLowerCase() !== 'nc' && /[^0 ]/.test(text);
}

function asciiCapitals(text: string): string {
  const spelled = text
    .normalize('NFC')
    .replace(/\bn°\s*/gi, 'no ')
    .replace(/[\p{Extended_Pictographic}\u200d\ufe0f]/gu, ' ');
  return anyAscii(spelled)
    .toUpperCase()
    .replace(/[^ -~]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A cut that would lose more than half of the room is made inside the word: it is one long word. */
function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const space = text.slice(0, max + 1).lastIndexOf(' ');
  return text.slice(0, space > max / 2 ? space : max).trimEnd();
}
