import iconv from 'iconv-lite';
import { typeset } from '../../kernel/french.js';
import { type Reading, refused, understood } from './reading.js';

export interface DecodedCsv {
  /** The text, without byte order mark, its lines ended by `\n`. */
  readonly text: string;
  readonly encoding: 'UTF-8' | 'Windows-1252';
}

const SAVE_AS_CSV = 'ouvrez-le dans votre tableur et enregistrez-le en CSV (« CSV UTF-8, séparateur : point-virgule »)';

/** First bytes of the files that are sent in place of a CSV. */
const OTHER_KINDS: readonly [magic: readonly number[], kind: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'un classeur (XLSX, ODS) ou une archive ZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'un ancien classeur Excel (XLS)'],
  [[0x25, 0x50, 0x44, 0x46], 'un document PDF'],
  [[0xff, 0xfe], 'un texte en UTF-16 (« Texte Unicode »)'],
  [[0xfe, 0xff], 'un texte en UTF-16 (« Texte Unicode »)'],
];

/**
 * The text of a CSV file: UTF-8 with or without byte order mark, else Windows-1252, which is what the software of
 * French communes writes. Anything that is not such a text is refused with what to do.
 */
export function decodeCsv(bytes: Uint8Array): Reading<DecodedCsv> {
  const other = OTHER_KINDS.find(([magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (other) return refused(typeset(`Ce fichier est ${other[1]}, pas un fichier CSV : ${SAVE_AS_CSV}.`));
  // A text of another width is half nulls; a line that a bad export spoiled has a few, and is shown as such.
  if (bytes.reduce((nulls, byte) => nulls + (byte === 0 ? 1 : 0), 0) * 20 > bytes.length) {
    return refused(typeset(`Ce fichier n’est pas un texte que l’on sait lire : ${SAVE_AS_CSV}.`));
  }
  const decoded = decodeText(bytes);
  if (decoded.text.trim() === '') return refused('Ce fichier est vide.');
  return understood({ ...decoded, text: decoded.text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd') });
}

function decodeText(bytes: Uint8Array): DecodedCsv {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  // A few bad bytes must not turn every accent of a UTF-8 file into two characters: the bad lines are shown instead.
  const broken = count(lenient, /\ufffd/g);
  if (marked || broken === 0 || count(lenient, /[\u0080-\ufffc]/g) > broken)
    return { text: lenient, encoding: 'UTF-8' };
  return { text: iconv.decode(Buffer.from(bytes), 'win1252'), encoding: 'Windows-1252' };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
