import { canDraw } from './fonts.js';

/** What stands for a character that the font cannot draw. */
export const MISSING = '□';

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/**
 * A text that the font can draw in full: composed (NFC), ligatures spelled out, tabs as spaces, controls and
 * invisible characters dropped, and one « □ » for each sign the font lacks (an emoji, another script), even when
 * several code points make that sign. Line breaks stay.
 */
export function drawable(text: string): string {
  const plain = text
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ');
  if (/^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff]*$/.test(plain)) return plain;
  let drawn = '';
  for (const { segment } of graphemes.segment(plain)) drawn += drawableSign(segment);
  return drawn;
}

function drawableSign(sign: string): string {
  if (sign === '\n') return sign;
  const visible = sign.replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '');
  return [...visible].every((character) => canDraw(character.codePointAt(0)!)) ? visible : MISSING;
}
