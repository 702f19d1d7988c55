/**
 * A text without what people and software write differently: accents, case, hyphens, apostrophes, doubled spaces.
 * « Anne-Élise  D’ARTAGNAN » gives « anne elise d artagnan ».
 */
export function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim();
}
