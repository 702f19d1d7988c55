import anyAscii from 'any-ascii';

/**
 * A text in the characters that every bank of the zone takes (EPC217-08: letters without accent, digits, / - ? : ( ) . , ' +
 * and space), no longer than `max`, cut between two words where it can be. Neither starts nor ends with a slash, and
 * holds no double one. Empty when nothing is left: « O’Connor-Lœwenstein 👶 » gives « O'Connor-Loewenstein ».
 */
export function sepaText(text: string, max: number): string {
  const plain = anyAscii(text.normalize('NFC').replace(/[\p{Extended_Pictographic}\u200d\ufe0f]/gu, ' '))
    .replace(/[^0-9A-Za-z/?:().,'+ -]+/g, ' ')
    .replace(/\/{2,}/g, '/')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ /]+|[ /]+$/g, '');
  if (plain.length <= max) return plain;
  const space = plain.slice(0, max + 1).lastIndexOf(' ');
  return plain.slice(0, space > max / 2 ? space : max).replace(/[ /]+$/, '');
}

/** True when a text can be sent as it is. */
export function isSepaText(text: string, max: number): boolean {
  return text !== '' && sepaText(text, max) === text;
}
